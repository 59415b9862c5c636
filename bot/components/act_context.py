"""What was said before makes some kinds of turn likelier: after a list few messages ask for something new."""

from typing import Dict, Optional, Sequence

import numpy as np

# Measured on turns whose context is known (data/evaluation/acts): from .1 to .5 the figures are within two turns.
_NEED_AFTER_A_LIST = 0.5
_LIST_BEFORE_ANY = 0.3
_OF_A_LIST = (
    "more closer free_only not_that choose repeat go_back ask_detail wrong_number follow_up_answer"
).split()
AFTER_A_LIST: Dict[str, float] = {"ask_need": _NEED_AFTER_A_LIST}
BEFORE_ANY_LIST: Dict[str, float] = dict.fromkeys(_OF_A_LIST, _LIST_BEFORE_ANY)


def weights_after(listed: Optional[bool]) -> Dict[str, float]:
    """By how much the share of an act is multiplied. `listed`: whether a list was shown; None when nobody knows."""
    if listed is None:
        return {}
    return AFTER_A_LIST if listed else BEFORE_ANY_LIST


def weighted(shares: np.ndarray, labels: Sequence[str], weights: Dict[str, float]) -> np.ndarray:
    """`shares` [acts] weighted by act, with the sum one."""
    moved = shares * np.array([weights.get(label, 1.0) for label in labels])
    return moved / moved.sum()
