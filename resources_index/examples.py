"""The bank of examples: messages as people write them, with the needs they ask for.

Format (docs/architecture.md): `<language>/<need_id>.txt`, one message a line; further needs follow
` || need_id,need_id`. In `several.<language>.txt` all needs follow the `||`, the main one first.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

LANGUAGES = ("en", "es")
DANGERS = ("none", "suicide", "medical_emergency", "abuse_now", "unsafe_now")
# Messages of these needs may tell of danger as well: they do not teach what is harmless.
MAYBE_DANGER = frozenset({"elder_abuse", "disaster", "mental_health"})
_NEAR_MISS = "near_miss"
_MARK = " || "


@dataclass(frozen=True)
class Example:
    """One message; `needs` has the main need first."""

    text: str
    language: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Alarm:
    """One message that tells of a danger (`kind` of DANGERS), or only sounds like it ('none')."""

    text: str
    language: str
    kind: str


def read_alarms(folder: Path) -> list[Alarm]:
    """All lines of `<kind>.<language>.txt` below `folder`; near_miss files are of kind none.

    Raises ValueError when a file is named otherwise.
    """
    found: list[Alarm] = []
    for path in sorted(folder.glob("*.txt")):
        kind, language = path.name.split(".")[:2]
        kind = "none" if kind == _NEAR_MISS else kind
        if kind not in DANGERS or language not in LANGUAGES:
            raise ValueError(f"{path.name}: name it <kind>.<language>.txt, kinds {DANGERS[1:]}.")
        lines = path.read_text("utf-8").splitlines()
        found += [Alarm(line.strip(), language, kind) for line in lines if line.strip()]
    return found


def read_examples(folder: Path) -> list[Example]:
    """All examples below `folder`, in a stable order.

    Raises ValueError with file and line when a line cannot be read.
    """
    found: list[Example] = []
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.txt")):
            found += _read_file(path, language, path.stem)
        several = folder / f"several.{language}.txt"
        if several.exists():
            found += _read_file(several, language, None)
    return found


def read_turns(folder: Path) -> list[str]:
    """The example turns of every act (Rasa's YAML below `folder`), whatever they are an example of."""
    turns = []
    for path in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            turns += [
                line.strip()[2:].strip() for line in block["examples"].splitlines() if line.strip()
            ]
    return turns


def read_said(folder: Path, leave_out: frozenset[str] = frozenset()) -> list[str]:
    """What people say in the middle of a talk (`<kind><tab><language><tab><turn>` below `folder`), but for some kinds."""
    turns = []
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            kind, _, turn = line.split("\t")
            if kind not in leave_out:
                turns.append(turn)
    return turns


def read_talk(dialogue: Path, leave_out: frozenset[str] = frozenset()) -> list[str]:
    """Turns of conversations below `dialogue` (data/dialogue): of every act, and of what is said in the middle of a talk."""
    return read_turns(dialogue / "acts") + read_said(dialogue / "said", leave_out)


def balanced(examples: list[Example], most: int) -> list[Example]:
    """At most `most` examples of each main need and language, taken evenly from all of them."""
    groups: dict[tuple[str, str], list[Example]] = {}
    for example in examples:
        groups.setdefault((example.needs[0], example.language), []).append(example)
    kept: list[Example] = []
    for group in groups.values():
        step = max(1.0, len(group) / most)
        kept += [group[int(i * step)] for i in range(min(most, len(group)))]
    return kept


def _read_file(path: Path, language: str, main_need: str | None) -> list[Example]:
    examples = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        text, _, named = line.partition(_MARK)
        needs = [need.strip() for need in named.split(",") if need.strip()]
        if main_need is not None:
            needs = [main_need, *(need for need in needs if need != main_need)]
        if not needs:
            raise ValueError(f"{path.name}, line {number}: no need is named after the '||'.")
        examples.append(Example(text.strip(), language, tuple(needs)))
    return examples
