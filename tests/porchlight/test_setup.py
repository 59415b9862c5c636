"""Set-up builds each thing once, says what to do when it cannot, and goes on without what is not needed."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import pytest

from porchlight import setup
from porchlight.errors import UserError
from porchlight.settings import Settings
from porchlight.setup import Step, set_up, steps


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "input.txt").write_text("one", "utf-8")
    return dataclasses.replace(Settings.read(), root=tmp_path, data_dir=tmp_path / "var")


def step(command: str, needed: bool = True) -> Step:
    run = (sys.executable, "-c", command)
    return Step("a thing", "a.stamp", ("input.txt",), run, "Mend the thing.", needed)


def build(monkeypatch: pytest.MonkeyPatch, settings: Settings, *made: Step) -> None:
    monkeypatch.setattr(setup, "steps", lambda _: list(made))
    set_up(settings)


COUNTING = "open('built', 'a').write('x')"


def test_a_thing_is_built_once_and_again_when_its_inputs_change(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    for _ in range(2):
        build(monkeypatch, settings, step(COUNTING))
    assert (settings.root / "built").read_text("utf-8") == "x"
    (settings.root / "input.txt").write_text("two", "utf-8")
    build(monkeypatch, settings, step(COUNTING))
    assert (settings.root / "built").read_text("utf-8") == "xx"


def test_what_is_needed_and_fails_stops_with_advice(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    after = dataclasses.replace(step(COUNTING), stamp="b.stamp")
    with pytest.raises(UserError, match=r"Mend the thing.*setup\.log"):
        build(monkeypatch, settings, step("raise SystemExit(3)"), after)
    assert not (settings.root / "built").exists()


def test_what_is_not_needed_is_gone_without_and_tried_again(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    after = dataclasses.replace(step(COUNTING), stamp="b.stamp")
    failing = step("open('tried', 'a').write('x'); raise SystemExit(1)", needed=False)
    for _ in range(2):
        build(monkeypatch, settings, failing, after)
    assert (settings.root / "built").read_text("utf-8") == "x"
    assert (settings.root / "tried").read_text("utf-8") == "xx"
    assert "Mend the thing." in capsys.readouterr().out


def test_only_the_second_reader_is_not_needed_and_the_crisis_check_follows_it() -> None:
    made = steps(Settings.read())
    assert [s.stamp for s in made if not s.needed] == ["second.stamp"]
    crisis = next(s for s in made if s.stamp == "safety.stamp")
    assert any("second_reader" in name for name in crisis.inputs)
    assert made.index(crisis) > [s.stamp for s in made].index("second.stamp")


def test_the_bot_is_trained_again_when_an_answer_is_written(settings: Settings) -> None:
    settings = dataclasses.replace(settings, encoder_dir=settings.root / "encoder")
    (step,) = (step for step in steps(settings) if step.title == "trained bot")
    (settings.root / "bot" / "domain").mkdir(parents=True)
    wording = settings.root / "bot" / "domain" / "responses.yml"
    digests = set()
    for text in ("responses: {utter_greet: []}", "responses: {utter_greet: [], utter_bye: []}"):
        wording.write_text(text, "utf-8")
        digests.add(setup.digest_of(settings.root / name for name in step.inputs))
    assert len(digests) == 2
