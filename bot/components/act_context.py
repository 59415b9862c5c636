"""What was said before makes some kinds of turn likelier: after a list few messages ask for something new."""

import re
from typing import Dict, Optional, Sequence

import numpy as np

from bot.components.text import plain

# Measured on turns whose context is known (data/evaluation/acts): from .1 to .5 the figures are within two turns.
_NEED_AFTER_A_LIST = 0.4
# Who speaks of what was said or done before asks for no new need, whatever need is named: ten turns of 1,252.
_NEED_LOOKING_BACK, _NEED_LOOKING_BACK_AT_FIRST = 0.3, 0.5
_LOOKS_BACK = re.compile(
    r"\b(?:numbers?|line|phone|places?|one|list|lady|office|folks|people) (?:that |which )?(?:you|yall|y'all|ya) (?:\w+ )?(?:gave|sent|told|listed|showed|had)\b|"
    r"\b(?:you|u) (?:\w+ )?(?:gave|sent|told|put|wrote|got) (?:me|us|it|a|the wrong|wrong)\b|"
    r"\b(?:they|she|he|lady|man|nobody|no one) (?:\w+ )?(?:told me|said (?:i|we|she|he|no|they)|never (?:called|answered)|hung up|turned (?:me|us)|approved|denied)\b|"
    r"\b(?:did|has|have) (?:they|anybody|anyone|somebody|someone|you) (?:ever )?\w+|"
    r"\b(?:got|finally got) (?:approved|through|(?:the|my|her|his) (?:meals|aide|appointment) started)\b|\bstart(?:s|ed) (?:on )?(?:next week|tomorrow|(?:mon|tues|wednes|thurs|fri)day)\b|"
    r"\b(?:me dijeron|me dijo|que me dio|que me mando|me mandaron|nunca me)\b|\b(?:dictation|autocorrect|typo|meant|misheard|misread|typed)\b"
)
_LIST_BEFORE_ANY = 0.3
_OF_A_LIST = (
    "more closer free_only not_that choose repeat go_back ask_detail wrong_number follow_up_answer"
).split()
BEFORE_ANY_LIST: Dict[str, float] = dict.fromkeys(_OF_A_LIST, _LIST_BEFORE_ANY)


def weights_after(listed: Optional[bool], text: str = "") -> Dict[str, float]:
    """By how much the share of an act is multiplied. `listed`: whether a list was shown; None when nobody knows."""
    if listed is None:
        return {}
    looks_back = bool(_LOOKS_BACK.search(plain(text)))
    if listed:
        return {"ask_need": _NEED_AFTER_A_LIST * (_NEED_LOOKING_BACK if looks_back else 1.0)}
    return {"ask_need": _NEED_LOOKING_BACK_AT_FIRST} if looks_back else BEFORE_ANY_LIST


def weighted(shares: np.ndarray, labels: Sequence[str], weights: Dict[str, float]) -> np.ndarray:
    """`shares` [acts] weighted by act, with the sum one."""
    moved = shares * np.array([weights.get(label, 1.0) for label in labels])
    return moved / moved.sum()
