from __future__ import annotations

import pytest

from gateway.sms.keywords import is_help, is_start, is_stop


@pytest.mark.parametrize(
    "text",
    [
        "STOP", "stop.", "Unsubscribe", "END", "quit!", "STOPALL", "revoke", "OPTOUT", "cancel",
        "please quit texting me", "stop texting me", "don't text me anymore", "take me off your list",
        "no me manden mas mensajes", "ya no me escriban", "stop sending me these messages", "unsubscribe me please",
        "do not contact me again", "no more texts please", "no quiero mas mensajes", "remove my number from the list",
    ],
)  # fmt: skip
def test_opting_out_in_any_reasonable_wording_is_heard(text: str) -> None:
    assert is_stop(text)


@pytest.mark.parametrize(
    "text",
    [
        "can you stop by tomorrow?", "they want to stop my food stamps", "my husband quit driving",
        "the electric company will cancel my service", "at the end of the month i have no food",
        "does the bus stop at the clinic", "i need to stop falling", "no me manden al hospital, necesito ayuda",
        "how do i stop the scam calls texting me", "please dont text my daughter i need food",
    ],
)  # fmt: skip
def test_a_message_that_merely_has_such_a_word_opts_nobody_out(text: str) -> None:
    assert not is_stop(text)


def test_yes_opts_in_only_from_a_number_that_is_out() -> None:
    assert is_start("YES", opted_out=True)
    assert not is_start("YES", opted_out=False)
    assert is_start("start", opted_out=False)


def test_help_counts_alone_only() -> None:
    assert is_help("Ayuda")
    assert not is_help("i need help with food")
