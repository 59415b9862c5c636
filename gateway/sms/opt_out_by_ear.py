"""How much a message sounds like opting out: logistic regression on its words and runs of letters.

The sentences of plain_opt_out.py know what somebody has listed. This has learned from many wordings and
near-misses (data/opt_out/) and from thousands of messages that ask for help, which sound like
none. `python -m tools.train_opt_out` writes the weights.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer

from gateway.sms.opt_out_words import clauses

WEIGHTS = Path(__file__).resolve().parents[2] / "data" / "opt_out" / "weights.npz"
COLUMNS = 2**14
_WORDS = HashingVectorizer(
    ngram_range=(1, 3),
    n_features=COLUMNS,
    token_pattern=r"[^ ]+",  # noqa: S106 (of words)
    alternate_sign=False,
)
_LETTERS = HashingVectorizer(
    analyzer="char_wb", ngram_range=(3, 5), n_features=COLUMNS, alternate_sign=False
)
# At which share somebody is cut off, and from which on we say how it is done (docs/sms.md has the figures).
_SURE, _PERHAPS = 0.9, 0.25
# A long story is about something else, whatever it sounds like.
_MOST_WORDS = 20
# What tells the opposite apart: "don't stop texting me", "send me more", "why did you stop?".
_OPPOSITE = re.compile(
    r"\b(?:not|never|do not) (?:\w+ )?(?:stop|quit|end|cancel)\b|\bno (?:\w+ )?(?:dejen?|deje|paren?|pare|cancelen?)\b"
    r"|\b(?:send|text|message|call|contact) (?:me|us|it|them|that) (?:more|the|back|later|tomorrow|when|if|instead|today|on|at|to)\b"
    r"|\b(?:just|only|please|instead|so|but|better) (?:text|message|call) (?:me|us)\b"
    r"|\b(?:mandeme|mandenme|escribame|escribanme|llameme|llamenme|envieme)\b"
    r"|\b(?:why|did|when|where|which|por que|cuando|donde|quien) (?:\w+ )?(?:you|they|he|she|them|my|the|dejaron|dejo)\b"
    r"|\b(?:did not|do not|never) (?:\w+ )?(?:get|got|gotten|receive|received|reach|come|came|understand)\b"
    r"|\bno (?:\w+ )?(?:llegan?|llego|recibo|recibi|tengo|entiendo)\b|\bcut off\b|\bstopped (?:getting|coming|receiving)\b"
)
# Whatever it sounds like: without such a word nobody asks for an end.
_END_WORDS = re.compile(
    r"\b(?:stop\w*|quit\w*|end|ends|cease|halt|discontinue|cancel\w*|unsubscribe|opt|block\w*|remove\w*|delete\w*|erase\w*|take|get|off|out|"
    r"leave|lose|enough|no|not|never|without|revoke|ya|nunca|jamas|dej\w+|par[aeo]\w*|ces\w+|quit\w+|sa[cq]\w+|borr\w+|elimin\w+|baja|basta|alto|suspend\w+|deteng\w+|termin\w+)\b"
)
_ASKS_HOW = (
    "how",
    "can",
    "could",
    "would",
    "will",
    "what do i",
    "como",
    "pueden",
    "podrian",
    "me pueden",
)


def features(texts: Sequence[str]) -> csr_matrix:
    """[texts, 2 * COLUMNS]; words and letters have length one each."""
    flat = [" . ".join(words for words, _ in clauses(text)) for text in texts]
    return csr_matrix(hstack([_WORDS.transform(flat), _LETTERS.transform(flat)], format="csr"))


def shares(texts: Sequence[str]) -> NDArray[np.float64]:
    """[texts], 0 to 1."""
    weights, bias = _weights()
    logits = np.asarray(features(texts) @ weights, np.float64) + bias
    return np.asarray(1.0 / (1.0 + np.exp(-logits)), np.float64)


def sounds_sure(text: str) -> bool:
    """Whether it sounds so much like opting out that nobody who asks for help says it."""
    return _may_count(text) and bool(shares([text])[0] >= _SURE)


def sounds_like_it(text: str) -> bool:
    """Whether it may be meant."""
    return _may_count(text) and bool(shares([text])[0] >= _PERHAPS)


def _may_count(text: str) -> bool:
    found = clauses(text)
    length = sum(words.count(" ") + 1 for words, _ in found)
    if length > _MOST_WORDS or any(_OPPOSITE.search(words) for words, _ in found):
        return False
    if not any(_END_WORDS.search(words) for words, _ in found):
        return False
    # Only a question, and none of how it is done: "did it stop?"
    return not all(mark == "?" and not words.startswith(_ASKS_HOW) for words, mark in found)


@functools.cache
def _weights() -> tuple[NDArray[np.float32], float]:
    with np.load(WEIGHTS) as arrays:
        return arrays["weights"].astype(np.float32), float(arrays["bias"])
