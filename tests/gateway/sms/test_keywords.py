"""Opting out, in and asking for help. `opting_out.tsv`: out or in, and a message, one a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from gateway.sms.keywords import is_help, is_start, is_stop, what_carriers_do
from gateway.sms.plain_opt_out import may_opt_out

_TABLE = [
    line.split("\t")
    for line in Path(__file__).with_name("opting_out.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("text", [text for verdict, text in _TABLE if verdict == "out"])
def test_opting_out_in_any_reasonable_wording_is_heard(text: str) -> None:
    assert is_stop(text)


@pytest.mark.parametrize("text", [text for verdict, text in _TABLE if verdict == "in"])
def test_a_message_that_merely_has_such_a_word_opts_nobody_out(text: str) -> None:
    assert not is_stop(text)


def test_a_bare_stop_beside_a_long_story_opts_nobody_out() -> None:
    story = "my husband fell twice this week and the aide never came and the landlord says he will be back on monday with papers"
    assert not is_stop(f"{story} to make us leave. stop")
    assert not is_stop("Stop. " + "x " * 400)
    assert is_stop(f"{story}. stop texting me")


def test_no_message_from_which_the_bot_learns_needs_opts_anybody_out() -> None:
    folder = Path(__file__).parents[3] / "data" / "dialogue" / "needs"
    lines = {
        line.split(" || ")[0]
        for path in folder.rglob("*.txt")
        for line in path.read_text("utf-8").splitlines()
    }
    assert len(lines) > 2000
    assert [line for line in lines if is_stop(line)] == []


def test_no_turn_of_a_conversation_opts_anybody_out_except_where_it_asks_to_be_forgotten() -> None:
    acts = Path(__file__).parents[3] / "data" / "dialogue" / "acts"
    heard = {
        path.name
        for path in acts.glob("*.yml")
        for line in path.read_text("utf-8").splitlines()
        if is_stop(line.strip(" -"))
    }
    assert heard <= {"delete_my_data.yml"}


@pytest.mark.parametrize(
    "text",
    [
        "you keep texting me and I didnt ask for it, stop",
        "never again with these texts or else",
        "ya me cansé, no sé por qué me manden mensajes",
    ],
)
def test_where_it_is_not_sure_we_say_how_to_end_it(text: str) -> None:
    assert may_opt_out(text)
    assert not is_stop(text)


def test_almost_nobody_who_asks_for_help_is_told_how_to_end_it() -> None:
    folder = Path(__file__).parents[3] / "data" / "dialogue" / "needs"
    lines = {
        line for path in folder.rglob("*.txt") for line in path.read_text("utf-8").splitlines()
    }
    told = [line for line in lines if may_opt_out(line.split(" || ")[0])]
    assert len(told) < len(lines) / 1000


def test_the_table_is_large_and_has_both_kinds() -> None:
    outs = sum(verdict == "out" for verdict, _ in _TABLE)
    assert len(_TABLE) >= 300
    assert min(outs, len(_TABLE) - outs) >= 130
    assert len({text for _, text in _TABLE}) == len(_TABLE)


def test_yes_opts_in_only_from_a_number_that_is_out() -> None:
    assert is_start("YES", opted_out=True)
    assert not is_start("YES", opted_out=False)
    assert is_start("start", opted_out=False)
    assert not is_start("start my meals", opted_out=True)


def test_help_counts_alone_only() -> None:
    assert is_help("Ayuda")
    assert is_help("help!")
    assert not is_help("i need help with food")


def test_what_twilio_does_by_itself_is_known() -> None:
    assert [what_carriers_do(w) for w in ("stop", "start", "info", "ayuda", "ride")] == [
        "STOP", "START", "HELP", None, None,
    ]  # fmt: skip


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        "please " * 500,
        "stop " * 900,
        "stop texting " * 300 + "x",
        "no me " * 700,
        "," * 4000,
        "and " * 1000,
    ],
)
def test_no_message_keeps_the_patterns_busy(text: str) -> None:
    is_stop(text)
