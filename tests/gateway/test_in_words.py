from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gateway.in_words import area_in_spanish, hours_in_words, in_words
from tests.support.bot import RIDE

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("written", "english", "spanish"),
    [
        ("Mon-Fri 08:00-17:00", "Mon-Fri 8 am-5 pm", "lun-vie 8 am-5 pm"),
        ("Mon-Fri 8:30-16:30, Sat 10:00-12:00", "Mon-Fri 8:30 am-4:30 pm, Sat 10 am-12 pm",
         "lun-vie 8:30 am-4:30 pm, sáb 10 am-12 pm"),
        ("Mon - Fri 8:30 a.m. to 4:30 p.m.", "Mon - Fri 8:30 a.m. to 4:30 p.m.", "lun - vie 8:30 a.m. to 4:30 p.m."),
        ("Daily 00:00-24:00", "Daily 12 am-12 am", "Daily 12 am-12 am"),
        ("Day and night", "Day and night", "Day and night"),
        ("Window opened 2026-08-01", "Window opened 2026-08-01", "Window opened 2026-08-01"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_hours_are_said_by_the_clock_on_the_wall(written: str, english: str, spanish: str) -> None:
    assert hours_in_words(written, "en") == english
    assert hours_in_words(written, "es") == spanish


@pytest.mark.parametrize(
    ("label", "spanish"),
    [
        ("Montgomery County, OH", "condado de Montgomery, OH"),
        ("Lee, Russell Counties, AL", "condados de Lee, Russell, AL"),
        ("Adams, Boulder and 5 more Counties, CO", "condados de Adams, Boulder y 5 más, CO"),
        ("Acadia, Iberia and 5 more, LA", "condados de Acadia, Iberia y 5 más, LA"),
        ("part of Texas", "parte de Texas"),
        ("the whole country", "todo el país"),
        ("Ohio", "Ohio"),
        ("Orleans Parish, LA", "Orleans Parish, LA"),
    ],
)
def test_an_area_is_said_in_spanish(label: str, spanish: str) -> None:
    assert area_in_spanish(label) == spanish


def test_english_facts_stay_as_they_are_but_for_the_hours() -> None:
    service = {**RIDE, "hours": "Mon-Fri 08:00-17:00"}
    assert in_words(service, "en") == {**service, "hours": "Mon-Fri 8 am-5 pm"}
    spanish = in_words(service, "es")
    assert spanish["have_ready"] == ["su código postal"]
    assert spanish["service_area"] == "condado de Montgomery, OH"


def test_everything_to_have_ready_in_the_directory_has_its_spanish() -> None:
    with (ROOT / "data/directory/required_documents.csv").open(encoding="utf-8") as file:
        documents = {row["document"] for row in csv.DictReader(file)}
    same = {text for text in documents if in_words({"have_ready": [text]}, "es")["have_ready"] == [text]}  # fmt: skip
    assert documents
    assert same == set()
