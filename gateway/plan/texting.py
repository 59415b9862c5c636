"""A plan by text: the phone that wants it asks for it, so nothing is ever sent to a phone that did not agree."""

from __future__ import annotations

import re

from gateway.plan.plain import texts
from gateway.plan.services import ServiceBook
from gateway.plan.view import on_paper
from gateway.sms.segments import Plan as TextPlan
from gateway.sms.segments import plan as as_text
from gateway.webwords import web_words
from referrals.plans import Plans

# A code begins with a digit, so that "plan details" stays a question.
_ASKED = re.compile(r"\s*plan\s+(\d[a-z0-9]{6})\s*[.!]?\s*", re.IGNORECASE)


class PlanTexts:
    """Answers 'PLAN' with a code."""

    def __init__(self, plans: Plans, book: ServiceBook, public_url: str) -> None:
        self._plans = plans
        self._book = book
        self._public_url = public_url

    def answer(self, text: str, language: str) -> list[TextPlan] | None:
        """The texts to answer with; None when this message is not about a plan's code."""
        asked = _ASKED.fullmatch(text)
        if asked is None:
            return None
        found = self._plans.by_text_code(asked.group(1))
        if found is None:
            return [as_text(web_words(language)["text_no_code"])]
        spoken = found.plan.language
        people = on_paper(found.plan, spoken, self._book)
        return texts(people, f"{self._public_url}/plan/{found.token}", spoken)
