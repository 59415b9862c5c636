"""`python -m tools.train_adapters WHEELS`: teach the upper half of the second reader what tells of danger.

WHEELS is a folder with the five packages that resources_index/encoder/second.lock names. Thin matrices beside the
large ones of the upper layers are trained with three heads over the sentence vector: kinds of danger, needs and acts.
The last two are there so that it keeps what people speak of, and are thrown away. An eighth of all lessons is held
back (gateway/safety/lessons.py): the heights of the check are chosen on these. What the lower half says is computed once.
Two epochs take half an hour on two quiet cores; the result is data/second_reader/adapters.npz.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from resources_index.encoder.packaged_mpnet import WIDTH
from resources_index.encoder.second import ADAPTERS
from resources_index.examples import DANGERS
from tools.adapter_items import Item, read_items
from tools.adapter_training import SEED, SMOOTHING, named_network, train

ROOT = Path(__file__).resolve().parents[1]
_EPOCHS = 2.0
# A cry that is missed does more harm than an alarm too many.
_DANGER_WEIGHTS = (1.0, 1.3, 1.3, 1.3, 1.3)
_NEED_AS_ACT_WEIGHT = 0.3  # the bank has thousands of this one act


def main() -> int:
    """Train and write the file."""
    network = named_network(__doc__)
    items, needs, acts = read_items(ROOT / "data" / "dialogue", random.Random(SEED))
    print(f"{len(items):,} texts")
    heads = [nn.Linear(WIDTH, size) for size in (len(DANGERS), len(needs), len(acts))]
    train(
        network,
        [item.text for item in items],
        heads,
        lambda vectors, rows: _loss(heads, vectors, [items[row] for row in rows]),
        _EPOCHS,
    )
    network.learnt(heads[0], DANGERS).save(ROOT / ADAPTERS)
    return 0


def _loss(heads: Sequence[nn.Linear], vectors: Tensor, items: Sequence[Item]) -> Tensor:
    """The sum of what each head got wrong on the items that it is taught by."""
    dangers, needs, acts = heads
    total = vectors.sum() * 0
    of_danger = torch.tensor([item.danger for item in items])
    if (judged := of_danger >= 0).any():
        weight = torch.tensor(_DANGER_WEIGHTS)
        total = total + nn.functional.cross_entropy(
            dangers(vectors[judged]), of_danger[judged], weight, label_smoothing=SMOOTHING
        )
    shares = torch.zeros(len(items), needs.out_features)
    for row, item in enumerate(items):
        for column in item.needs:
            shares[row, column] = 1 / len(item.needs)
    if (asked := shares.sum(1) > 0).any():
        total = total + nn.functional.cross_entropy(
            needs(vectors[asked]), shares[asked], label_smoothing=SMOOTHING
        )
    of_act = torch.tensor([item.act for item in items])
    if (said := of_act >= 0).any():
        weight = torch.where(asked, _NEED_AS_ACT_WEIGHT, 1.0)[said]
        wrong = nn.functional.cross_entropy(
            acts(vectors[said]), of_act[said], label_smoothing=SMOOTHING, reduction="none"
        )
        total = total + (wrong * weight).mean()
    return total


if __name__ == "__main__":
    sys.exit(main())
