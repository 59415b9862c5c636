"""In a list each place has one name, and a word of what it is for."""

from __future__ import annotations

from typing import Any

import pytest

from gateway.answer import Answer
from gateway.dialogue import BotMessage
from gateway.replies import detail_lines, service_lines, whole_name
from gateway.sms.render import render


def service(name: str, organization: str, summary: str = "", **more: Any) -> dict[str, Any]:
    return {
        "service_id": name, "name": name, "organization": organization, "phones": ["+18886771199"], "url": "https://page.example",
        "summary": summary, "cost": "The call is free.", "ask_for": "", **more,
    }  # fmt: skip


LINE = service("211: local help of all kinds", "211", phones=["211"])
DIAL = service("Disability Line", "Disability Line", "For people with a disability of any age: rides, a place to live.")  # fmt: skip
HEAP = service("Help with energy bills (LIHEAP)", "Home energy assistance (HEAP)")


def texts(*services: dict[str, Any]) -> str:
    custom = {"kind": "services", "services": list(services), "first_number": 1, "more": False}
    message = BotMessage("Rides near Dayton:", (), custom)
    return "\n".join(p.text for p in render(Answer([message], {}, "en")))


def test_a_number_that_is_a_name_is_not_said_three_times() -> None:
    assert "1 211: local help of all kinds, 211." in texts(LINE)
    custom = {"services": [LINE]}
    assert service_lines(BotMessage("", (), custom), "en")[0].startswith("1 211: local help")


def test_a_line_called_like_its_office_says_what_it_is_for() -> None:
    assert "1 Disability Line, 888-677-1199. For people with a disability of any age." in texts(
        DIAL
    )
    long = service("Patrol", "Patrol", "Volunteers near you who look at any strange Medicare bill.")
    assert "1 Patrol, 888-677-1199. The call is free." in texts(long)


@pytest.mark.parametrize(
    ("one", "whole"),
    [(LINE, "211: local help of all kinds"), (DIAL, "Disability Line"),
     (HEAP, "Help with energy bills (LIHEAP), Home energy assistance (HEAP)"),
     (service("Rides", "Agency 2"), "Rides (Agency 2)"), (service("Rides", ""), "Rides")],
)  # fmt: skip
def test_a_whole_name_has_no_brackets_inside_brackets(one: dict[str, Any], whole: str) -> None:
    assert whole_name(one) == whole


def test_to_call_first_is_said_once() -> None:
    old = service("Rides", "Agency 2", call_first=True)
    assert "\n".join(detail_lines(old, "en")).lower().count("call first") == 1
    fresh = service("Rides", "Agency 2")
    assert "I don't know their hours. Call first." in detail_lines(fresh, "en")
