"""How adapters and heads over the sentence vector are trained together, whatever the heads judge."""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from resources_index.encoder.adapters import SCALE
from resources_index.encoder.packaged_mpnet import unpack
from tools.adapter_network import Network

SEED = 7
SMOOTHING = 0.05
_BATCH = 48
_RATE, _HEAD_RATE = 1e-3, 3e-3
_WARM_SHARE, _LEAST_RATE = 1 / 15, 0.02

# What a batch got wrong: from scaled vectors [rows, width] and the rows.
Loss = Callable[[Tensor, list[int]], Tensor]


def named_network(purpose: str | None) -> Network:
    """The network in the packages of the folder that the command line names; `purpose` is what its help says."""
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("wheels", type=Path)
    wheels = sorted(parser.parse_args().wheels.glob("*.whl"))
    torch.manual_seed(SEED)
    with tempfile.TemporaryDirectory() as place:
        return Network(*unpack(wheels, Path(place)))


def train(
    network: Network,
    texts: Sequence[str],
    heads: Sequence[nn.Linear],
    loss_of: Loss,
    epochs: float,
) -> None:
    """Put adapters into `network` and teach them with `heads`. What the lower half says is computed once."""
    kept = network.lower(texts)
    weights = network.prepare()
    own = [p for head in heads for p in head.parameters()]
    groups = [{"params": weights, "lr": _RATE}, {"params": own, "lr": _HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = int(epochs * (len(texts) // _BATCH))
    warm = max(1, int(steps * _WARM_SHARE))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda s: min((s + 1) / warm, max(_LEAST_RATE, (steps - s) / max(1, steps - warm))),
    )
    begun = time.monotonic()
    for step, rows in enumerate(_batches([len(k) for k in kept], steps), start=1):
        loss = loss_of(network.upper([kept[row] for row in rows]) * SCALE, rows)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        schedule.step()
        if step % 20 == 0:
            taken = time.monotonic() - begun
            print(f"{step} of {steps}, loss {float(loss.detach()):.3f}, {taken:.0f} s", flush=True)


def _batches(lengths: Sequence[int], steps: int) -> Iterator[list[int]]:
    """Rows of about the same length, in another order each time round."""
    chance = random.Random(SEED)
    made = 0
    while True:
        order = list(range(len(lengths)))
        chance.shuffle(order)
        batches: list[list[int]] = []
        for start in range(0, len(order), _BATCH * 16):
            near = sorted(order[start : start + _BATCH * 16], key=lambda row: lengths[row])
            batches += [near[i : i + _BATCH] for i in range(0, len(near), _BATCH)]
        chance.shuffle(batches)
        for batch in batches:
            if made == steps:
                return
            made += 1
            yield batch
