"""What people agree to is plain and short."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from actions.consent.wording import VERSION, consent_for
from gateway.sms.segments import count_segments, plan
from referrals.outbox.follow_ups import question
from tests.bot.test_words_of_the_bot import CARRIER_WORDS, ease, grade
from tests.support.desk import SERVICE

ROOT = Path(__file__).resolve().parents[2]
WORDING = yaml.safe_load((ROOT / f"data/consent/{VERSION}.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_consent_is_plain_and_fits_two_segments(language: str) -> None:
    details = {
        "name": "Maria de los Angeles",
        "number": "937-555-0142",
        "good_time": "a cualquier hora" if language == "es" else "any time",
        "place": {"text": "Rancho Cucamonga, CA 91730"},
        "situation": "x",
        "note": "x",
        "services": [SERVICE],
        "about": None,
    }
    wording = consent_for(details, "transporte" if language == "es" else "rides", language).wording
    choices = "1 compartir\n2 no compartir" if language == "es" else "1 share\n2 don't share"
    assert count_segments(plan(f"{wording}\n{choices}").text) <= 2, len(wording)
    assert wording.count("?") == 1


def test_the_wordings_are_easy_to_read() -> None:
    english = re.sub(r"\{\w+\}", "Ann", WORDING["en"]["ask"])
    spanish = re.sub(r"\{\w+\}", "Ann", WORDING["es"]["ask"])
    assert grade(english) <= 6.0
    assert ease(spanish) >= 65
    for language in ("en", "es"):
        for text in (WORDING[language]["ask"], question("R-4F7K", language)):
            assert not CARRIER_WORDS.search(text)
        assert count_segments(plan(question("R-4F7K", language)).text) <= 2
