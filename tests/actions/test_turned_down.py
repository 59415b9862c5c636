"""A place that was called already or is not wanted does not come back, and gets no request."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from actions import show
from actions.desk import request
from actions.heard import Heard
from actions.shown import listed, turned_down
from actions.shown.named import named_services, the_named
from actions.shown.turned_down import (
    answer_turned_down,
    is_turned_down,
    note_turned_down,
    wants_again,
)
from actions.turn import Turn
from resources_index.search import Query
from resources_index.search.view import ServiceView
from tests.actions.shelf import Shelf, after_list, service

AGENCY = service(
    "Area Office on Aging of Northwestern Ohio",
    phone="+18662435678",
    level="local",
    need="home_repair",
)
LINE = service("211: local help of all kinds", phone="211")
VETS = service("U.S. Department of Veterans Affairs", phone="+18008271000")
PAGE = service("USA.gov", phone="")
SHELF = Shelf(AGENCY, LINE, VETS, PAGE)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "search", lambda: SHELF)


def a_turn(text: str, **heard: Any) -> Turn:
    turn = after_list(SHELF, text, **heard)
    turn.memory.page = {"offset": 0, "at": datetime.now(UTC).replace(tzinfo=None).isoformat()}
    return turn


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("I called the area agency already. They sent me here. Not that one.", AGENCY), ("ya llamé al 211 y no me resolvieron nada", LINE),
        ("And 211 just reads me a list", LINE), ("I already talked to the VA and they said no", VETS), ("not the VA please", VETS), ("otro que no sea el 211", LINE),
        ("anybody but the aging office", AGENCY), ("no quiero llamar al 211", LINE), ("I tried 211, they were useless", LINE),
        ("al 211 nunca contestan, ya llame", LINE), ("the people at 866-243-5678 hung up on me", AGENCY),
    ],
)  # fmt: skip
def test_who_is_named_as_called_or_not_wanted_is_remembered(text: str, office: Any) -> None:
    turn = a_turn(text)
    note_turned_down(turn)
    assert turn.turned_down == [office.organization]
    assert turn.memory.case.turned_down == [
        {"name": office.organization, "phone": office.phones[0].number}
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_one_is_named_by_its_number(number: int) -> None:
    turn = a_turn("I called the number and nobody picks up", number=number)
    note_turned_down(turn)
    assert turn.turned_down == [[AGENCY, LINE, VETS, PAGE][number - 1].organization]


@pytest.mark.parametrize(
    "text",
    ["should I call 211", "what does the VA do", "I will call the area agency tomorrow", "no I am in Toledo", "not a ride, meals", "is the VA open", "thank you", "I have no veteran in the house, who do I call"],
)  # fmt: skip
def test_who_is_only_spoken_of_stays(text: str) -> None:
    turn = a_turn(text)
    note_turned_down(turn)
    assert turn.turned_down == []


def test_who_is_no_veteran_loses_what_is_for_veterans_and_nothing_else() -> None:
    turn = a_turn("he is not a veteran")
    note_turned_down(turn)
    records = SHELF.records.values()
    kept = [r for r in records if not turn.memory.has_turned_down(ServiceView(r))]
    assert kept == [AGENCY, LINE, PAGE]


def test_the_desk_hears_of_offices_that_are_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request, "search", lambda: SHELF)
    turn = a_turn("he is not a veteran")
    note_turned_down(turn)
    turn.heard = Heard("not the 211 please", "not_that")
    note_turned_down(turn)
    assert request._details(turn)["turned_down"] == [LINE.organization]


def test_the_one_that_was_looked_at_is_meant_where_none_is_named() -> None:
    turn = a_turn("I called and got the machine, they never call back")
    turn.memory.chosen = LINE.id
    note_turned_down(turn)
    assert turn.turned_down == [LINE.organization]
    assert turn.memory.chosen is None


def test_the_search_goes_on_without_every_service_of_that_office(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = service("Legal help")
    object.__setattr__(other, "organization", AGENCY.organization)
    records = [AGENCY, other, LINE]

    class Finder:
        def find(self, query: Query) -> Any:
            kept = [r for r in records if r.id not in query.exclude][:1]
            hits = [SimpleNamespace(service=SimpleNamespace(record=r)) for r in kept]
            return SimpleNamespace(hits=hits, total=len(kept), widened=None, relaxed=())

    monkeypatch.setattr(show, "search", Finder)
    turn = a_turn("anything")
    assert show.service_ids(turn) == [AGENCY.id]
    turn.memory.case.turned_down = [{"name": AGENCY.organization, "phone": AGENCY.phones[0].number}]
    assert show.service_ids(turn) == [LINE.id]


def test_it_gets_no_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request, "search", lambda: SHELF)
    turn = a_turn("a person please")
    assert request.agency_named(turn) == AGENCY.organization
    turn.memory.case.turned_down = [{"name": AGENCY.organization, "phone": AGENCY.phones[0].number}]
    assert request.agency_named(turn) != AGENCY.organization


def test_the_list_comes_without_it_and_its_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Turn] = []
    monkeypatch.setattr(turned_down, "show_services", lambda turn: shown.append(turn) or True)
    monkeypatch.setattr(turned_down, "service_ids", lambda _turn: ["x"])
    turn = a_turn("I called the area agency already. Not that one.")
    note_turned_down(turn)
    assert answer_turned_down(turn)
    assert shown == [turn]
    message = turn.dispatcher.messages[0]
    assert (message["response"], message["names"]) == ("utter_sorry_without", AGENCY.organization)


def test_nobody_else_is_said_honestly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turned_down, "service_ids", lambda _turn: [])
    turn = a_turn("I called the area agency already")
    note_turned_down(turn)
    assert answer_turned_down(turn)
    assert [m["response"] for m in turn.dispatcher.messages] == ["utter_run_around_person"]


@pytest.mark.parametrize(
    ("text", "office"),
    [("the VA one", VETS), ("number for the veterans people", VETS), ("la del 211", LINE), ("that USA.gov page", PAGE), ("is 866-243-5678 free", AGENCY), ("the aging office", AGENCY)],
)  # fmt: skip
def test_one_is_meant_by_a_part_of_its_name(text: str, office: Any) -> None:
    found = the_named(a_turn(text))
    assert found is not None
    assert found.record.id == office.id


@pytest.mark.parametrize(
    "text",
    ["what about meals", "the number please", "somebody near Xenia", "help line for older adults"],
)
def test_words_of_all_names_mean_none(text: str) -> None:
    assert named_services(a_turn(text)) == []


def test_who_was_turned_down_may_be_wanted_after_all() -> None:
    turn = a_turn("not the VA please")
    assert note_turned_down(turn) == VETS.organization
    assert is_turned_down(turn, "another name", [VETS.phones[0].number])
    wants_again(turn, VETS.organization)
    assert not is_turned_down(turn, VETS.organization, [])


def test_the_town_of_the_list_names_no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    fresno = Shelf(service("Fresno-Madera Agency"), LINE)
    monkeypatch.setattr(listed, "search", lambda: fresno)
    turn = after_list(fresno, "we are in fresno")
    turn.memory.case.place_shown = {"text": "Fresno, CA"}
    assert named_services(turn) == []
