"""A daughter in another state is told how a call from there reaches the 911 of her mother's town."""

from __future__ import annotations

import pytest

from gateway.safety.after import what_follows
from gateway.safety.normalise import normalise
from gateway.safety.texts import after_text


@pytest.mark.parametrize("kind", ["medical_emergency", "unsafe_now"])
@pytest.mark.parametrize(
    "text",
    [
        "but I'm in New Jersey, if I call 911 I get the one here",
        "won't I reach 911 in my own town if I call from here",
        "she is in a different state how do I get 911 there",
        "I'm 300 miles away from her, what do I do",
        "pero yo estoy en New Jersey, si llamo al 911 me sale el de aquí. qué hago",
        "vivo en otro estado, cómo llamo al 911 de allá",
    ],
)
def test_who_is_far_away_is_told_what_to_say(kind: str, text: str) -> None:
    assert what_follows(kind, normalise(text)) == "elsewhere"


@pytest.mark.parametrize(
    "text",
    ["I called 911 and they are here", "the ambulance came from another county", "ya llame al 911, ya vienen"],
)  # fmt: skip
def test_help_that_is_on_its_way_is_help(text: str) -> None:
    assert what_follows("medical_emergency", normalise(text)) == "helped"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_words_fit_two_segments(language: str) -> None:
    for kind in ("medical_emergency", "unsafe_now"):
        text = after_text(kind, "elsewhere", language)
        assert text.startswith(("Call 911", "Llame al 911"))
        assert len(text) <= 306


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("You asked me for the name and I gave it. HOURS", None),
        ("I gave him the numbers", "paid"),
        ("she already sent it", "paid"),
    ],
)
def test_what_was_told_to_us_is_not_paid(text: str, follows: str | None) -> None:
    assert what_follows("scam", normalise(text)) == follows
