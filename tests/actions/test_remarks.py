"""Remarks about a list ask for no new need; and what is said back to them."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import Case, Memory
from actions.shown import listed as on_show
from actions.shown import remarks
from actions.turn import Turn
from resources_index.directory import Area, Phone, ServiceRecord
from resources_index.search.view import ServiceView


def service(name: str, cost: str = "", who: str = "", phone: str = "+19375550142") -> ServiceRecord:
    phones = (Phone(phone),) if phone else ()
    return ServiceRecord(
        id=name,
        name=name,
        organization=name,
        need_ids=("transportation",),
        phones=phones,
        summary={},
        eligibility={"en": who},
        cost={"en": cost},
        hours={},
        ask_for={},
        area=Area("nation"),
        area_label="",
        level="nation",
    )


class Shelf:
    """The search, with three services."""

    def __init__(self, *records: ServiceRecord) -> None:
        self._records = {record.id: record for record in records}

    def service(self, service_id: str) -> ServiceView | None:
        record = self._records.get(service_id)
        return None if record is None else ServiceView(record)


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    shelf = Shelf(
        service("Web page", phone=""),
        service("Ohio Medicaid", cost="Free.", who="People with Medicaid"),
        service("Agency on Aging", cost="Free."),
    )
    monkeypatch.setattr(on_show, "search", lambda: shelf)
    shown: list[str] = []

    def show(turn: Turn, **page: Any) -> bool:
        shown.append("free" if page.get("free_only") else "list")
        return True

    monkeypatch.setattr(remarks, "show_services", show)
    monkeypatch.setattr(remarks, "service_ids", lambda turn, **page: turn.memory.shown[1:])
    return shown


def after_a_list(text: str, act: str = "ask_need", shown: int = 3) -> Turn:
    names = ["Web page", "Ohio Medicaid", "Agency on Aging"][-shown:]
    memory = Memory(
        cases={"self": Case("self", needs=["transportation"])},
        current="self",
        shown=names,
        met=True,
    )
    return Turn("web-1", memory, Heard(text, act), CollectingDispatcher())


def said(turn: Turn) -> list[Any]:
    return [message.get("response") for message in turn.dispatcher.messages]


@pytest.mark.parametrize(
    "text",
    ["I don't have medicaid", "no tengo medicaid", "I'm not sure I can afford it", "that's too expensive for me",
     "¿tengo que tener medicaid?", "do I have to own the house", "who should I call first", "is it free",
     "will they tell immigration", "no lo puedo pagar", "is that free because all I have is his railroad check"],
)  # fmt: skip
def test_a_remark_asks_for_nothing_new(text: str) -> None:
    assert remarks.is_remark(after_a_list(text))
    before = after_a_list(text)
    before.memory.shown = []
    assert not remarks.is_remark(before)


@pytest.mark.parametrize(
    "text",
    ["do I have to go there", "what is the bus fare", "do I have to pay", "what do I have to have ready when I call", "I can't afford my medicine anymore", "I need help applying for medicaid", "also my wife needs a walker",
     "the rent is too high and they raised it again and now the landlord says we have to go by May"],
)  # fmt: skip
def test_a_need_is_no_remark(text: str) -> None:
    assert not remarks.is_remark(after_a_list(text))


def test_who_asks_about_medicaid_itself_keeps_it(listed: list[str]) -> None:
    turn = after_a_list("I don't have medicaid")
    turn.memory.case.needs = ["medicaid"]
    assert remarks.answer_remark(turn)
    assert turn.memory.case.turned_down == []
    assert listed == []


def test_the_first_to_call_has_a_phone(listed: list[str]) -> None:
    turn = after_a_list("just tell me who to call")
    assert remarks.answer_remark(turn)
    assert turn.memory.chosen == "Ohio Medicaid"
    assert said(turn) == ["utter_start_with"]


@pytest.mark.parametrize("text", ["I can't afford it", "no lo puedo pagar", "algo gratis"])
def test_where_none_falls_away_each_price_is_told_in_both_languages(
    listed: list[str], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(remarks, "service_ids", lambda turn, **page: list(turn.memory.shown))
    turn = after_a_list(text)
    turn.memory.language = "en" if "afford" in text else "es"
    remarks.only_free(turn)
    assert said(turn) == ["utter_detail_unknown_page", "utter_detail_known", "utter_detail_known"]
    assert listed == []


def test_when_all_are_free_the_list_does_not_come_again(listed: list[str]) -> None:
    turn = after_a_list("I can't afford it", shown=2)
    assert remarks.answer_remark(turn)
    assert (said(turn), listed) == (["utter_all_free"], [])
    turn = after_a_list("I can't afford it")
    assert remarks.answer_remark(turn)
    assert listed == ["free"]


def test_fear_for_the_papers_is_heard_before_any_list(listed: list[str]) -> None:
    turn = after_a_list("soy indocumentada, me pueden reportar?")
    assert remarks.answer_remark(turn)
    assert said(turn) == ["utter_papers"]
    turn = after_a_list("soy indocumentada y necesito comida 78207")
    turn.memory.shown = []
    assert not remarks.answer_remark(turn)
    assert said(turn) == ["utter_papers"]
