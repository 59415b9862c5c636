"""A long message that arrives as several texts: when to wait for more, and how to put it together.

Phones and carriers cut a message in three ways that can be told from its parts:
- at the limit of Twilio and of many phones, 1,600 characters; some cut a little earlier, at a word;
- segment by segment, on networks that do not join them: each part but the last fills its segment to the
  last character (153 or 160 in GSM-7, 67 or 70 in UCS-2);
- numbered by an old phone itself: "(1/2) ...".
A text of an ordinary length is never held back.
"""

from __future__ import annotations

import re

from gateway.sms.segments import GSM_MANY, GSM_ONE, UCS_MANY, UCS_ONE, encoding_of

WAIT_S = 3.0
APART_S = 8.0
_NEARLY_FULL = 1500
_MARK = re.compile(r"^\s*\((\d)/(\d)\)\s*")
_MOST_PARTS = 6


def looks_cut(text: str, count: int = 1) -> bool:
    """Whether more of this message is likely to come. `count` is the number of parts so far."""
    if count >= _MOST_PARTS:
        return False
    mark = _MARK.match(text)
    if mark:
        return int(mark[1]) < int(mark[2])
    return len(text) >= _NEARLY_FULL or _fills_segments(text)


def join(first: str, second: str) -> str:
    """Two parts as one text. Cut at the limit words go on at once; cut at a word a space was lost."""
    glued = _fills_segments(first) or len(first) >= 1600
    first, second = _MARK.sub("", first), _MARK.sub("", second)
    return f"{first}{second}" if glued else f"{first.rstrip()} {second.lstrip()}"


def _fills_segments(text: str) -> bool:
    """Exactly full: one segment, or several of a carrier that does not join them."""
    if encoding_of(text) == "GSM-7":
        return len(text) == GSM_ONE or (len(text) >= GSM_MANY and len(text) % GSM_MANY == 0)
    return len(text) == UCS_ONE or (len(text) >= UCS_MANY and len(text) % UCS_MANY == 0)
