"""Rasa's stock pipeline (DIET) trained on our examples, and both measured on sets by other hands.

    .venv/bin/python -m tools.stock_pipeline [--epochs 15] [--acts] [--keep FOLDER] [SET.jsonl …]

Stock knows one intent a message: it is taught the main need of each example. After 15 epochs it is right on .98 of
what it is taught, and an epoch takes two minutes. `--keep` leaves the trained model in a folder, and takes it from there
as long as it was taught the same.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import yaml

from bot.components.act_patterns import act_by_pattern
from bot.components.act_reader import ActReader
from bot.components.bank import bank_vectors, read_bank, read_lessons
from bot.components.encoder import shared_encoder
from bot.components.need_reader import NeedReader
from porchlight.evaluation.acts import read_turns
from porchlight.evaluation.understanding import read_labelled

ROOT = Path(__file__).resolve().parent.parent
EVALUATION = ROOT / "data" / "evaluation"
STOCK_CONFIG = ROOT / "tools" / "stock_stack" / "config.yml"
ISLAND = ROOT / ".venv-rasa" / "bin" / "python"
_ASK_NEED = "ask_need"
# As in bot/components/act_classifier.py: the bank counts as six acts.
_NEED_WEIGHT = 6
_ONE_THREAD = {
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "RASA_TELEMETRY_ENABLED": "false",
}
# "[words](entity)" is markup in Rasa's files: people's brackets become round ones.
_NO_MARKUP = str.maketrans("[]{}", "()()")

Lesson = tuple[str, str]


@dataclass(frozen=True)
class Heard:
    """What was understood first, and after how many milliseconds."""

    label: str | None
    milliseconds: float


@dataclass(frozen=True)
class Case:
    """A message of a test set and the labels that are right as the first."""

    text: str
    language: str
    right: frozenset[str]


def nlu_data(lessons: Sequence[Lesson]) -> str:
    """Rasa's YAML from (text, intent) pairs, in their order; spaces and line breaks become one space."""
    by_intent: dict[str, list[str]] = {}
    for text, intent in lessons:
        by_intent.setdefault(intent, []).append(" ".join(text.translate(_NO_MARKUP).split()))
    nlu = [
        {"intent": intent, "examples": "".join(f"- {text}\n" for text in texts)}
        for intent, texts in by_intent.items()
    ]
    return yaml.safe_dump({"version": "3.1", "nlu": nlu}, allow_unicode=True)


def stock_config(epochs: int) -> str:
    """The stock pipeline of tools/stock_stack with so many epochs, without policies."""
    config = yaml.safe_load(STOCK_CONFIG.read_text("utf-8"))
    for component in config["pipeline"]:
        if "epochs" in component:
            component["epochs"] = epochs
    return yaml.safe_dump({**config, "policies": []}, sort_keys=False)


def need_lessons() -> list[Lesson]:
    """All that our own reader learns from, each message with its main need."""
    return [(example.text, example.needs[0]) for example in [*read_bank(), *read_lessons()]]


