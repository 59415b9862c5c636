"""What stands in a record is found; what stands in none is asked of somebody with a number."""

from __future__ import annotations

import pytest

from actions import ask_detail
from actions.needs import meaning
from actions.shown import answers, listed
from actions.shown.details import about_a_listed_service
from actions.shown.price import say_price
from actions.shown.remarks import answer_remark
from actions.shown.tells import told_of
from actions.shown.topics import asked_field
from resources_index.search.view import ServiceView
from tests.actions.shelf import Shelf, after_list, said, service

HEAP = service(
    "HEAP",
    summary="May pay part of a heating, cooling or electric bill, and can act fast on a shut-off notice.",
    spanish="Puede pagar parte de la cuenta de calefacción o luz, y actuar rápido ante un aviso de corte.",
)
LINE_211 = service(
    "211", cost="The call is free.", phone="211", hours="Day and night",
    summary="Dial 211. A person looks up local help with rent, food, bills, rides and more.",
)  # fmt: skip
MEALS = service(
    "Meals", cost="Free. You may give what you can.", level="local", phone="+19375550199",
    summary="Someone brings meals to the door for people who cannot easily shop or cook.",
    have_ready=("address", "any special diet"),
)  # fmt: skip
PAGE = service("Page", cost="Often free or low cost. Ask.", phone="")
ALL = Shelf(HEAP, LINE_211, MEALS)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setattr(listed, "search", lambda: ALL)
    found = {HEAP.id: None, LINE_211.id: True, MEALS.id: False}
    views = [
        ServiceView(record, open_now=found[record.id], distance_miles=4.2 if record is MEALS else None)
        for record in ALL.records.values()
    ]  # fmt: skip
    monkeypatch.setattr(listed, "found_again", lambda turn: views)
    return ALL


@pytest.mark.parametrize(
    ("question", "language", "who"),
    [
        ("will they stop them shutting it off friday", "en", "HEAP"),
        ("can they keep the lights from being shut off?", "en", "HEAP"),
        ("what if they cut me off, will they help", "en", "HEAP"),
        ("do they help with heating", "en", "HEAP"),
        ("me van a cortar la luz, ellos pueden con eso?", "es", "HEAP"),
        ("ayudan con un aviso de corte?", "es", "HEAP"),
        ("do they help with rent too", "en", "211"),
        ("can they find rides", "en", "211"),
        ("do they deliver", "en", "Meals"),
        ("will somebody bring it to my door", "en", "Meals"),
        ("can she get it if she can't cook", "en", "Meals"),
    ],
)
def test_a_sentence_of_a_record_that_speaks_of_it_is_the_answer(
    question: str, language: str, who: str
) -> None:
    turn = after_list(ALL, question, language=language)
    ask_detail.say_field(turn, "")
    assert said(turn)[0] == ("utter_detail_is", who)


@pytest.mark.parametrize(
    "question",
    ["how long is the wait", "do they like dogs", "will they tell my son", "cuanto hay que esperar", "son buena gente?"],
)  # fmt: skip
def test_what_no_record_tells_comes_with_the_number_to_ask(question: str) -> None:
    turn = after_list(ALL, question)
    ask_detail.say_field(turn, "")
    assert said(turn) == [("utter_ask_them", "HEAP")]
    assert turn.dispatcher.messages[0]["phone"] == "937-555-0142"


def test_words_that_stand_in_every_record_answer_nothing() -> None:
    for question in ("do they help older people", "is there a person to call", "hay una persona"):
        assert told_of(question, ServiceView(LINE_211).to_dict()) == ""


@pytest.mark.parametrize(
    "text",
    ["what do they do", "what is that", "what is the second one", "what does it mean", "explain it to me", "what is legal aid",
     "speak plainly what is it", "what is that for", "que es eso", "no entiendo, qué es eso de legal? háblame claro", "la segunda que es",
     "que hacen ellos", "para que sirve", "expliqueme por favor"],
)  # fmt: skip
def test_what_is_it_asks_for_the_plain_meaning(text: str) -> None:
    turn = after_list(ALL, f"{text}?", act="unsure")
    assert asked_field(turn.heard.plain) == "summary"
    assert about_a_listed_service(turn)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("what is it going to cost", "cost"), ("what is their phone number", "phones"), ("what are the hours", "hours"),
        ("what is the address", "address"), ("how far is that from easley", "distance"),
        ("is it far, how many miles", "distance"), ("que tan lejos queda", "distance"), ("which one of these is open right now", "open_now"),
        ("are they open tonight", "open_now"), ("cual esta abierto ahora", "open_now"), ("todavia estan abiertos", "open_now"),
        ("are they open saturday", "hours"), ("what do i need to have ready for my client to apply", "have_ready"),
        ("what do i need to apply", "have_ready"), ("que necesito para solicitar", "have_ready"), ("que tengo que tener a la mano", "have_ready"),
    ],
)  # fmt: skip
def test_other_questions_keep_their_field(text: str, field: str) -> None:
    assert asked_field(text) == field


