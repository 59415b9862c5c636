"""What is left on the disk of what people write: nothing in the clear, the state sealed, gone when it shall go."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from gateway.sms.lines import Lines
from porchlight.processes.stack import Stack
from referrals.settings import secret_from_file
from referrals.usecases import Referrals
from tests.support.walking import Phone

pytestmark = [pytest.mark.stack, pytest.mark.timeout(1200)]
# A word that stands in no record and in no log of ours.
WORD = "zibbledock"


@pytest.fixture
def lines(text_stack: Stack, referrals: Referrals) -> Lines:
    return Lines(referrals, secret_from_file(text_stack.settings.data_dir))


def files_written(stack: Stack) -> list[Path]:
    """What the processes have written; what was built before is a link."""
    tops = [top for top in stack.settings.data_dir.iterdir() if not top.is_symlink()]
    return [path for top in tops for path in [top, *top.rglob("*")] if path.is_file()]


def test_no_word_of_a_person_is_on_the_disk_in_the_clear(
    text_stack: Stack, referrals: Referrals, lines: Lines
) -> None:
    phone = Phone(text_stack)
    phone.text(f"need a ride to dialysis 45402, the {WORD} broke")
    phone.text("PERSON", WORD.title())
    state = referrals.bot_memory.remembered(lines.conversation(phone.number))
    assert state is not None
    assert WORD.title() in str(state["slots"]["referral"]), "the bot knows it, to go on"
    assert set(state["understood"]) <= {"intent", "about", "spoken"}
    for path in files_written(text_stack):
        assert WORD.encode() not in path.read_bytes().lower(), path.name


def test_the_talk_goes_on_after_rasa_was_killed(text_stack: Stack) -> None:
    phone = Phone(text_stack)
    phone.text("need a ride to dialysis 45402", "PERSON", "Ann", "1")
    rasa = text_stack.processes["rasa"]
    assert rasa._popen is not None
    os.kill(rasa._popen.pid, signal.SIGKILL)
    rasa._popen.wait()
    rasa.start()
    text_stack.wait_until_ready()
    asked = phone.text("morning", "nothing else")
    assert "Is that all right?" in asked
    assert "Ann" in asked


def test_deleted_and_old_conversations_leave_the_bot_nothing(
    text_stack: Stack, referrals: Referrals, lines: Lines
) -> None:
    asking, silent = Phone(text_stack), Phone(text_stack)
    for phone in (asking, silent):
        phone.text("need a ride to dialysis 45402")
        assert referrals.bot_memory.remembered(lines.conversation(phone.number))
    asking.text("delete my information")
    assert referrals.bot_memory.remembered(lines.conversation(asking.number)) is None
    referrals.bot_memory.forget_older(time.time() + 1)
    assert referrals.bot_memory.remembered(lines.conversation(silent.number)) is None
    assert "45402" not in silent.text("more"), "the running bot begins anew"
