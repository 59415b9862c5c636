"""Opting out, in and asking for help. `data/opt_out/messages.tsv`: out, in, or
"how" (told how to end it, at least), and a message, one a line."""

from __future__ import annotations

import pytest

from gateway.sms.keywords import is_help, is_start, is_stop, what_carriers_do
from gateway.sms.opt_out_by_ear import shares
from gateway.sms.plain_opt_out import may_opt_out
from tests.conftest import ROOT

_TABLE = [
    line.split("\t")
    for line in (ROOT / "data" / "opt_out" / "messages.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("text", [text for verdict, text in _TABLE if verdict == "out"])
def test_opting_out_in_any_reasonable_wording_is_heard(text: str) -> None:
    assert is_stop(text)


@pytest.mark.parametrize("text", [text for verdict, text in _TABLE if verdict == "how"])
def test_where_words_are_too_little_we_say_at_least_how_to_end_it(text: str) -> None:
    assert is_stop(text) or may_opt_out(text)


@pytest.mark.parametrize("text", [text for verdict, text in _TABLE if verdict == "in"])
def test_a_message_that_merely_has_such_a_word_opts_nobody_out(text: str) -> None:
    assert not is_stop(text)


def test_a_bare_stop_beside_a_long_story_opts_nobody_out() -> None:
    story = "my husband fell twice this week and the aide never came and the landlord says he will be back on monday with papers"
    assert not is_stop(f"{story} to make us leave. stop")
    assert not is_stop("Stop. " + "x " * 400)
    assert is_stop(f"{story}. stop texting me")


def heard_in(lines: list[str]) -> list[str]:
    """Those that opt out. What sounds like nothing of the kind is not looked at closely: there are thousands."""
    near = [line for line, share in zip(lines, shares(lines), strict=True) if share >= 0.02]
    return [line for line in near if is_stop(line)]


def test_no_message_from_which_the_bot_learns_needs_opts_anybody_out() -> None:
    folder = ROOT / "data" / "dialogue" / "needs"
    lines = {
        line.split(" || ")[0]
        for path in folder.rglob("*.txt")
        for line in path.read_text("utf-8").splitlines()
    }
    assert len(lines) > 2000
    assert heard_in(sorted(lines)) == []


def test_no_turn_of_a_conversation_opts_anybody_out_except_where_it_asks_to_be_forgotten() -> None:
    acts = ROOT / "data" / "dialogue" / "acts"
    heard = {
        path.name
        for path in acts.glob("*.yml")
        if heard_in([line.strip(" -") for line in path.read_text("utf-8").splitlines()])
    }
    assert heard <= {"delete_my_data.yml"}


def test_what_sounds_like_opting_out_is_learned_from_the_table_as_it_stands() -> None:
    """`python -m tools.train_opt_out` was run after the last change of the table."""
    told = shares([text for _, text in _TABLE])
    right = sum(
        (verdict != "in") == (share >= 0.5)
        for (verdict, _), share in zip(_TABLE, told, strict=True)
    )
    assert right >= 0.99 * len(_TABLE)


@pytest.mark.parametrize(
    "text",
    [
        "salir",
        "cancelar",
        "no mas",
        "I want out",
        "not interested",
    ],
)
def test_where_it_is_not_sure_we_say_how_to_end_it(text: str) -> None:
    assert may_opt_out(text)
    assert not is_stop(text)


def test_almost_nobody_who_asks_for_help_is_told_how_to_end_it() -> None:
    folder = ROOT / "data" / "dialogue" / "needs"
    lines = sorted(
        {line for path in folder.rglob("*.txt") for line in path.read_text("utf-8").splitlines()}
    )
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
