"""A text that is longer than its budget as several texts, cut where a reader would pause."""

from __future__ import annotations

import re

from gateway.sms.segments import Plan, plan

# From the best place to cut to the worst: a line, a sentence, a word. Phones and links have no spaces.
_CUTS = (re.compile(r"\n"), re.compile(r"(?<=[.!?]) "), re.compile(r" "))


def split(text: str, budget: int) -> list[Plan]:
    """Texts of at most `budget` segments each; a word that is longer than that is cut at last."""
    texts: list[Plan] = []
    while (whole := plan(text)).segments > budget:
        head, text = _cut(text, budget)
        texts.append(plan(head))
    return [*texts, whole] if whole.text else texts


def _cut(text: str, budget: int) -> tuple[str, str]:
    for cut in _CUTS:
        places = [m for m in cut.finditer(text) if plan(text[: m.start()]).segments <= budget]
        # A cut that leaves a few words alone is worse than one inside a line.
        good = [m for m in places if m.start() >= 60 * budget]
        if good:
            return text[: good[-1].start()], text[good[-1].end() :]
    length = max(n for n in range(1, len(text)) if plan(text[:n]).segments <= budget)
    return text[:length], text[length:]
