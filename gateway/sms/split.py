"""A text that is longer than its budget as several texts, cut where a reader would pause."""

from __future__ import annotations

import re

from gateway.sms.segments import GSM_ONE, Plan, plan

# From the best place to cut to the worst. Links have no spaces; a phone may have some, as people write it.
_LINE, _SENTENCE, _WORD = re.compile(r"\n"), re.compile(r"(?<=[.!?]) "), re.compile(r"[ \n]")

_PHONE = re.compile(
    r"(?:\+?1[ .-])?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?:,? ?(?:x|ext\.?|extension|opcion|option|press) ?\d+)?"
)


def split(text: str, budget: int) -> list[Plan]:
    """Texts of at most `budget` segments each; a word that is longer than that is cut at last."""
    texts: list[Plan] = []
    while (whole := plan(text)).segments > budget:
        head, text = _cut(text, budget)
        texts.append(plan(head))
    return [*texts, whole] if whole.text else texts


def _cut(text: str, budget: int) -> tuple[str, str]:
    window = text[: budget * GSM_ONE]
    phones = [found.span() for found in _PHONE.finditer(text[: len(window) + 40])]
    # A cut that leaves a few words alone is worse than one inside a line, and better than one in a word.
    for cut, least in ((_LINE, 60), (_SENTENCE, 60), (_WORD, 60), (_WORD, 0)):
        places = [
            m
            for m in cut.finditer(window)
            if m.start() > least * budget and not any(a <= m.start() < b for a, b in phones)
        ]
        for place in reversed(places):
            if plan(text[: place.start()]).segments <= budget:
                return text[: place.start()], text[place.end() :]
    length = len(window)
    while plan(text[:length]).segments > budget:
        length -= 1
    return text[:length], text[length:]
