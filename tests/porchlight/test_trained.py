"""A bot that was trained before an answer was written sends nothing for it: such a one is not started."""

from __future__ import annotations

import dataclasses
import io
import os
import tarfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from porchlight.errors import UserError
from porchlight.processes.stack import running_stack
from porchlight.processes.supervisor import run_all
from porchlight.processes.trained import refuse_a_bot_of_other_answers
from porchlight.settings import Settings


def domain(*names: str) -> str:
    spoken = "".join(f"  {name}:\n    - text: Hello.\n" for name in names)
    return f"version: '3.1'\nresponses:\n{spoken}" if names else "version: '3.1'\nslots: {}\n"


def train(settings: Settings, name: str, *answers: str) -> None:
    """A model as Rasa packs one, made after those that are there."""
    path = settings.data_dir / "models" / f"{name}.tar.gz"
    packed = domain(*answers).encode()
    with tarfile.open(path, "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("metadata.json"))
        member = tarfile.TarInfo("components/domain_provider/domain.yml")
        member.size = len(packed)
        archive.addfile(member, io.BytesIO(packed))
    while os.stat(path).st_ctime >= time.time():
        time.sleep(0.001)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "bot" / "domain"
    folder.mkdir(parents=True)
    (folder / "domain.yml").write_text(domain(), "utf-8")
    (folder / "responses.yml").write_text(domain("utter_greet", "utter_bye"), "utf-8")
    (tmp_path / "var" / "models").mkdir(parents=True)
    return dataclasses.replace(Settings.read(), root=tmp_path, data_dir=tmp_path / "var")


def test_a_bot_with_the_answers_of_the_code_is_started(settings: Settings) -> None:
    refuse_a_bot_of_other_answers(settings)
    train(settings, "one", "utter_bye", "utter_greet")
    refuse_a_bot_of_other_answers(settings)


@pytest.mark.parametrize("answers", [("utter_greet",), ("utter_greet", "utter_bye", "utter_gone")])
def test_one_with_too_few_or_too_many_is_not_and_says_what_to_do(
    settings: Settings, answers: tuple[str, ...]
) -> None:
    train(settings, "one", *answers)
    with pytest.raises(UserError, match=r"utter_(bye|gone).*make setup"):
        refuse_a_bot_of_other_answers(settings)


def test_the_newest_bot_counts_whatever_its_name(settings: Settings) -> None:
    train(settings, "b", "utter_greet")
    train(settings, "a", "utter_greet", "utter_bye")
    refuse_a_bot_of_other_answers(settings)


def in_a_stack(settings: Settings) -> None:
    with running_stack(settings):
        pass


@pytest.mark.parametrize("start", [run_all, in_a_stack])
def test_neither_run_nor_a_stack_of_our_own_starts_it(
    settings: Settings, start: Callable[[Settings], None]
) -> None:
    train(settings, "one", "utter_greet")
    with pytest.raises(UserError, match="make setup"):
        start(settings)
