"""Print how often the reader of what is said in a talk names the right kind, and how far its shares can be trusted.

    DATA_DIR=var .venv/bin/python -m tools.measure_said [SET.tsv …]

It is trained here (a minute); no bot and no stack is needed. Lines of kind, language and turn; two kinds that are both fair
stand with "|" between them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.components.bank import read_bank
from bot.components.encoder import shared_encoder
from bot.components.lesson_reader import LessonReader
from bot.components.need_shares import Eyes
from bot.components.said_reader import NONE, fit_said, read_said, said_in, teaches_none
from bot.components.second import second_sight, taught_sight
from tools.adapter_items import turns

_SETS = Path("data/evaluation/said")
_HEIGHTS = (0.25, 0.5, 0.75)
_EVERY = 10


def main() -> None:
    """One line a set and language, then how right the kinds above each height are."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(_SETS.glob("*.tsv"))
    eyes = Eyes(shared_encoder().encode, second_sight(), taught_sight())
    reader = _trained(eyes)
    for path in paths:
        lines = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
        heard = [said_in(reader, text, eyes)[0] for _, _, text in lines]
        right = [
            one["kind"] in kinds.split("|") for one, (kinds, _, _) in zip(heard, lines, strict=True)
        ]
        for language in ("en", "es"):
            own = [ok for ok, line in zip(right, lines, strict=True) if line[1] == language]
            if own:
                print(f"{path.stem} {language}: {len(own)} turns, right {sum(own) / len(own):.3f}")
        for height in _HEIGHTS:
            sure = [
                ok
                for ok, one in zip(right, heard, strict=True)
                if one["kind"] != NONE and float(str(one["share"])) >= height
            ]
            if sure:
                print(
                    f"  above {height}: {len(sure)} of some kind, right {sum(sure) / len(sure):.3f}"
                )


def _trained(eyes: Eyes) -> LessonReader:
    others = [text for text, act in turns(Path("data/dialogue/acts")) if teaches_none(act)]
    others += [example.text for example in read_bank()[::_EVERY]]
    return fit_said(read_said(), eyes, others, eyes.look(others))


if __name__ == "__main__":
    main()
