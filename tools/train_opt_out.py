"""`python -m tools.train_opt_out`: learn how opting out sounds, and say how well on what was not learned.

Writes data/opt_out/weights.npz from messages.tsv beside it and from a part of the messages by
which the bot learns needs and acts; the rest of these, and a fifth of the table at a time, are the test.
"""

from __future__ import annotations

import random
import sys

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from gateway.sms.opt_out_by_ear import COLUMNS, WEIGHTS, features

_DIALOGUE = WEIGHTS.parents[1] / "dialogue"
_ORDINARY = 12000
_COUNTS, _STRENGTH, _FOLDS = 6.0, 60.0, 5


def table() -> list[tuple[str, bool]]:
    """(message, opts out); "how" is opting out in words that are too little to be sure."""
    lines = WEIGHTS.with_name("messages.tsv").read_text("utf-8").splitlines()
    return [(text, verdict != "in") for verdict, text in (line.split("\t") for line in lines)]


def ordinary() -> list[str]:
    """Messages that ask for help or answer a question, in a fixed order of chance."""
    needs = {
        line.split(" || ")[0].strip()
        for path in (_DIALOGUE / "needs").rglob("*.txt")
        for line in path.read_text("utf-8").splitlines()
    }
    turns = {
        line.strip().removeprefix("- ")
        for path in (_DIALOGUE / "acts").glob("*.yml")
        # Who asks to be forgotten may well ask for an end of texts too.
        if path.stem != "delete_my_data"
        for line in path.read_text("utf-8").splitlines()
        if line.strip().startswith("- ")
    }
    found = sorted((needs | turns) - {""})
    random.Random(7).shuffle(found)
    return found


def fit(rows: list[tuple[str, bool]], others: list[str]) -> LogisticRegression:
    """The table's rows count more than what merely must not sound like it."""
    model = LogisticRegression(C=_STRENGTH, max_iter=3000)
    labels = np.array([out for _, out in rows] + [False] * len(others))
    counts = np.array([_COUNTS] * len(rows) + [1.0] * len(others))
    model.fit(features([text for text, _ in rows] + others), labels, sample_weight=counts)
    return model


def main() -> int:
    """Print what held-out messages say, then write the weights learned from everything."""
    rows, others = table(), ordinary()
    random.Random(3).shuffle(rows)
    learned, rest = others[:_ORDINARY], others[_ORDINARY:]
    held = np.zeros(len(rows))
    for fold in range(_FOLDS):
        test = list(range(fold, len(rows), _FOLDS))
        model = fit([row for n, row in enumerate(rows) if n % _FOLDS != fold], learned)
        held[test] = _shares(model, [rows[n][0] for n in test])
    told = _shares(fit(rows, learned), rest)
    outs = np.array([out for _, out in rows])
    for limit in (0.25, 0.5, 0.9):
        print(
            f"{limit}: of {outs.sum()} who opt out {(held[outs] >= limit).mean():.3f}, of {(~outs).sum()} near misses "
            f"{(held[~outs] >= limit).sum()}, of {len(rest)} ordinary messages {(told >= limit).sum()}"
        )
    model = fit(rows, others)
    weights = model.coef_[0].astype(np.float16)
    assert weights.shape == (2 * COLUMNS,)
    np.savez_compressed(WEIGHTS, weights=weights, bias=np.float32(model.intercept_[0]))
    return 0


def _shares(model: LogisticRegression, texts: list[str]) -> NDArray[np.float64]:
    return np.asarray(model.predict_proba(features(texts))[:, 1], np.float64)


if __name__ == "__main__":
    sys.exit(main())
