from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from gateway.safety import Safety
from gateway.sms.segments import count_segments, plan
from resources_index.directory import Directory

WORDING = Path(__file__).resolve().parents[2] / "data" / "wording"
safety = Safety(None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("i want to die", "suicide"),
        ("they would be better off without me", "suicide"),
        ("ya no quiero vivir", "suicide"),
        ("thinking about ending it all tonight", "suicide"),
        ("my husband fell and cant get up off the floor", "medical_emergency"),
        ("mom cant breath and her lips are blue", "medical_emergency"),
        ("his face is drooping and he is talking funny", "medical_emergency"),
        ("mi mama se cayo y no se puede levantar", "medical_emergency"),
        ("my son is hitting me right now", "abuse_now"),
        ("mi hijo me pega y tengo miedo", "abuse_now"),
        ("he reads my phone please dont call back", "abuse_now"),
        ("i smell gas in the kitchen", "unsafe_now"),
        ("power is out and dad is on oxygen", "unsafe_now"),
        ("my mom with alzheimers walked out and we cant find her", "unsafe_now"),
        ("huele a gas en la casa", "unsafe_now"),
    ],
)
def test_a_cry_for_help_is_heard(text: str, kind: str) -> None:
    assert safety.check(text).crisis == kind


@pytest.mark.parametrize(
    "text",
    [
        "this bill is killing me", "my phone died", "i am dying to know when the meals come",
        "my brother died by suicide ten years ago, is there a grief group", "suicide prevention class at the library",
        "dad wants to die at home, how do we get hospice", "i had a stroke last year and need a walker",
        "she fell last month, need grab bars", "gas bill is too high", "my gas will be shut off friday",
        "keeps wandering off at night", "cant bathe herself anymore", "someone is stealing my dads checks",
        "me muero de risa", "need oxygen supplies delivered", "choking on these prices", "depressed and lonely",
    ],
)  # fmt: skip
def test_a_figure_of_speech_is_not_an_emergency(text: str) -> None:
    assert safety.check(text).crisis is None


@pytest.mark.parametrize("language", ["en", "es"])
def test_crisis_texts_fit_two_segments_and_begin_with_the_number(language: str) -> None:
    texts = yaml.safe_load((WORDING / f"crisis_{language}.yml").read_text("utf-8"))
    for name in ("suicide", "medical_emergency", "abuse_now", "unsafe_now"):
        planned = plan(texts[name])
        assert planned.encoding == "GSM-7"
        assert planned.segments <= 2
        assert re.search(r"\b(988|911)\b", " ".join(planned.text.split()[:10]))
        assert count_segments(plan(texts[f"{name}_stay"]).text) <= 2


def test_every_number_in_the_fixed_texts_stands_in_the_directory_or_the_reviewed_list(
    directory: Directory,
) -> None:
    known = {"911", "988", "838255", "18002221222", "211"}
    for service in directory.services:
        known |= {phone.number.lstrip("+") for phone in service.phones}
    for path in WORDING.glob("*.yml"):
        for number in re.findall(r"1-\d{3}-\d{3}-\d{4}", path.read_text("utf-8")):
            assert number.replace("-", "") in known, (path.name, number)
