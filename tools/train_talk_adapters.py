"""`python -m tools.train_talk_adapters WHEELS`: teach the upper half of the second reader what people say in a talk.

As `tools.train_adapters`, with other heads: what is said or asked in the middle of a talk (data/dialogue/said), whose
need it is (data/dialogue/whose), and the act of a turn. The head of the last is thrown away: the bot learns acts from what
this half sees (bot/components/act_reader.py), so that new lessons of acts need no training here. Sets by other hands
judge it (data/evaluation): nothing of the lessons is held back.
The result is data/second_reader/talk.npz.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from bot.components.said_reader import NONE, read_said, teaches_none
from bot.components.whose_reader import read_whose
from gateway.safety.trained import second_reads
from resources_index.encoder.noise import spoil
from resources_index.encoder.packaged_mpnet import WIDTH
from resources_index.encoder.second import TALK
from resources_index.examples import read_examples
from tools.adapter_items import UNJUDGED, turns
from tools.adapter_training import SEED, SMOOTHING, named_network, train

ROOT = Path(__file__).resolve().parents[1]
_EPOCHS = 4.0
_EVERY = 10  # of the thousands of requests in the bank
_SPOILT_SHARE = 0.3
_ASKS = "ask_need"


@dataclass(frozen=True)
class Item:
    """A text with what each head should say: columns, or UNJUDGED."""

    text: str
    said: int = UNJUDGED
    whose: int = UNJUDGED
    act: int = UNJUDGED


def main() -> int:
    """Train and write the file."""
    network = named_network(__doc__)
    items, kinds, groups, acts = read_items(ROOT / "data" / "dialogue", random.Random(SEED))
    print(f"{len(items):,} texts")
    judged = nn.Linear(WIDTH, len(kinds) + len(groups))
    of_acts = nn.Linear(WIDTH, len(acts))

    def loss(vectors: Tensor, rows: list[int]) -> Tensor:
        chosen = [items[row] for row in rows]
        said, whose = judged(vectors).split([len(kinds), len(groups)], dim=1)
        total = _wrong(said, [item.said for item in chosen])
        total = total + _wrong(whose, [item.whose for item in chosen])
        return total + _wrong(of_acts(vectors), [item.act for item in chosen])

    train(network, [item.text for item in items], [judged, of_acts], loss, _EPOCHS)
    network.learnt(judged, [*kinds, *groups]).save(ROOT / TALK)
    return 0


def read_items(
    data: Path, chance: random.Random
) -> tuple[list[Item], list[str], list[str], list[str]]:
    """All that is taught, the kinds of what is said (none first), the groups, and the acts."""
    said = [lesson for lesson in read_said(data / "said") if second_reads(lesson.text)]
    kinds = [NONE, *sorted({lesson.kind for lesson in said} - {NONE})]
    whose = [lesson for lesson in read_whose(data / "whose") if second_reads(lesson.text)]
    groups = sorted({lesson.group for lesson in whose})
    acted = [(text, act) for text, act in turns(data / "acts") if second_reads(text)]
    acts = sorted({act for _, act in acted})
    bank = [e for e in read_examples(data / "needs") if e.language == "en"][::_EVERY]
    items = [Item(lesson.text, said=kinds.index(lesson.kind)) for lesson in said]
    items += [
        Item(spoil(item.text, chance), said=item.said)
        for item in items
        if chance.random() < _SPOILT_SHARE
    ]
    items += [Item(lesson.text, whose=groups.index(lesson.group)) for lesson in whose]
    items += [
        Item(text, said=0 if teaches_none(act) else UNJUDGED, act=acts.index(act))
        for text, act in acted
    ]
    items += [Item(e.text, said=0, act=acts.index(_ASKS)) for e in bank]
    return items, kinds, groups, acts


def _wrong(logits: Tensor, wanted: Sequence[int]) -> Tensor:
    """What a head got wrong on the items that it is taught by."""
    columns = torch.tensor(wanted)
    judged = columns >= 0
    if not judged.any():
        return logits.sum() * 0
    wrong: Tensor = nn.functional.cross_entropy(
        logits[judged], columns[judged], label_smoothing=SMOOTHING
    )
    return wrong


if __name__ == "__main__":
    sys.exit(main())
