"""Print how often the bot names the right person in the labelled sets: by rules alone, and with what was learned.

    DATA_DIR=var .venv/bin/python -m tools.measure_whose [SET.jsonl …]

The learned part is trained here (some seconds); no bot and no stack is needed. Each message counts as a first one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.components.encoder import shared_encoder
from bot.components.need_shares import Eyes
from bot.components.second import second_sight, taught_sight
from bot.components.whose import whose_need
from bot.components.whose_reader import WhoseReader, read_whose
from porchlight.evaluation.understanding import Outcome, person_right, read_labelled, share

_SETS = Path("data/evaluation/understanding")


def main() -> None:
    """One line a set."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(_SETS.glob("*.jsonl"))
    lessons = read_whose()
    eyes = Eyes(shared_encoder().encode, second_sight(), taught_sight())
    reader = WhoseReader.fit(lessons, eyes.look([lesson.text for lesson in lessons]))
    print(f"{len(lessons)} lessons; second encoder: {'no' if eyes.see is None else 'yes'}")
    for path in paths:
        labelled = [label for label in read_labelled(path) if "about" in label]
        if labelled:
            figures = [_right(labelled, known, eyes) for known in (None, reader)]
            print(
                f"{path.stem}: {len(labelled)} messages, rules {figures[0]:.4f}, both {figures[1]:.4f}"
            )


def _right(labelled: list[dict[str, object]], reader: WhoseReader | None, eyes: Eyes) -> float:
    whose = [whose_need(str(label["text"]), reader, eyes) for label in labelled]
    outcomes = [
        Outcome(label, {"about": one.about or one.guess})
        for label, one in zip(labelled, whose, strict=True)
    ]
    return share(outcomes, person_right)


if __name__ == "__main__":
    main()