def act_lessons() -> list[Lesson]:
    """The examples of each act, and as many messages of the bank as our own classifier weighs it."""
    lessons = []
    for path in sorted((ROOT / "data" / "dialogue" / "acts").glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            texts = [line.removeprefix("- ") for line in block["examples"].splitlines()]
            lessons += [(text, block["intent"]) for text in texts if text]
    per_act = len(lessons) // len({intent for _, intent in lessons})
    bank = read_bank()
    return lessons + [
        (example.text, _ASK_NEED) for example in bank[:: len(bank) // (_NEED_WEIGHT * per_act)]
    ]


def need_cases(path: Path) -> list[Case]:
    """Messages that name a need; a second reading that is fair counts as right."""
    return [
        Case(m["text"], m["language"], frozenset([*m["needs"], *(m.get("also_right") or [])]))
        for m in read_labelled(path)
        if m.get("needs")
    ]


def act_cases() -> list[Case]:
    """Turns of data/evaluation/acts; their language is not labelled."""
    turns = read_turns(EVALUATION / "acts" / "turns.tsv")
    return [Case(turn.message, "", turn.right) for turn in turns]


def taught(lessons: Sequence[Lesson], epochs: int) -> str:
    """What names a model by its lessons and its pipeline."""
    told = f"{stock_config(epochs)}\n{nlu_data(lessons)}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def train_stock(lessons: Sequence[Lesson], epochs: int, model: Path) -> float:
    """Train with `rasa train nlu` into `model` (….tar.gz); seconds it took. Raises CalledProcessError."""
    with tempfile.TemporaryDirectory(prefix="porchlight-stock-") as name:
        folder = Path(name)
        (folder / "nlu.yml").write_text(nlu_data(lessons), "utf-8")
        (folder / "config.yml").write_text(stock_config(epochs), "utf-8")
        command = [str(ISLAND), "-m", "rasa", "train", "nlu", "--nlu", "nlu.yml"]
        command += ["--config", "config.yml", "--out", str(model.resolve().parent)]
        command += ["--fixed-model-name", model.name.removesuffix(".tar.gz")]
        begun = time.monotonic()
        subprocess.run(command, cwd=folder, env={**os.environ, **_ONE_THREAD}, check=True)
        return time.monotonic() - begun


def hear_stock(model: Path, texts: Sequence[str]) -> list[Heard]:
    """What the trained stock model makes of each text."""
    command = [str(ISLAND), str(ROOT / "tools" / "stock_parse.py"), str(model)]
    done = subprocess.run(
        command, input=json.dumps(texts), env={**os.environ, **_ONE_THREAD},
        text=True, stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    return [Heard(*heard) for heard in json.loads(done.stdout.splitlines()[-1])]


def hear_ours(understand: Callable[[str], str | None], texts: Sequence[str]) -> list[Heard]:
    """The same for a classifier of ours."""
    heard = []
    for text in texts:
        begun = time.perf_counter()
        label = understand(text)
        heard.append(Heard(label, (time.perf_counter() - begun) * 1000))
    return heard


def our_needs() -> Callable[[str], str | None]:
    """Our reader of needs, fitted on the bank: the first need of a text."""
    encoder = shared_encoder()
    reader = NeedReader.fit(read_bank(), bank_vectors(), read_lessons(), encoder.encode)

    def first(text: str) -> str | None:
        needs, _ = reader.read(text, encoder.vectors)
        return needs[0][0] if needs else None

    return first


def our_acts() -> Callable[[str], str | None]:
    """Our patterns and our reader of acts, fitted on what the stock model learned."""
    lessons, encoder = act_lessons(), shared_encoder()
    texts, acts = zip(*lessons, strict=True)
    reader = ActReader.fit(texts, encoder.encode(texts), acts, np.ones(len(texts)))

    def act(text: str) -> str | None:
        return act_by_pattern(text) or reader.read(text, encoder.vector(text))[0][0]

    return act


def figures(cases: Sequence[Case], heard: Sequence[Heard]) -> str:
    """Share of right first labels, in all and by language, and the median time."""
    right = [h.label in case.right for case, h in zip(cases, heard, strict=True)]
    parts = [f"all {sum(right) / len(right):.3f}"]
    for language in sorted({case.language for case in cases} - {""}):
        of_it = [r for case, r in zip(cases, right, strict=True) if case.language == language]
        parts.append(f"{language} {sum(of_it) / len(of_it):.3f}")
    return f"{', '.join(parts)}; median {median(h.milliseconds for h in heard):.1f} ms"


def compare(
    what: str,
    lessons: Sequence[Lesson],
    sets: dict[str, list[Case]],
    fit_ours: Callable[[], Callable[[str], str | None]],
    folder: Path,
    epochs: int,
) -> None:
    """Train both on the same lessons and print a line a set for each; the stock model stays in `folder`."""
    model = folder / f"{what}-{taught(lessons, epochs)}.tar.gz"
    print(f"{what}: {len(lessons):,} examples", flush=True)
    if not model.exists():
        seconds = train_stock(lessons, epochs, model)
        print(f"  stock trained in {seconds:.0f} s, {epochs} epochs", flush=True)
    begun = time.monotonic()
    ours = fit_ours()
    print(f"  ours trained in {time.monotonic() - begun:.0f} s", flush=True)
    texts = [case.text for cases in sets.values() for case in cases]
    stock = iter(hear_stock(model, texts))
    for name, cases in sets.items():
        print(f"  {name} ({len(cases)})")
        print(f"    stock: {figures(cases, [next(stock) for _ in cases])}")
        print(f"    ours:  {figures(cases, hear_ours(ours, [c.text for c in cases]))}", flush=True)


def read_arguments(arguments: Sequence[str] | None) -> Any:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sets", nargs="*", type=Path, help="else all of data/evaluation")
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--acts", action="store_true", help="the acts of turns, not the needs")
    parser.add_argument("--keep", type=Path, help="folder for the trained models")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0."""
    options = read_arguments(arguments)
    with tempfile.TemporaryDirectory(prefix="porchlight-stock-") as temporary:
        folder: Path = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if options.acts:
            cases = {"turns": act_cases()}
            compare("acts", act_lessons(), cases, our_acts, folder, options.epochs)
            return 0
        paths = options.sets or sorted((EVALUATION / "understanding").glob("*.jsonl"))
        sets = {path.stem: cases for path in paths if (cases := need_cases(path))}
        compare("needs", need_lessons(), sets, our_needs, folder, options.epochs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
