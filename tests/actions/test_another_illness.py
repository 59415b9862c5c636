"""What is there for dementia is kept from who told of another illness, and from nobody else."""

from __future__ import annotations

import pytest

from actions.needs.illness import is_for_another_illness
from resources_index.search.view import ServiceView
from tests.actions.shelf import Shelf, after_list, service

ALZHEIMERS = service("Alzheimer's Association", need="dementia_support")


@pytest.mark.parametrize(
    ("text", "away"),
    [
        ("I'm caring for my sister who has MS, I haven't had a day off since April", True),
        ("my husband had a stroke and I need a break", True),
        ("cuido a mi esposo, tuvo un derrame y necesito un descanso", True),
        ("I need a break from taking care of my mother", False),
        ("my husband had a stroke and now he forgets who I am", False),
        ("mom has diabetes and alzheimers and I need a break", False),
    ],
)
def test_the_dementia_line_is_for_dementia(text: str, away: bool) -> None:
    turn = after_list(Shelf(ALZHEIMERS), text, "ask_need")
    turn.memory.case.needs, turn.memory.case.text = ["respite"], text
    assert is_for_another_illness(turn, ServiceView(ALZHEIMERS)) is away


def test_who_asked_about_memory_loss_keeps_it() -> None:
    turn = after_list(Shelf(ALZHEIMERS), "he had a stroke", "ask_need")
    turn.memory.case.asked = ["dementia_support"]
    assert not is_for_another_illness(turn, ServiceView(ALZHEIMERS))


def test_other_services_stay() -> None:
    turn = after_list(Shelf(ALZHEIMERS), "my sister has MS", "ask_need")
    assert not is_for_another_illness(turn, ServiceView(service("Respite office", need="respite")))
