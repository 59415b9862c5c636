"""What a turn in the middle of a talk says or asks, from lessons (data/dialogue/said).

Acts tell what kind of turn it is; this tells what it is about: "will they take my house", "he won't have strangers in",
"I left a message there". Each kind is answered by a sentence of its own or from a field of a record (actions/talk/said.py).
"""

from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Sequence

import numpy as np

from bot.components.lesson_reader import Blend, LessonReader
from bot.components.need_shares import Eyes, Views

LESSONS = Path("data/dialogue/said")
NONE = "none"
# Turns of these acts are themselves of some kind here, or of none that they would teach.
_OTHER_ACTS = frozenset(
    "ask_detail thanks unsure off_topic who_are_you are_you_robot insult person repeat wrong_number follow_up_answer how_it_works help "
    "goodbye no_answer injection medical_advice legal_advice".split()
)
# Requests come by thousands, and lessons of a kind by dozens: together they may not count for more than this many.
_NONE_WEIGHT = 1.0
# Measured on turns by other hands (data/evaluation/said).
BLEND = Blend(words=0.4, taught=0.4, strength=40.0)
_MOST = 3


class Lesson(NamedTuple):
    """One turn and its kind."""

    kind: str
    text: str


def read_said(folder: Path = LESSONS) -> List[Lesson]:
    """Lines of kind, language and text, in a stable order. Raises ValueError for a line that is none."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            fields = line.split("\t")
            if len(fields) != 3 or not all(fields):
                raise ValueError(f"{path.name}, line {number}: kind, language and text, please")
            found.append(Lesson(fields[0], fields[2]))
    return found


def teaches_none(act: str) -> bool:
    """Whether turns of this act are of no kind here."""
    return act not in _OTHER_ACTS


def fit_said(
    lessons: Sequence[Lesson], eyes: Eyes, others: Sequence[str], other_views: Views
) -> LessonReader:
    """`others`: turns of no kind, and how they are seen."""
    labels = [lesson.kind for lesson in lessons] + [NONE] * len(others)
    per_kind = len(lessons) / max(1, len(set(labels)))
    share = min(1.0, _NONE_WEIGHT * per_kind / max(1, len(others)))
    own = eyes.look([lesson.text for lesson in lessons])
    return LessonReader.fit(
        BLEND,
        [lesson.text for lesson in lessons] + list(others),
        labels,
        np.array([1.0] * len(lessons) + [share] * len(others)),
        own.followed_by(other_views),
    )


def said_in(reader: Optional[LessonReader], text: str, eyes: Eyes) -> List[Dict[str, object]]:
    """The likeliest kinds of a turn with their shares, best first; empty without a reader or words."""
    if reader is None or not text.strip():
        return []
    shares = np.exp(reader.logs(text, eyes))
    shares /= shares.sum()
    best = np.argsort(-shares)[:_MOST]
    return [{"kind": reader.labels[i], "share": round(float(shares[i]), 4)} for i in best]
