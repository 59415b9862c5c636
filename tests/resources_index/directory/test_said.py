from __future__ import annotations

import re

import pytest

from gateway.replies import detail_lines
from resources_index.directory import Directory
from resources_index.directory.said import area_in_spanish, hours_in_words, in_words
from resources_index.search.view import ServiceView
from tests.support.bot import RIDE

_ENGLISH_HOURS = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|daily|calls|meals|lunch|by|appointment|and|to|only|1st|2nd|3rd|4th|walk-in)\b",
    re.IGNORECASE,
)


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


def test_every_phrase_that_a_card_can_show_has_its_spanish(directory: Directory) -> None:
    english_left = set()
    for record in directory.services:
        english = ServiceView(record, "en").to_dict()
        spanish = ServiceView(record, "es").to_dict()
        for field in ("summary", "cost", "eligibility", "ask_for", "hours"):
            marked = "(en inglés)" in spanish[field] or "En inglés:" in spanish[field]
            same = english[field] == spanish[field] or marked
            if english[field] and same and not _only_numbers(english[field]):
                english_left.add((field, english[field]))
        if _ENGLISH_HOURS.search(spanish["hours"]):
            english_left.add(("hours", spanish["hours"]))
        left = {text for text in spanish["have_ready"] if "(en inglés)" in text}
        left |= set(english["have_ready"]) & set(spanish["have_ready"])
        english_left |= {("have_ready", text) for text in left}
    assert english_left == set()


def test_a_list_and_a_text_message_say_facts_in_the_language_asked_for(
    directory: Directory,
) -> None:
    record = next(r for r in directory.services if "ZIP code" in r.have_ready)
    message = ServiceView(record, "es").to_dict()
    assert "su código postal" in message["have_ready"]
    assert "su código postal" in " ".join(detail_lines(message, "es"))


def _only_numbers(text: str) -> bool:
    """ "24/7" reads the same in both."""
    return not any(letter.isalpha() for letter in text)
