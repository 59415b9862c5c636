"""Kinds of danger, or of a scam, from the sentence vector of a message: one hidden layer.

The two nearest lessons say what a message resembles; this says which directions of the vector tell a danger
from what only sounds like one. On lessons by writers whom it had not seen it is the best of the three views.
"""

from __future__ import annotations

from collections.abc import Mapping
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
        made = [_fit_one(given, kinds, weights, count, seed) for seed in range(_NETWORKS)]
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
    weights: NDArray[np.float64],
    count: int,
    seed: int,
) -> tuple[_Floats, ...]:
    """The four layers, as `Network` holds them. Some numbers are left out at random."""
    # Takes seconds to load, and the check itself never needs it.
    import torch  # noqa: PLC0415

    torch.manual_seed(seed)
    inner, outer = torch.nn.Linear(given.shape[1], _HIDDEN), torch.nn.Linear(_HIDDEN, count)
    network = torch.nn.Sequential(
        torch.nn.Dropout(_LEFT_OUT_BEFORE), inner, torch.nn.ReLU(), torch.nn.Dropout(_LEFT_OUT_INSIDE), outer
    )  # fmt: skip
    seen, kind, counts = (torch.from_numpy(part) for part in (given, kinds, weights))
    steps = -(-len(given) // _BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=_DECAY)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, _RATE, epochs=_EPOCHS, steps_per_epoch=steps, anneal_strategy="linear"
    )
    for _ in range(_EPOCHS):
        # Whole rows of a shuffled order: a loader would fetch lesson by lesson, which takes most of the time.
        for rows in torch.randperm(len(given)).split(_BATCH):
            right, weight = kind[rows], counts[rows]
            wrong = torch.nn.functional.cross_entropy(network(seen[rows]), right, reduction="none")
            optimiser.zero_grad()
            (wrong * weight).mean().backward()
            optimiser.step()
            rates.step()
    layers = (inner.weight.T, inner.bias[None], outer.weight.T, outer.bias[None])
    return tuple(layer.detach().numpy().copy() for layer in layers)
