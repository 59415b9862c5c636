"""Kinds of danger, or of a scam, from the sentence vector of a message: one hidden layer, trained with NumPy.

The two nearest lessons say what a message resembles; this says which directions of the vector tell a danger
from what only sounds like one. On lessons by writers whom it had not seen it is the best of the three views.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_HIDDEN, _NETWORKS = 192, 2
_EPOCHS, _BATCH = 10, 128
_RATE, _DECAY = 2e-3, 0.02
# Unit vectors of several hundred numbers are small each.
_SCALE = 8.0
_LEFT_OUT_BEFORE, _LEFT_OUT_INSIDE = 0.1, 0.3
_MOMENTUM, _SQUARES, _TINY = 0.9, 0.999, 1e-8
_SEED = 11

_Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Network:
    """Several small networks side by side, whose shares are averaged.

    `inner` [networks, width, hidden], `inner_bias` [networks, 1, hidden], `outer` [networks, hidden, kinds],
    `outer_bias` [networks, 1, kinds]; `centre` [width] is what all lessons share.
    """

    centre: _Floats
    inner: _Floats
    inner_bias: _Floats
    outer: _Floats
    outer_bias: _Floats

    @classmethod
    def fit(
        cls, vectors: _Floats, kinds: NDArray[np.int64], weights: NDArray[np.float64], count: int
    ) -> Network:
        """From unit vectors [lessons, width], the column of the kind of each (of `count`), and how much it counts."""
        centre = vectors.mean(axis=0)
        given = _centred(vectors, centre)
        chance = np.random.default_rng(_SEED)
        made = [
            _fit_one(given, kinds, weights.astype(np.float32), count, chance)
            for _ in range(_NETWORKS)
        ]
        return cls(centre, *(np.stack(parts) for parts in zip(*made, strict=True)))

    def shares(self, vectors: _Floats) -> NDArray[np.float64]:
        """[texts, kinds], rows sum to one."""
        hidden = np.maximum(_centred(vectors, self.centre) @ self.inner + self.inner_bias, 0.0)
        shares: NDArray[np.float64] = _softmax(hidden @ self.outer + self.outer_bias).mean(axis=0)
        return shares.astype(np.float64)

    def arrays(self) -> dict[str, Any]:
        """For np.savez."""
        return {f"network_{name}": value for name, value in vars(self).items()}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any]) -> Network:
        """The inverse of `arrays`."""
        mark = "network_"
        return cls(**{n.removeprefix(mark): a for n, a in arrays.items() if n.startswith(mark)})


def _centred(vectors: _Floats, centre: _Floats) -> _Floats:
    moved = vectors - centre
    scaled: _Floats = _SCALE * moved / np.linalg.norm(moved, axis=1, keepdims=True)
    return scaled


def _softmax(logits: _Floats) -> _Floats:
    risen = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: _Floats = risen / risen.sum(axis=-1, keepdims=True)
    return shares


def _fit_one(
    given: _Floats,
    kinds: NDArray[np.int64],
    weights: _Floats,
    count: int,
    chance: np.random.Generator,
) -> tuple[_Floats, ...]:
    width = given.shape[1]
    layers = [
        (chance.standard_normal((width, _HIDDEN)) * np.sqrt(2.0 / width)).astype(np.float32),
        np.zeros((1, _HIDDEN), np.float32),
        (chance.standard_normal((_HIDDEN, count)) * np.sqrt(1.0 / _HIDDEN)).astype(np.float32),
        np.zeros((1, count), np.float32),
    ]
    means, squares = ([np.zeros_like(layer) for layer in layers] for _ in (_MOMENTUM, _SQUARES))
    batches = list(_batches(len(given), chance))
    for step, rows in enumerate(batches, start=1):
        slopes = _slopes(layers, given[rows], kinds[rows], weights[rows], chance)
        # A third of the steps to warm, then down to nothing.
        done = step / len(batches)
        rate = _RATE * min(done * 3.0, (1.0 - done) * 1.5)
        for at, slope in enumerate(slopes):
            means[at] += (1 - _MOMENTUM) * (slope - means[at])
            squares[at] += (1 - _SQUARES) * (slope * slope - squares[at])
            even = np.sqrt(squares[at] / (1 - _SQUARES**step)) + _TINY
            move = means[at] / (1 - _MOMENTUM**step) / even
            layers[at] -= rate * (move + _DECAY * layers[at])
    return tuple(layers)


def _batches(lessons: int, chance: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    for _ in range(_EPOCHS):
        order = chance.permutation(lessons)
        yield from np.array_split(order, max(1, lessons // _BATCH))


def _slopes(
    layers: list[_Floats],
    given: _Floats,
    kinds: NDArray[np.int64],
    weights: _Floats,
    chance: np.random.Generator,
) -> tuple[_Floats, ...]:
    """Of the weighted cross-entropy, for each of the four layers. Some numbers are left out at random."""
    inner, inner_bias, outer, outer_bias = layers
    seen = given * _kept(given, _LEFT_OUT_BEFORE, chance)
    kept = _kept(np.empty((len(given), inner.shape[1]), np.float32), _LEFT_OUT_INSIDE, chance)
    hidden = np.maximum(seen @ inner + inner_bias, 0.0) * kept
    wrong = _softmax(hidden @ outer + outer_bias)
    wrong[np.arange(len(kinds)), kinds] -= 1.0
    wrong *= weights[:, None] / len(kinds)
    back = (wrong @ outer.T) * kept * (hidden > 0)
    return (
        seen.T @ back,
        back.sum(axis=0, keepdims=True),
        hidden.T @ wrong,
        wrong.sum(axis=0, keepdims=True),
    )


def _kept(like: _Floats, left_out: float, chance: np.random.Generator) -> _Floats:
    kept = chance.random(like.shape, dtype=np.float32) >= left_out
    scaled: _Floats = kept.astype(np.float32) / np.float32(1 - left_out)
    return scaled
