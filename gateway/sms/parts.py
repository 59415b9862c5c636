"""A long message that arrives as several texts: when to wait for more, and how to put it together.

Phones and carriers cut a message in three ways that can be told from its parts:
- at the limit of Twilio and of many phones, 1,600 characters; some cut a little earlier, at a word;
- segment by segment, on networks that do not join them: each part but the last fills its segment to the
  last character (153 or 160 in GSM-7, 67 or 70 in UCS-2);
- numbered by an old phone itself: "(1/2) ...", "[1 of 2] ...", "... (1/2)". These may come in any order.
A text of an ordinary length is never held back.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from gateway.sms.segments import GSM_MANY, GSM_ONE, UCS_MANY, UCS_ONE, encoding_of

WAIT_S = 3.0
APART_S = 8.0
_NEARLY_FULL = 1500
_NUMBERS = r"[(\[](?P<n>\d) ?(?:/|of|de) ?(?P<of>\d)[)\]]"
_MARKS = (re.compile(rf"^\s*{_NUMBERS}\s*"), re.compile(rf"\s*{_NUMBERS}\s*$"))
_MOST_PARTS = 6


def looks_cut(text: str, count: int = 1) -> bool:
    """Whether more of this message is likely to come. `count` is the number of parts so far, `text` the last."""
    if count >= _MOST_PARTS:
        return False
    mark = _mark(text)
    if mark:
        return count < int(mark["of"])
    return len(text) >= _NEARLY_FULL or _fills_segments(text)


def join(texts: Sequence[str]) -> str:
    """The parts as one text: in the order of their numbers, else as they came."""
    marks = [_mark(text) for text in texts]
    numbers = [int(mark["n"]) for mark in marks if mark]
    if len(numbers) == len(texts) == len(set(numbers)):
        texts = [text for _, text in sorted(zip(numbers, texts, strict=True))]
    whole = _bare(texts[0])
    for before, text in itertools.pairwise(texts):
        # Cut at the limit words go on at once; cut at a word a space was lost.
        glued = not _mark(before) and (_fills_segments(before) or len(before) >= 1600)
        whole = f"{whole}{_bare(text)}" if glued else f"{whole.rstrip()} {_bare(text).lstrip()}"
    return whole


def _mark(text: str) -> re.Match[str] | None:
    found = [mark for pattern in _MARKS if (mark := pattern.search(text))]
    return found[0] if found and 1 <= int(found[0]["n"]) <= int(found[0]["of"]) > 1 else None


def _bare(text: str) -> str:
    mark = _mark(text)
    return text if mark is None else text[: mark.start()] + text[mark.end() :]


def _fills_segments(text: str) -> bool:
    """Exactly full: one segment, or several of a carrier that does not join them."""
    if encoding_of(text) == "GSM-7":
        return len(text) == GSM_ONE or (len(text) >= GSM_MANY and len(text) % GSM_MANY == 0)
    return len(text) == UCS_ONE or (len(text) >= UCS_MANY and len(text) % UCS_MANY == 0)
