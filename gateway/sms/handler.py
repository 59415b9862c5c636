"""One inbound text, from the webhook's fields to the texts to answer with. No HTTP here."""

from __future__ import annotations

from dataclasses import dataclass

from gateway.plan.texting import PlanTexts
from gateway.sms.keywords import is_help, is_start, is_stop
from gateway.sms.lines import Lines
from gateway.sms.order import Order
from gateway.sms.render import render
from gateway.sms.segments import Plan, plan
from gateway.turn import Answer, Desk, Turns
from gateway.wording import say


@dataclass(frozen=True)
class Inbound:
    """What a webhook says, as far as we need it."""

    number: str
    text: str
    pictures: int = 0


class TextLine:
    """Answers texts: opt-out first, then one turn at a time for each person."""

    def __init__(
        self,
        turns: Turns,
        lines: Lines,
        desk: Desk,
        order: Order,
        public_url: str,
        human_phone: str,
    ) -> None:
        self._turns = turns
        self._lines = lines
        self._desk = desk
        self._order = order
        self._privacy = f"{public_url}/privacy"
        self._human_phone = human_phone
        # Set where the plan is: answers 'PLAN' with a code.
        self.plan_texts: PlanTexts | None = None

    def receive(self, inbound: Inbound) -> list[Plan]:
        """The texts to answer with, in order; none when nothing may or need be said."""
        conversation, first = self._lines.seen(inbound.number)
        with self._order.of(conversation):
            texts = self._answer(conversation, inbound, first)
        self._lines.count_segments(conversation, sum(text.segments for text in texts))
        return texts

    def _answer(self, conversation: str, inbound: Inbound, first: bool) -> list[Plan]:
        text = inbound.text.strip()
        opted_out = self._lines.opted_out(conversation)
        if is_stop(text):
            self._opt_out(conversation, opted_out)
            return [] if opted_out else [plan(say("stopped", self._language(conversation)))]
        if is_start(text, opted_out):
            self._lines.set_opted_out(conversation, out=False)
            return [plan(say("started", self._language(conversation)))]
        if opted_out:
            self._while_opted_out(conversation, text)
            return []
        if is_help(text):
            language = "es" if "ayuda" in text.lower() else self._language(conversation)
            return [plan(say("help", language, phone=self._human_phone))]
        asked_plan = self.plan_texts and self.plan_texts.answer(text, self._language(conversation))
        if asked_plan:
            return asked_plan
        if not text:
            name = "picture" if inbound.pictures else "empty"
            return [plan(say(name, self._language(conversation)))]
        answer = self._turns.take(conversation, "sms", text)
        return render(answer, self._introduction(answer) if first else "")

    def _introduction(self, answer: Answer) -> str:
        if answer.understood.get("crisis"):
            return ""
        return say("first_contact", answer.language, privacy=self._privacy)

    def _opt_out(self, conversation: str, already: bool) -> None:
        self._lines.set_opted_out(conversation, out=True)
        if not already and self._desk.has_open_referral(conversation):
            self._desk.raise_item("opted_out", conversation, "opted out with an open referral")

    def _while_opted_out(self, conversation: str, text: str) -> None:
        """Nothing can be sent (carriers block it), but a cry for help reaches a person."""
        kind = self._turns.crisis_in(text)
        if kind is not None:
            self._desk.raise_item("crisis", conversation, f"{kind}, after STOP: call", urgent=True)

    def _language(self, conversation: str) -> str:
        return self._desk.language_of(conversation) or "en"
