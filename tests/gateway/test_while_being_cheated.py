"""After a scam was heard: who is on the line with the thief hangs up, who hung up did right, and who wants to report it learns where."""

from __future__ import annotations

import pytest

from gateway.safety.after import what_follows
from gateway.safety.normalise import normalise
from gateway.safety.texts import after_text


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("they are calling her again right now on the telephone, what should I tell her", "calling"), ("should she hang up", "calling"), ("the phone is ringing, it's them again", "calling"), ("he is calling right now do i answer", "calling"),
        ("should I keep talking", "calling"), ("they keep calling now", "calling"), ("le están llamando otra vez, ¿le digo que cuelgue?", "calling"), ("está sonando el teléfono, ¿contesto?", "calling"), ("me siguen llamando", "calling"),
        ("she hung up on them", "hung_up"), ("I hung up on him", "hung_up"), ("we blocked the number", "hung_up"), ("ya les colgué", "hung_up"), ("ya lo bloqueó", "hung_up"),
        ("who do we tell so they dont do it to somebody else", "report"), ("I want to report it", "report"), ("how do i report them", "report"), ("do they want to know how much it was and when", "report"), ("quiero denunciarlo", "report"), ("¿a quién le aviso para que no se lo hagan a otra persona?", "report"),
        ("I did not get nowhere, she hung up. I want to report it", "report"),
        ("I already paid them and want to report it", "paid"), ("he is at the door", "courier"), ("who do I call", "who"), ("they hung up on me", None), ("can somebody call me back", None), ("my mother also needs a ride", None),
    ],
)  # fmt: skip
def test_what_is_told_then(text: str, follows: str | None) -> None:
    assert what_follows("scam", normalise(text)) == follows


def test_each_says_first_what_to_do() -> None:
    assert after_text("scam", "calling", "en").startswith("Hang up now.")
    assert after_text("scam", "calling", "es").startswith("Cuelgue ya.")
    for language in ("en", "es"):
        assert "1-833-372-8311" in after_text("scam", "report", language)
        assert "bank" not in after_text("scam", "report", "en").split(".")[0]
