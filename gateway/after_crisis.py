"""Turns that follow a cry for help or a scam: told again, refused, denied, confirmed, played down, or gone on with unseen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from gateway.safety import Verdict
from gateway.safety.after import what_follows
from gateway.safety.hidden import HiddenWord, hidden_word
from gateway.safety.normalise import normalise
from gateway.safety.refusal import says_all_is_well
from gateway.safety.texts import after_text, again_text, denied_text, hold_text, scam_paid_text
from referrals.alarms import GUESSED, TAKEN_BACK, kind_of
from resources_index.examples import DANGERS

# The subject of an item about somebody whose phone must not ring.
UNSEEN = "unseen"
# The subject of an item that says that a text was repeated, so that it is repeated once.
HELD = "held"
SCAM = "scam"
_CRISIS = "crisis"
# What the desk hears of somebody who goes on with a scam after our warning.
_COURIER = "courier"
_TOLD = {
    "defends": "goes on with it after our warning",
    "errand": "goes on with it after our warning",
    _COURIER: "somebody is at the door for the money, or on the way",
}
# Words; a longer message asks for more than the fixed words answer, so that the bot answers after them.
_SAYS_MORE = 10
# An item about somebody who may be in danger, and more likely is not: its subject is the kind.
PERHAPS = "perhaps"


# What the bot asks in a form (actions/desk/referral.py).
_OF_A_FORM = "referral_"
# Guessed from the tone, these may be no more than a mood; a failing body is not talked away.
_MAY_BE_MOOD = ("suicide", "abuse_now")


class CrisisDesk(Protocol):
    """What is asked of the referrals room."""

    def only_answers(self, conversation: str) -> bool: ...

    def open_question(self, conversation: str) -> str | None: ...

    def recent(self, conversation: str, kind: str, subject: str | None = None) -> str | None: ...

    def raise_item(
        self,
        kind: str,
        conversation: str,
        detail: str,
        urgent: bool = False,
        subject: str | None = None,
    ) -> object: ...

    def take_back_alarm(self, conversation: str) -> None: ...

    def raise_once(
        self,
        kind: str,
        conversation: str | None,
        detail: str,
        subject: str | None = None,
        urgent: bool = False,
    ) -> int | None: ...


@dataclass(frozen=True)
class Fixed:
    """Reviewed texts. `unseen`: neither the bot hears the message, nor does anything of ours stand beside the answer.

    `leads`: they come first, and the bot's answer follows. `denied`: an alarm is taken back, and the bot goes on where it was.
    """

    texts: list[str]
    crisis: str | None = None
    language: str | None = None
    unseen: bool = False
    leads: bool = False
    denied: bool = False


class AfterCrisis:
    """Decides whether a message is such a turn."""

    def __init__(self, desk: CrisisDesk) -> None:
        self._desk = desk

    def may_answer(self, conversation: str, text: str, verdict: Verdict) -> bool:
        """Whether `answer` may have something to say, or this message raises what it looks at."""
        return (
            verdict.crisis is not None
            or verdict.scam
            or hidden_word(text) is not None
            or any(self._desk.recent(conversation, kind) is not None for kind in (_CRISIS, SCAM))
            or (verdict.denies and self._was_only_possible(conversation))
        )

    def answer(self, conversation: str, text: str, verdict: Verdict) -> Fixed | None:
        """The fixed words for it; None when the message is to be taken like any other."""
        word = hidden_word(text)
        if word is not None and self._desk.only_answers(conversation):
            return self._unseen(conversation, word)
        alarm = self._desk.recent(conversation, _CRISIS)
        before = alarm and kind_of(alarm)
        taken_back = self._taken_back(conversation, alarm, verdict)
        if taken_back is not None:
            return taken_back
        if before is None:
            return self._after_scam(conversation, verdict)
        if verdict.crisis is not None and not verdict.says_no:
            return self._again(conversation, before, verdict)
        guessed = alarm is not None and alarm.endswith(GUESSED)
        followed = self._followed(conversation, before, verdict, guessed)
        return followed or self._after_scam(conversation, verdict)

    def _taken_back(self, conversation: str, alarm: str | None, verdict: Verdict) -> Fixed | None:
        """A clear denial takes the alarm back, once and kindly; where it was guessed from tone, "I'm fine" does too."""
        if alarm is None:
            if not verdict.denies or not self._was_only_possible(conversation):
                return None
            kind = PERHAPS
        else:
            kind, guessed = kind_of(alarm), alarm.endswith(GUESSED)
            well = guessed and kind in _MAY_BE_MOOD and says_all_is_well(verdict.normalised)
            denied = verdict.denies or (well and verdict.crisis is None)
            if not denied or what_follows(kind, normalise(verdict.besides)) == "confirms":
                return None
            # What was only guessed was our mistake: no number is said a second time.
            kind = PERHAPS if guessed else kind
        self._desk.take_back_alarm(conversation)
        return Fixed([denied_text(kind, verdict.language)], leads=True, denied=True)

    def _was_only_possible(self, conversation: str) -> bool:
        """Whether a line of ours spoke of a danger that may not have been there."""
        return any(self._desk.recent(conversation, PERHAPS, kind) is not None for kind in DANGERS)

    def _again(self, conversation: str, before: str, verdict: Verdict) -> Fixed | None:
        if verdict.crisis != before:
            return None
        self._desk.raise_once(_CRISIS, conversation, before, urgent=True)
        said = again_text(before, verdict.language, verdict.normalised)
        return Fixed([said], crisis=before)

    def calmed(self, conversation: str, verdict: Verdict) -> Verdict:
        """An alarm that is hardly one becomes a line for whoever fills in a form, or has just said that it is nothing of the sort."""
        calm = verdict.only_just and (
            self.was_taken_back(conversation) or self._only_fills_in(conversation)
        )
        return verdict.softened() if calm else verdict

    def _only_fills_in(self, conversation: str) -> bool:
        """Whether a form waits for a name, a number or a time, and nothing was heard of danger lately."""
        asked = self._desk.open_question(conversation)
        in_a_form = asked is not None and asked.startswith(_OF_A_FORM)
        return in_a_form and self._desk.recent(conversation, _CRISIS) is None

    def was_taken_back(self, conversation: str) -> bool:
        """Whether they said lately that it was nothing of the sort."""
        return any(self._desk.recent(conversation, of, TAKEN_BACK) for of in (_CRISIS, PERHAPS))

    def perhaps(self, conversation: str, verdict: Verdict) -> Fixed | None:
        """One line before the answer where a danger is possible, not likely: once in a quarter of an hour for each kind."""
        kind = verdict.perhaps
        if kind is None or self._desk.recent(conversation, PERHAPS, kind) is not None:
            return None
        if verdict.over == 0.0 and self.was_taken_back(conversation):
            # They said that it is nothing of the sort: only what would be an alarm counts now.
            return None
        self._desk.raise_item(PERHAPS, conversation, kind, subject=kind)
        return Fixed([verdict.perhaps_text], leads=True)

    def _followed(
        self, conversation: str, before: str, verdict: Verdict, guessed: bool
    ) -> Fixed | None:
        follows = what_follows(before, verdict.normalised)
        language = verdict.language
        if follows == "confirms":
            self._desk.raise_once(_CRISIS, conversation, before, urgent=True)
            return Fixed([again_text(before, language, verdict.normalised)], crisis=before)
        if follows == "person":
            self._desk.raise_once(_CRISIS, conversation, f"{before}_call", HELD, urgent=True)
            return Fixed([after_text(before, follows, language)], crisis=before, leads=True)
        if follows in ("tells", "elsewhere"):
            return Fixed([after_text(before, follows, language)], crisis=before)
        if follows == "helped":
            return None
        if verdict.says_no:
            # What was guessed from tone may be a mistake: what else was said is answered as well.
            more = guessed or (before == "suicide" and _says_more(verdict))
            return self._held(conversation, before, language, more)
        if before == "medical_emergency" and self._first_time(conversation, before):
            return Fixed([after_text(before, HELD, language)], crisis=before, leads=True)
        return None

    def _held(self, conversation: str, before: str, language: str, more: bool) -> Fixed | None:
        """Held to once; whoever refuses again is answered, and a life that may be ended is spoken of beside the answer."""
        held = hold_text(before, language)
        if held is None:
            return None
        again = not self._first_time(conversation, before)
        if again and before != "suicide":
            return None
        return Fixed([held], crisis=before, leads=more or again)

    def _first_time(self, conversation: str, before: str) -> bool:
        """Whether it was not held yet; from now on it was, and the desk knows that help may not have been called."""
        if self._desk.recent(conversation, _CRISIS, HELD) is not None:
            return False
        self._desk.raise_item(_CRISIS, conversation, f"{before}_held", urgent=True, subject=HELD)
        return True

    def _after_scam(self, conversation: str, verdict: Verdict) -> Fixed | None:
        """A thief is defended, paid after all, or asked about. What is a sure danger of its own goes its own way."""
        if self._desk.recent(conversation, SCAM) is None:
            return None
        follows = what_follows(SCAM, verdict.normalised)
        # "He is at the door" sounds like abuse; after a scam it is whoever comes for the money.
        own = verdict.crisis is not None and (verdict.crisis, follows) != ("abuse_now", _COURIER)
        if follows is None or own:
            # Told again, perhaps only as a note in a form: a word of it, and the bot goes on where it was.
            again = verdict.scam and not own
            return Fixed(verdict.messages[:1], leads=True) if again else None
        if follows == "paid":
            return Fixed([scam_paid_text(verdict.language, verdict.normalised)])
        if follows in _TOLD:
            if self._desk.recent(conversation, SCAM, follows) is not None:
                return None
            urgent = follows == _COURIER
            self._desk.raise_item(SCAM, conversation, _TOLD[follows], urgent, follows)
        more = follows == "who" and _says_more(verdict)
        return Fixed([after_text(SCAM, follows, verdict.language)], leads=more)

    def _unseen(self, conversation: str, word: HiddenWord) -> Fixed:
        if word.asks == "person":
            self._report(conversation)
        # The bot does not hear it: to it, bread is food.
        return Fixed([word.answer()], language=word.language, unseen=True)

    def report_unseen(self, conversation: str, text: str) -> bool:
        """After STOP nothing may answer, but who asks in our hidden word for protective services is still heard."""
        word = hidden_word(text)
        asks = word is not None and word.asks == "person" and self._desk.only_answers(conversation)
        if asks:
            self._report(conversation)
        return asks

    def _report(self, conversation: str) -> None:
        detail = (
            "asks unseen for protective services: report it for them, never write or call this phone first; "
            "there may be only a phone number to go by"
        )
        self._desk.raise_once(_CRISIS, conversation, detail, subject=UNSEEN, urgent=True)


def _says_more(verdict: Verdict) -> bool:
    return len(verdict.normalised.split()) > _SAYS_MORE
