"""The state's line, a phone that others may read, and what the trained half learns from."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from gateway.safety import Safety
from gateway.safety.aps import read_aps_lines, write_aps_lines
from gateway.safety.lessons import lessons
from gateway.sms.segments import plan
from referrals.outbox.queue import Outbox
from referrals.outbox.send import send_due
from referrals.outbox.sender import Sent
from referrals.storage.tables import OutboxRow
from resources_index.directory import Directory
from resources_index.examples import Alarm, Example, read_alarms, read_talk
from tests.support.bot import ScriptedDialogue


class Recorder:
    def __init__(self) -> None:
        self.sent: list[str] = []

    def send(self, number: str, text: str, tag: str) -> Sent:
        self.sent.append(text)
        return Sent("SM1", 1)

    def find(self, number: str, text: str, since: datetime, known: frozenset[str]) -> Sent | None:
        return None


def test_the_states_own_line_is_in_the_text(tmp_path: Path, directory: Directory) -> None:
    write_aps_lines(directory, tmp_path)
    lines = read_aps_lines(tmp_path)
    assert lines["ID"] == "1-208-334-3833"
    safety = Safety(None, lines)
    verdict = safety.check("my son is hitting me right now")
    first = safety.texts_for(verdict, "ID")[0]
    assert "1-208-334-3833" in first
    assert "911" in first
    assert len(plan(first).text) == len(first)
    assert plan(first).segments <= 2
    assert safety.texts_for(verdict, "ZZ")[0] != first


def test_every_state_line_still_fits_two_segments(tmp_path: Path, directory: Directory) -> None:
    write_aps_lines(directory, tmp_path)
    lines = read_aps_lines(tmp_path)
    assert len(lines) >= 20, "states whose line is trusted enough to stand in a crisis text"
    safety = Safety(None, lines)
    for words in ("my son is hitting me right now", "mi hijo me pega y tengo miedo"):
        verdict = safety.check(words)
        assert all(plan(safety.texts_for(verdict, state)[0]).segments <= 2 for state in lines)


def test_without_the_saved_lines_the_text_stands_alone(tmp_path: Path) -> None:
    assert read_aps_lines(tmp_path) == {}


@pytest.mark.parametrize(("said", "held"), [("my son hits me right now", True), ("food", False)])
def test_after_abuse_nothing_is_sent_first(
    app: Flask, dialogue: ScriptedDialogue, said: str, held: bool
) -> None:
    parts = app.extensions["porchlight"]
    conversation = parts.lines.seen("+19375550142")
    parts.turns.take(conversation, "sms", said)
    outbox = Outbox(parts.referrals)
    outbox.enqueue(conversation, "Did help come?", "follow_up", key="one")
    recorder = Recorder()
    noon = datetime(2026, 11, 27, 18, 0, tzinfo=UTC)
    send_due(parts.referrals, outbox, recorder, noon)
    assert bool(recorder.sent) is not held
    with Session(parts.referrals.engine) as session:
        row = session.get(OutboxRow, 1)
        assert row is not None
        assert (row.status == "failed") is held


def test_alarms_are_also_learned_inside_an_errand() -> None:
    alarms = [Alarm(f"he has a knife {n}", "en", "abuse_now") for n in range(20)]
    bank = [Example("need a ride", "en", ("transportation",)),
            Example("he yells at me", "en", ("elder_abuse",))]  # fmt: skip
    taught = lessons(alarms, bank)
    buried = [lesson for lesson in taught if lesson.role == "buried"]
    assert buried
    assert all("knife" in b.text and "ride" in b.text and b.kind == "abuse_now" for b in buried)
    maybe = [lesson for lesson in taught if lesson.role == "maybe"]
    assert [lesson.text for lesson in maybe] == ["he yells at me"]
    assert maybe[0].weight < 1.0


def test_a_misnamed_file_of_alarms_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sadness.en.txt").write_text("i am sad\n", "utf-8")
    with pytest.raises(ValueError, match="name it"):
        read_alarms(tmp_path)


def test_turns_of_talks_are_of_both_files_and_some_kinds_can_stay_out(tmp_path: Path) -> None:
    (tmp_path / "acts").mkdir()
    (tmp_path / "said").mkdir()
    acts = "nlu:\n  - intent: more\n    examples: |\n      - what else\n"
    (tmp_path / "acts" / "more.yml").write_text(acts, "utf-8")
    said = "story\ten\tmy boy ran track\ntrust\ten\tare you a scam\n"
    (tmp_path / "said" / "one.tsv").write_text(said, "utf-8")
    assert read_talk(tmp_path) == ["what else", "my boy ran track", "are you a scam"]
    assert read_talk(tmp_path, frozenset({"trust"})) == ["what else", "my boy ran track"]
