"""One inbound text, from its words to the reply. Nothing is stored or sent here: the reply says it all."""

from __future__ import annotations

from dataclasses import replace

from gateway.answer import Answer
from gateway.plan.texting import PlanTexts
from gateway.safety.texts import again_text, last_texts
from gateway.sms.keywords import is_help, is_start, is_stop, single_word
from gateway.sms.lines import Lines
from gateway.sms.plain_opt_out import may_opt_out
from gateway.sms.reactions import reacted_to
from gateway.sms.render import render
from gateway.sms.segments import Plan, plan
from gateway.turn import Turns
from gateway.wording import say
from referrals.alarms import kind_of
from referrals.outbox.consent import ConsentChange
from referrals.outbox.inbox import Message, Reply, ReplyText
from referrals.usecases import Referrals
from resources_index.places.zones import CountyZones

# "Ok", "thank you" and "yes" tell of no need.
_A_NEED = 3
_MOST_TOLD = 400


class TextLine:
    """Answers texts: opting out first, then crisis and everything else in one turn."""

    def __init__(
        self,
        turns: Turns,
        lines: Lines,
        desk: Referrals,
        zones: CountyZones,
        public_url: str,
        human_phone: str,
    ) -> None:
        self._turns = turns
        self._lines = lines
        self._desk = desk
        self._zones = zones
        self._privacy = f"{public_url}/privacy"
        self._human_phone = human_phone
        # Set where the plan is: answers 'PLAN' with a code.
        self.plan_texts: PlanTexts | None = None

    def answer(self, message: Message) -> Reply:
        """What `message` leads to. The same message may be answered again when a worker has died."""
        conversation, text = message.conversation, message.text.strip()
        state = self._lines.state(conversation)
        language = self._desk.language_of(conversation) or "en"
        if (quoted := reacted_to(text)) is not None:
            return self._reaction(message, quoted, state.opted_out, language)
        if message.carrier_did == "STOP" or is_stop(text):
            return self._opt_out(message, state.opted_out, language)
        if message.carrier_did == "START" or is_start(text, state.opted_out):
            consent = ConsentChange(True, "start_word", say("started", language))
            return _reply(message, say("started", language), consent=consent)
        if state.opted_out:
            return self._after_stop(message, text, language)
        if message.carrier_did == "HELP" or is_help(text):
            spoken = "es" if "ayuda" in text.lower() else language
            told = _reply(message, say("help", spoken, phone=self._human_phone))
            return replace(told, texts=(*told.texts, *self._in_crisis(conversation, spoken)))
        asked_plan = self.plan_texts and self.plan_texts.answer(text, language)
        if asked_plan:
            return Reply(_texts(asked_plan))
        if not text:
            return _reply(message, say("picture" if message.pictures else "empty", language))
        return self._turn(message, text, state.introduced)

    def _in_crisis(self, conversation: str, language: str) -> tuple[ReplyText, ...]:
        """Right after a cry, HELP gets more than the carriers' words; not after abuse, since anyone may have sent it."""
        kind = self._desk.recent(conversation, "crisis")
        if kind is None or self._desk.only_answers(conversation):
            return ()
        return _planned(again_text(kind_of(kind), language, ""))

    def _reaction(self, message: Message, quoted: str, opted_out: bool, language: str) -> Reply:
        """Silence, as between people, unless it is meant to answer a question."""
        if opted_out or "?" not in quoted:
            return Reply()
        return _reply(message, say("reaction", language))

    def fall_back(self, message: Message) -> Reply:
        """The reply to a message that nothing else could answer."""
        language = self._desk.language_of(message.conversation) or "en"
        if self._lines.state(message.conversation).opted_out:
            return Reply()
        return Reply(_planned(say("bot_down", language)))

    def is_crisis(self, text: str) -> bool:
        """Whether `text` is a cry for help."""
        return self._turns.crisis_in(text) is not None

    def flooded(self, message: Message) -> Reply:
        """More texts than a person writes: silence ends a loop of two machines. A crisis is answered."""
        if is_stop(message.text) or self.is_crisis(message.text):
            return self.answer(message)
        detail = "a phone that answers by itself?"
        self._desk.raise_once("too_many_texts", message.conversation, detail)
        return Reply()

    def moment(self, conversation: str) -> ReplyText | None:
        """'One moment', unless nothing may be sent."""
        if self._lines.state(conversation).opted_out:
            return None
        return _planned(say("one_moment", self._desk.language_of(conversation) or "en"))[0]

    def _turn(self, message: Message, text: str, introduced: bool, last: bool = False) -> Reply:
        answer = self._turns.take(message.conversation, "sms", text, message_id=message.key)
        if last:
            answer = _asks_nothing(answer)
        introduction = "" if introduced else self._introduction(answer)
        unseen = say("picture_unseen", answer.language) if message.pictures else ""
        how_to_stop = say("how_to_stop", answer.language) if may_opt_out(text) else ""
        after = "\n".join(part for part in (unseen, how_to_stop, introduction) if part)
        texts = _texts(render(answer, after))
        zones = self._zones.of(answer.understood.get("place"))
        kind = "crisis" if answer.understood.get("crisis") else "answer"
        return Reply(texts, kind, introduced=introduction if texts else "", zones=zones)

    def _introduction(self, answer: Answer) -> str:
        if answer.understood.get("crisis") or answer.state.get("unseen"):
            return ""
        return say("first_contact", answer.language, privacy=self._privacy)

    def _opt_out(self, message: Message, already: bool, language: str) -> Reply:
        if already:
            self._cry_after_stop(message)
            return Reply()
        if self._desk.has_open_referral(message.conversation):
            detail = "opted out with an open referral"
            self._desk.raise_once("opted_out", message.conversation, detail)
        how = "stop_word" if message.carrier_did or single_word(message.text) else "plain_words"
        consent = ConsentChange(False, how, say("stopped", language))
        if how == "plain_words" and self.is_crisis(message.text):
            # "Do not text me, he reads this phone": the cry for help is answered, and then we are silent.
            turn = self._turn(message, message.text, introduced=True, last=True)
            return replace(turn, kind="last_answer", consent=consent)
        return _reply(message, say("stopped", language), kind="opt_out", consent=consent)

    def _after_stop(self, message: Message, text: str, language: str) -> Reply:
        """Nothing but what HELP must always get; whoever tells of a need is told to the desk."""
        if message.carrier_did == "HELP" or is_help(text):
            spoken = "es" if "ayuda" in text.lower() else language
            return _reply(message, say("help_stopped", spoken, phone=self._human_phone))
        if self._turns.report_unseen(message.conversation, text):
            return Reply()
        if not self._cry_after_stop(message) and len(text.split()) >= _A_NEED:
            detail = self._turns.without_private_numbers(text)[:_MOST_TOLD]
            self._desk.raise_once("wrote_after_stop", message.conversation, detail)
        return Reply()

    def _cry_after_stop(self, message: Message) -> bool:
        """Nothing can be sent (carriers block it), but a cry for help reaches a person."""
        conversation, kind = message.conversation, self._turns.crisis_in(message.text)
        if kind is None:
            return False

        def tell(desk: Referrals) -> None:
            # A subject of its own: no text of ours went out, so that nothing follows one.
            told = f"{kind}, after STOP: call"
            desk.raise_item("crisis", conversation, told, urgent=True, subject="after_stop")

        self._desk.once(conversation, message.key, tell)
        return True


def _asks_nothing(answer: Answer) -> Answer:
    """Without words that offer to go on here."""
    kind = str(answer.understood.get("crisis"))
    said = last_texts(kind, [message.text for message in answer.messages], answer.language)
    pairs = zip(answer.messages, said, strict=True)
    return replace(answer, messages=[replace(message, text=text) for message, text in pairs])


def _reply(
    message: Message, words: str, kind: str = "answer", consent: ConsentChange | None = None
) -> Reply:
    """A fixed text, unless the carrier has said it already (Advanced Opt-Out)."""
    return Reply(() if message.carrier_did else _planned(words), kind=kind, consent=consent)


def _planned(words: str) -> tuple[ReplyText, ...]:
    return _texts([plan(words)])


def _texts(plans: list[Plan]) -> tuple[ReplyText, ...]:
    return tuple(ReplyText(p.text, p.segments) for p in plans)
