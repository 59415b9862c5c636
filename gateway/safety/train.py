"""`python -m gateway.safety.train`: train the second half of the crisis check and of the check for scams."""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gateway.safety.aps import write_aps_lines
from gateway.safety.classifier import KINDS, SCAM_KINDS
from gateway.safety.heights import Folds, Goal, Shares, choose
from gateway.safety.lessons import is_held_back, lessons, read_scams, scam_lessons
from gateway.safety.material import Material, Second
from gateway.safety.rules_table import rules, scam_rules
from gateway.safety.trained import FIRST, SECOND, is_unsure, save_trained
from gateway.safety.view import view_arrays
from resources_index.directory import Directory
from resources_index.encoder import Encoder
from resources_index.encoder.second_reader import SecondReader, open_second
from resources_index.examples import balanced, read_alarms, read_examples, read_talk
from resources_index.index.vectors import Encode, stored_first

ROOT = Path(__file__).resolve().parents[2]
_MOST_PER_NEED = 400  # of each need and language
_MOST_FOR_SCAMS = 60  # which are further from ordinary requests

# Whole files of ordinary messages are held out at once: on sets by other hands about half as many are alarms.
# The most veiled cries are those of suicide, so that its height is the lowest. A third fewer false alarms would cost
# 6 in 1,000 cries for help on those sets: a cry that is missed does more harm than a number that was not needed.
_CRISIS_GOAL = Goal(
    sure={
        "suicide": Shares(0.018, 0.006),
        "medical_emergency": Shares(0.015, 0.0026),
        "abuse_now": Shares(0.015, 0.0024),
        "unsafe_now": Shares(0.015, 0.0021),
    },
    perhaps=Shares(0.10, 0.039),
)
# Both readers tell cries from harmless turns of a talk so well that suicide needs less of such a licence: at these shares
# ordinary turns are spared for one cry in three hundred, which gets a line before the answer.
_GOAL_OF_BOTH = dataclasses.replace(
    _CRISIS_GOAL, sure={**_CRISIS_GOAL.sure, "suicide": Shares(0.015, 0.005)}
)
# What both readers find so absurd is no alarm, whatever words stand in it, but a line before the answer. Measured on ten
# sets by other hands: of 38 false alarms by rules it takes back 22, of 1,041 cries six.
_ABSURD = -7.5
# "How do I know this is real" tells of scams without being one.
_OF_TRUST = frozenset({"trust", "our_data", "whose", "who_finds_out", "lose_house"})
_SCAM_GOAL = Goal(sure={"scam": Shares(0.03, 0.0015)}, perhaps=Shares(0.03, 0.0015))


def main() -> int:
    """Write crisis.npz, scam.npz, a .json beside each, and aps.json to $DATA_DIR/safety."""
    os.environ.setdefault("ENCODER_THREADS", str(os.cpu_count() or 1))
    encoder = Encoder.load(ROOT / os.environ.get("ENCODER_DIR", "data/encoder"))
    data = ROOT / "data"
    data_dir = ROOT / os.environ.get("DATA_DIR", "var")
    stored = stored_first(data_dir / "index", "examples", encoder.info.digest, encoder.encode)
    encode = _once(stored)
    examples = read_examples(data / "dialogue" / "needs")
    alarms = read_alarms(data / "dialogue" / "crisis")
    check = _Check(data_dir / "safety", encoder)
    turns = read_talk(data / "dialogue")
    about_danger = lessons(alarms, balanced(examples, _MOST_PER_NEED), turns)
    material = Material.of(about_danger, encode)
    check.train("crisis", material, KINDS, _CRISIS_GOAL, _in_danger, open_second(data_dir))
    scams = read_scams(data / "dialogue" / "scams")
    turns = read_talk(data / "dialogue", leave_out=_OF_TRUST)
    about_scams = scam_lessons(scams, alarms, balanced(examples, _MOST_FOR_SCAMS), turns)
    material = Material.of(about_scams, encode, SCAM_KINDS)
    check.train("scam", material, SCAM_KINDS, _SCAM_GOAL, scam_rules().catch, None)
    write_aps_lines(Directory.load([data / "directory"]), check.folder)
    return 0


def _once(encode: Encode) -> Encode:
    """The same vectors, each text encoded once: both checks learn from the same messages."""
    known: dict[str, NDArray[np.float32]] = {}

    def encode_new(texts: Sequence[str]) -> NDArray[np.float32]:
        fresh = list(dict.fromkeys(text for text in texts if text not in known))
        if fresh:
            known.update(zip(fresh, encode(fresh), strict=True))
        return np.stack([known[text] for text in texts])

    return encode_new


@dataclasses.dataclass(frozen=True)
class _Check:
    folder: Path
    encoder: Encoder

    def train(
        self,
        name: str,
        material: Material,
        names: Sequence[str],
        goal: Goal,
        catches: Callable[[str], bool],
        reader: SecondReader | None,
    ) -> None:
        folds = Folds.of(material)
        arrays = {**material.words().arrays(), **view_arrays(material.seen(), FIRST)}
        alone = limits = choose(folds.first, material.taught, names, goal, catches)
        if reader is not None:
            second = Second.of(material, is_unsure(folds.first), reader.look)
            fair = [row for row, lesson in enumerate(material.taught) if is_held_back(lesson)]
            held, odds = [material.taught[row] for row in fair], folds.with_second(second)[fair]
            limits = choose(odds, held, names, _GOAL_OF_BOTH, catches)
            limits = dataclasses.replace(limits, absurd=_ABSURD)
            arrays |= view_arrays(second.seen, SECOND)
        info = {
            "encoder": self.encoder.info.digest,
            "second": reader and reader.info.digest,
            "limits": dataclasses.asdict(limits),
            "alone": dataclasses.asdict(alone),
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        save_trained(self.folder, name, arrays, info)
        sys.stdout.write(f"{name}: {limits}, by the first reader alone: {alone}\n")


def _in_danger(normalised: str) -> bool:
    return any(table.catch(normalised) for table in rules())


if __name__ == "__main__":
    sys.exit(main())