def test_several_are_told_in_a_sentence_each_and_a_chosen_one_in_full() -> None:
    turn = after_list(ALL, "what do they do?")
    ask_detail.say_field(turn, "summary")
    assert [name for _, name in said(turn)] == ["HEAP", "211", "Meals"]
    assert turn.dispatcher.messages[1]["answer"] == "Dial 211."
    turn = after_list(ALL, "what is that?")
    turn.memory.chosen = "211"
    ask_detail.say_field(turn, "summary")
    assert said(turn) == [("utter_detail_is", "211")]
    assert turn.dispatcher.messages[0]["answer"].endswith("rides and more.")


def test_a_kind_of_help_that_is_named_is_explained_by_its_own_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Found:
        def find(self, query):  # type: ignore[no-untyped-def]
            assert query.needs == ("legal_help",)
            lawyer = service("Lawyers", summary="A lawyer for wills.", need="legal_help")
            hit = type("Hit", (), {"service": ServiceView(lawyer)})
            return type("Result", (), {"hits": [hit]})

    monkeypatch.setattr(meaning, "search", Found)
    guesses = [{"need_id": "legal_help", "score": 0.9}]
    turn = after_list(ALL, "what is legal aid?", guesses=guesses)
    ask_detail.say_field(turn, "summary")
    assert said(turn) == [("utter_detail_is", "Lawyers")]
    turn = after_list(ALL, "what is that?", guesses=guesses)
    ask_detail.say_field(turn, "summary")
    assert "Lawyers" not in [name for _, name in said(turn)]


def test_which_is_open_now_names_all_and_the_open_ones_first() -> None:
    turn = after_list(ALL, "which one of these is open right now?")
    turn.memory.chosen = "HEAP"
    ask_detail.answer_detail(turn)
    assert said(turn) == [("utter_open_now", "211"), ("utter_hours_unknown", "HEAP"), ("utter_closed_now", "Meals")]  # fmt: skip


def test_how_far_is_told_of_one_place() -> None:
    turn = after_list(ALL, "how far is that?")
    ask_detail.answer_detail(turn)
    assert said(turn) == [("utter_miles", "Meals")]
    assert turn.dispatcher.messages[0]["miles"] == 4
    turn = after_list(ALL, "how far is the second one?", number=2)
    ask_detail.answer_detail(turn)
    assert said(turn) == [("utter_miles_unknown", "211")]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("What does the ramp cost? She is on SSI.", True), ("how much is an aide", True), ("what would a bath aide cost me", True),
        ("cuanto cuesta la rampa", True), ("what does that cost", False), ("how much is it", False), ("cuanto cobran", False),
        ("how much are the meals", False), ("cuanto cuesta la luz", False), ("y es gratis eso? yo no tengo dinero", False),
    ],
)  # fmt: skip
def test_the_price_of_a_thing_no_record_names_is_not_known(text: str, unknown: bool) -> None:
    language = "es" if text.startswith(("cuanto", "y es")) else "en"
    turn = after_list(ALL, text, language=language)
    views = [ServiceView(record, language) for record in ALL.records.values()]
    say_price(turn, views)
    assert (("utter_price_unknown", None) in said(turn)) is unknown


def test_a_free_call_is_never_told_as_free_help() -> None:
    turn = after_list(ALL, "what does that cost")
    ask_detail.say_field(turn, "cost")
    assert ("utter_price_call", "211") in said(turn)
    free = [m["answer"] for m in turn.dispatcher.messages if m.get("name") != "211"]
    assert free == ["Free", "Free. You may give what you can"]


@pytest.mark.parametrize(
    "text", ["What do I need to have ready for my client to apply?", "do i have to have papers ready to apply?",
             "¿qué tengo que tener listo para aplicar?"],
)  # fmt: skip
def test_ready_to_apply_asks_for_the_papers(text: str) -> None:
    shelf = Shelf(MEALS)
    turn = after_list(shelf, text)
    if not answer_remark(turn):
        ask_detail.answer_detail(turn)
    assert said(turn) == [("utter_detail_known", "Meals")]
    assert turn.dispatcher.messages[0]["answer"] == "address, any special diet"


def test_who_has_no_phone_is_named_with_the_page() -> None:
    turn = after_list(Shelf(PAGE), "do they take cash")
    answers.say_from_records(turn, [ServiceView(PAGE)])
    assert said(turn) == [("utter_detail_unknown_page", "Page")]
