"""One turn for any channel: crisis first, private numbers out, a coordinator or the bot, an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Protocol

import structlog

from gateway.after_crisis import SCAM, AfterCrisis, CrisisDesk, Fixed
from gateway.answer import Answer, answer_of, as_messages, led, understood_of
from gateway.dialogue import BotAnswer, BotMessage, Dialogue, DialogueDownError
from gateway.safety import Safety, Verdict
from gateway.wording import say
from referrals.alarms import GUESSED

_log = structlog.get_logger()


class Desk(CrisisDesk, Protocol):
    """What a turn needs of the referrals room."""

    def coordinator_has(self, conversation: str) -> bool: ...

    def note_message(self, conversation: str, who: str, text: str) -> None: ...

    def keep_words(self, conversation: str, text: str) -> None: ...

    def language_of(self, conversation: str) -> str | None: ...

    def set_language(self, conversation: str, language: str) -> None: ...

    def note_question(self, conversation: str, asked: str | None) -> None: ...

    def has_open_referral(self, conversation: str) -> bool: ...

    def never_text_first(self, conversation: str) -> None: ...

    def forget_at_the_bot(self, conversation: str) -> None: ...

    def once(
        self, conversation: str, key: str | None, effect: Callable[[Desk], object]
    ) -> None: ...

    def decided(
        self, conversation: str, key: str | None, decide: Callable[[Desk], dict[str, Any]]
    ) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Screened:
    """What somebody wrote into a form: without private numbers, and the fixed texts if it tells of danger."""

    text: str
    private_found: bool
    crisis_texts: list[str]


@dataclass(frozen=True)
class _Heard:
    """Where a message came from."""

    conversation: str
    channel: str
    message_id: str | None


class Turns:
    """Holds the parts that a turn goes through."""

    def __init__(
        self,
        dialogue: Dialogue,
        safety: Safety,
        desk: Desk,
        crisis_dialogue: Dialogue | None = None,
    ) -> None:
        self._dialogue = dialogue
        # A bot that hangs must not hold up the words that a crisis needs.
        self._crisis_dialogue = crisis_dialogue or dialogue
        self._safety = safety
        self._desk = desk
        self._after = AfterCrisis(desk)

    def take(
        self,
        conversation: str,
        channel: str,
        text: str,
        language: str | None = None,
        message_id: str | None = None,
    ) -> Answer:
        """Answer one message. `conversation` is web-… or sms-…; never raises for a part that is down.

        A message that comes again with the same `message_id` is heard once by the bot and noted once at
        the desk; its answer is the same.
        """
        heard = _Heard(conversation, channel, message_id)
        verdict = self._safety.check(text, language, self._desk.language_of(conversation))
        verdict = self._after.calmed(conversation, verdict)
        after = self._what_follows(heard, text, verdict)
        if after is not None and not after.leads:
            return self._fixed(heard, verdict, after)
        if verdict.crisis is not None and not (after is not None and verdict.says_no):
            return self._crisis(heard, verdict)
        if verdict.scam and after is None:
            if self._desk.recent(conversation, SCAM) is None:
                self._desk.raise_item(SCAM, conversation, "may be being cheated")
            return self._fixed(heard, verdict, Fixed(verdict.messages))
        lead = after or self._after.perhaps(conversation, verdict)
        return self._by_the_bot(heard, verdict, language, lead)

    def _what_follows(self, heard: _Heard, text: str, verdict: Verdict) -> Fixed | None:
        """As it was decided when this message was heard first.

        Heard again, because a process died, the alarm that it raised itself must not make it a second cry.
        """
        if not self._after.may_answer(heard.conversation, text, verdict):
            return None

        def decide(desk: Desk) -> dict[str, Any]:
            fixed = AfterCrisis(desk).answer(heard.conversation, text, verdict)
            return {} if fixed is None else asdict(fixed)

        key = _key("after", heard.message_id)
        found = self._desk.decided(heard.conversation, key, decide)
        return Fixed(**found) if found else None

    def _by_the_bot(
        self, heard: _Heard, verdict: Verdict, language: str | None, lead: Fixed | None
    ) -> Answer:
        """The bot's answer, or silence where a coordinator has the conversation; `lead` comes before either."""
        conversation, message_id, clean = heard.conversation, heard.message_id, verdict.clean_text
        denied = lead is not None and lead.denied
        first = as_messages(lead.texts) if lead else []
        crisis = lead.crisis if lead else None
        if self._desk.coordinator_has(conversation):
            self._desk.once(conversation, _key("note", message_id), _note(conversation, clean))
            return led(
                Answer(first, understood_of(None, language or "en"), language or "en"), crisis
            )
        if verdict.private_found:
            first.append(BotMessage(say("private_number", verdict.language)))
        caution = BotMessage(verdict.caution_text) if verdict.caution_text else None
        try:
            metadata = {
                "channel": heard.channel, "language": language, "message_id": message_id, "led": lead is not None
            }  # fmt: skip
            if denied:
                # The bot goes on where it was, with what else was said.
                metadata["denied"] = "besides" if verdict.besides else "only"
            said = verdict.besides if denied and verdict.besides else clean
            bot = self._dialogue.send(conversation, said, metadata)
        except DialogueDownError as error:
            _log.error("the bot did not answer", reason=str(error))
            down = self._down([*first, *([caution] if caution else [])], verdict.language)
            return led(down, crisis)
        asked = verdict.asks_about_medicine and bot.understood.get("act") == "medical_advice"
        if caution is not None and not asked:
            # On a question about medicine the bot itself says who can answer it.
            first.append(caution)
        answer = led(answer_of(bot, first, verdict.language), crisis)
        if any((message.custom or {}).get("kind") == "deleted" for message in bot.messages):
            # The desk's side is deleted by the action; what the bot keeps can go only after its turn.
            self._desk.forget_at_the_bot(conversation)
            return answer
        if answer.language != self._desk.language_of(conversation):
            self._desk.set_language(conversation, answer.language)
        self._desk.note_question(conversation, answer.state.get("pending"))
        return answer

    def screen(self, conversation: str, text: str, language: str) -> Screened:
        """Words that go into a form or a plan, not to the bot, pass the same check."""
        verdict = self._safety.check(text, language)
        if verdict.crisis is not None:
            self._desk.raise_item("crisis", conversation, verdict.crisis, urgent=True)
        if verdict.crisis == "abuse_now":
            self._desk.never_text_first(conversation)
        return Screened(verdict.clean_text, verdict.private_found, list(verdict.messages))

    def report_unseen(self, conversation: str, text: str) -> bool:
        """Whether `text` asked in a hidden word for protective services; then the desk knows."""
        return self._after.report_unseen(conversation, text)

    def crisis_in(self, text: str) -> str | None:
        """The kind of crisis that `text` tells of, if any; nothing else happens."""
        return self._safety.check(text).crisis

    def without_private_numbers(self, text: str) -> str:
        """`text` as it may be kept; nothing else happens."""
        return self._safety.check(text).clean_text

    def _crisis(self, heard: _Heard, verdict: Verdict) -> Answer:
        def tell(desk: Desk) -> None:
            desk.raise_item("crisis", heard.conversation, _alarm(verdict), urgent=True)
            if not desk.coordinator_has(heard.conversation):
                # Whoever calls must know what was said.
                desk.keep_words(heard.conversation, verdict.clean_text)

        self._desk.once(heard.conversation, _key("crisis", heard.message_id), tell)
        if verdict.crisis == "abuse_now":
            # Whoever hurts this person may read the phone.
            self._desk.never_text_first(heard.conversation)
        bot = self._overhear(heard, verdict)
        understood = understood_of(bot, verdict.language)
        understood["crisis"] = verdict.crisis
        state = (understood.get("place") or {}).get("state")
        texts = self._safety.texts_for(verdict, state)
        return Answer(as_messages(texts), understood, verdict.language)

    def _fixed(self, heard: _Heard, verdict: Verdict, fixed: Fixed) -> Answer:
        """Reviewed words instead of the bot's: a scam under way, or a turn after a crisis."""
        language = fixed.language or verdict.language
        bot = None if fixed.unseen else self._overhear(heard, verdict)
        understood = understood_of(bot, language)
        understood["crisis"] = fixed.crisis
        private = [say("private_number", language)] if verdict.private_found else []
        state = {"unseen": True} if fixed.unseen else {}
        return Answer(as_messages([*private, *fixed.texts]), understood, language, state=state)

    def _overhear(self, heard: _Heard, verdict: Verdict) -> BotAnswer | None:
        """The bot and a coordinator hear it, so that what was asked for is not lost; the bot's words are not used."""
        conversation, clean = heard.conversation, verdict.clean_text
        if self._desk.coordinator_has(conversation):
            # The fixed text goes out at once; the coordinator reads what was written.
            self._desk.once(
                conversation, _key("note", heard.message_id), _note(conversation, clean)
            )
        about = {
            "channel": heard.channel,
            "language": verdict.language,
            "fixed": True,
            "message_id": heard.message_id,
        }
        if verdict.crisis is not None:
            about["crisis"] = verdict.crisis
        try:
            return self._crisis_dialogue.send(conversation, clean, about)
        except DialogueDownError:
            return None

    def _down(self, first: list[BotMessage], language: str) -> Answer:
        sorry = BotMessage(say("bot_down", language))
        return Answer([*first, sorry], understood_of(None, language), language)


def _alarm(verdict: Verdict) -> str:
    """What the desk hears: the kind, and whether it was told in plain words."""
    return f"{verdict.crisis}{'' if verdict.in_plain_words else GUESSED}"


def _key(what: str, message_id: str | None) -> str | None:
    return f"{what} {message_id}" if message_id else None


def _note(conversation: str, text: str) -> Callable[[Desk], object]:
    return lambda desk: desk.note_message(conversation, "client", text)
