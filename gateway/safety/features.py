"""What the trained crisis check looks at: the words and letters of a message beside its sentence vector.

The sentence vector knows paraphrases, the words and runs of letters know that "wont wake" and "woke up" are
far apart. On messages by other hands the two together find far more than either alone (docs/safety.md).
Hashing needs no table of words, so that the trained check is plain arrays.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer

from gateway.safety.normalise import normalise

_COLUMNS = 2**16
_A_WORD = r"[a-z0-9ñ']+"
_WORDS = HashingVectorizer(
    ngram_range=(1, 3), n_features=_COLUMNS, token_pattern=_A_WORD, alternate_sign=False
)
_LETTERS = HashingVectorizer(
    analyzer="char_wb", ngram_range=(3, 5), n_features=_COLUMNS, alternate_sign=False
)


def features(texts: Sequence[str], vectors: NDArray[np.float32]) -> csr_matrix:
    """[texts, 2 * 2**16 + dimension] from texts and their unit vectors [texts, dimension]."""
    flat = [normalise(text) for text in texts]
    parts = [_WORDS.transform(flat), _LETTERS.transform(flat), csr_matrix(vectors)]
    return csr_matrix(hstack(parts).tocsr().astype(np.float32))
