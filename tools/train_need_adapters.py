"""`python -m tools.train_need_adapters WHEELS`: teach an upper half of the second reader the needs of the bank.

As `tools.train_talk_adapters`, with one head: the 39 needs. Sets by other hands judge it (data/evaluation/understanding).
The result is data/second_reader/needs.npz.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from gateway.safety.trained import second_reads
from resources_index.encoder.noise import spoil
from resources_index.encoder.packaged_mpnet import WIDTH
from resources_index.encoder.second import NEEDS
from resources_index.examples import read_examples
from tools.adapter_training import SEED, SMOOTHING, named_network, train

ROOT = Path(__file__).resolve().parents[1]
_EPOCHS = 3.0
_SPOILT_SHARE = 0.15


def main() -> int:
    """Train and write the file."""
    network = named_network(__doc__)
    texts, asked = read_items(ROOT / "data" / "dialogue" / "needs", random.Random(SEED))
    needs = sorted({need for own in asked for need in own})
    wanted = targets(asked, needs)
    print(f"{len(texts):,} texts")
    judged = nn.Linear(WIDTH, len(needs))

    def loss(vectors: Tensor, rows: list[int]) -> Tensor:
        shares = nn.functional.log_softmax(judged(vectors), dim=1)
        return -(shares * wanted[rows]).sum(dim=1).mean()

    train(network, texts, [judged], loss, _EPOCHS)
    network.learnt(judged, needs).save(ROOT / NEEDS)
    return 0


def read_items(folder: Path, chance: random.Random) -> tuple[list[str], list[Sequence[str]]]:
    """Texts and what each asks for; some once more with slips of the thumb."""
    items = [(e.text, e.needs) for e in read_examples(folder) if second_reads(e.text)]
    items += [(spoil(text, chance), needs) for text, needs in items if chance.random() < _SPOILT_SHARE]  # fmt: skip
    return [text for text, _ in items], [needs for _, needs in items]


def targets(asked: Sequence[Sequence[str]], needs: Sequence[str]) -> Tensor:
    """[texts, needs], rows sum to one: the needs of a text alike, a little for all others."""
    wanted = torch.full((len(asked), len(needs)), SMOOTHING / len(needs))
    for row, own in enumerate(asked):
        for need in own:
            wanted[row, needs.index(need)] += (1 - SMOOTHING) / len(own)
    return wanted


if __name__ == "__main__":
    sys.exit(main())
