"""Who has no Medicare and no other insurance gets nothing that is only for people with Medicare."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.memory import FOR_MEDICARE, Case, Memory, kinds_of
from actions.shown.ruled_out import has_no_medicare
from actions.shown.turned_down import note_turned_down
from actions.turn import Turn
from resources_index.search.view import ServiceView
from tests.actions.shelf import service


@pytest.mark.parametrize(
    "text",
    [
        "no tiene medicare, no califica", "she isn't on Medicare yet, she is 63", "NO tiene Medicare ni seguro", "she is not on Medicare", "he never got Medicare", "I don't have Medicare", "mom isn't on Medicare", "no insurance, insulin runs out in two days",
        "my uncle has no insurance at all", "uninsured and 66", "she lost her insurance", "sin seguro médico", "perdió el seguro", "no tengo aseguranza", "too young for Medicare", "we dont have no medicare", "without health insurance",
    ],
)  # fmt: skip
def test_that_there_is_none_is_heard(text: str) -> None:
    assert has_no_medicare(Heard(text, "").plain)


@pytest.mark.parametrize(
    "text",
    [
        "I don't have Medicaid, I have Medicare", "no medicaid just medicare", "no insurance but Medicare", "I have no dental insurance", "Medicare won't pay for it", "I don't understand my Medicare bill",
        "no tiene seguro social", "she lost her medicare card", "it's not a Medicare scam", "what if I don't have Medicare", "I don't have Medicare yet, how do I sign up", "they do not take Medicare", "I'm not sure if Medicare covers it", "no car insurance card",
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_not(text: str) -> None:
    assert not has_no_medicare(Heard(text, "").plain)


def test_it_counts_from_the_first_message_on_and_until_it_is_put_right() -> None:
    memory = Memory(cases={"self": Case("self", needs=["prescription_costs"])}, current="self")
    counselor = ServiceView(service("Free Medicare counselor (SHIP)"))
    help_line = ServiceView(service("Help line"))

    def hear(text: str) -> None:
        note_turned_down(Turn("web-1", memory, Heard(text, "ask_need"), CollectingDispatcher()))

    hear("he has no Medicare and no insurance")
    assert memory.has_turned_down(counselor)
    assert not memory.has_turned_down(help_line)
    hear("oh wait, he has Medicare")
    assert not memory.has_turned_down(counselor)


@pytest.mark.parametrize(
    ("name", "who", "of_it"),
    [
        ("Help paying Medicare premiums", "Depends on income.", True), ("Extra Help with medicine costs", "By income.", True), ("Training for families", "People with Medicare and dementia.", True),
        ("State Medicaid office", "Depends on income.", False), ("211: local help of all kinds", "Anyone.", False),
    ],
)  # fmt: skip
def test_what_is_of_medicare(name: str, who: str, of_it: bool) -> None:
    record = replace(service(name), eligibility={"en": who})
    assert (FOR_MEDICARE in kinds_of(ServiceView(record))) is of_it
