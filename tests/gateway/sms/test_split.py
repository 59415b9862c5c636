from __future__ import annotations

import re
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gateway.answer import Answer
from gateway.dialogue import BotMessage
from gateway.replies import plain_text
from gateway.sms.render import render
from gateway.sms.segments import plan
from gateway.sms.split import split
from tests.conftest import ROOT
from tests.support.bot import RIDE, services_message

_WORD = st.sampled_from(["call", "937-555-0142", "https://example.org/a/long/way?x=1", "mañana.", "Está", "€", "🙂", "a\nb"])  # fmt: skip


@given(st.lists(_WORD, max_size=150), st.integers(1, 3))
def test_no_text_is_over_its_budget_and_no_word_number_or_link_is_cut(
    words: list[str], budget: int
) -> None:
    texts = split(" ".join(words), budget)
    assert all(text.segments <= budget for text in texts)
    planned = [plan(word).text for word in " ".join(words).split()]
    got = [word for text in texts for word in text.text.split()]
    bare = [re.sub("[áíóúÁÍÓÚ]", "_", w.translate(str.maketrans("aiouAIOU", "_" * 8))) for w in got]
    assert bare == [re.sub("[áíóúÁÍÓÚ]", "_", w.translate(str.maketrans("aiouAIOU", "_" * 8))) for w in planned]  # fmt: skip


def test_one_endless_word_is_cut_because_it_must_be() -> None:
    assert "".join(text.text for text in split("x" * 1000, 1)) == "x" * 1000


def test_a_cut_is_made_at_the_end_of_a_sentence() -> None:
    first, second = split("This is one sentence here. " * 10, 1)[:2]
    assert first.text.endswith(".")
    assert second.text.startswith("This")


@pytest.mark.parametrize(
    "phone", ["(937) 555-0142", "937 555 0142", "1 800 677-1116", "937-555-0142 ext 12", "(937) 555-0142, ext. 7"]
)  # fmt: skip
def test_a_phone_written_with_spaces_is_never_cut(phone: str) -> None:
    for before in range(60, 200):
        text = f"{'a' * before} call {phone} today or tomorrow {'b' * 100}"
        assert sum(phone in one.text for one in split(text, 1)) == 1, before


def test_nothing_stays_nothing() -> None:
    assert split("", 3) == []


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("length", [10, 60, 200])
def test_a_list_keeps_its_budget_its_numbers_and_its_way_on(count: int, length: int) -> None:
    service = {**RIDE, "name": "Rides " * (length // 6), "cost": "Free. " * 20}
    message = services_message(*[service] * count)
    texts = render(Answer([message], {}, "en"))
    assert [text.segments <= 3 for text in texts] == [True]
    joined = texts[0].text
    assert joined.count("937-555-0142") == count
    assert "MORE" in joined


@pytest.mark.parametrize(
    ("language", "custom", "said"),
    [
        ("en", {"widened": "state"}, "I know no place in this county for it yet."),
        ("en", {"widened": "nation"}, "These serve the whole country."),
        ("es", {"widened": "state"}, "Estos atienden a todo el estado."),
        ("es", {"relaxed": ["language"]}, "Pida un"),
        ("en", {"relaxed": ["open_now"]}, "surely open now"),
    ],
)
def test_what_nothing_fulfils_is_said_before_the_list(
    language: str, custom: dict[str, object], said: str
) -> None:
    plain = services_message(RIDE)
    message = replace(plain, custom={**(plain.custom or {}), **custom})
    (text,) = [one.text for one in render(Answer([message], {}, language))]
    assert text.index(said) < text.index("937-555-0142")
    assert said in plain_text(message, language)
    (without,) = [one.text for one in render(Answer([plain], {}, language))]
    assert said not in without


def test_help_is_one_segment_with_a_person_911_988_and_stop_in_both_languages() -> None:
    for language in ("en", "es"):
        words = yaml.safe_load((ROOT / "data" / "wording" / f"{language}.yml").read_text("utf-8"))
        text = words["help"].format(phone="1-800-677-1116")
        assert plan(text).text == text
        assert len(text) <= 160
        assert all(part in text for part in ("Porchlight", "1-800-677-1116", "911", "988", "STOP"))


def test_the_first_contact_says_all_that_it_must() -> None:
    for language, parts in (
        ("en", ("computer helper", "A person", "Msg rates", "STOP", "HELP", "https://x.org/privacy")),
        ("es", ("computadora", "Una persona", "costo", "STOP", "AYUDA", "https://x.org/privacy")),
    ):  # fmt: skip
        words = yaml.safe_load((ROOT / "data" / "wording" / f"{language}.yml").read_text("utf-8"))
        text = words["first_contact"].format(privacy="https://x.org/privacy")
        assert plan(text).segments <= 2
        assert [part for part in parts if part not in text] == []


def test_the_first_contact_never_stands_before_the_answer() -> None:
    answer = Answer([BotMessage("Rides near you. " * 20)], {}, "en")
    texts = render(answer, "I'm Porchlight, a computer helper.")
    assert texts[0].text.startswith("Rides near you")
    assert "Porchlight" in texts[-1].text
