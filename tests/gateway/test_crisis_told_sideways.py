"""Danger told sideways, and what only sounds like it, by the rules alone."""

from __future__ import annotations

import pytest

from gateway.safety import Safety


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("no I don't want an ambulance they cost too much", "medical_emergency"),
        ("no quiero ambulancia, cuesta mucho", "medical_emergency"),
        ("my aide hasn't come and I haven't had water since yesterday", "unsafe_now"),
        ("she hasn't answered her phone in two days, she's 91 and alone", "unsafe_now"),
        ("i dont see the point no more since she passed", "suicide"),
        ("I can't see the use in going on now that my husband is gone", "suicide"),
        ("ya pa que sigo, desde que se fue mi viejo", "suicide"),
        ("ya no le veo caso a nada desde que murio mi esposa", "suicide"),
        ("I don't see the point of Part D if I take one pill", None),
        ("i cant see the point since they closed the center", None),
        ("no le veo caso a llamar otra vez, nunca contestan", None),
        ("my ambulance bill was 900 dollars, I don't need an ambulance membership", None),
        ("I haven't had the water turned on yet", None),
        ("they haven't answered my letter in two weeks", None),
        ("scared of falling in the tub, want bars put in", None),
        ("me preocupa la gotera del techo, se mete el agua cuando llueve", None),
    ],
)
def test_what_the_rules_say_without_the_trained_half(text: str, kind: str | None) -> None:
    assert Safety(None).check(text).crisis == kind
