from __future__ import annotations

from collections import Counter
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from referrals.life.work import Attempt
from referrals.measures import SMALL, hold_back, measure
from referrals.usecases import Referrals
from tests.referrals.conftest import Clock
from tests.support.desk import CONSENT, details


def finish(
    referrals: Referrals, clock: Clock, number: int, outcome: str, need: str = "housing"
) -> None:
    made = details(needs=[need], name=f"Person {number}")
    view = referrals.request(f"web-{need}-{outcome}-{number}", "web", made, CONSENT)
    view = referrals.transition(view.id, "accept", "ana", view.version)
    clock.now += timedelta(hours=2)
    referrals.log_attempt(view.id, "ana", Attempt("call", "client", "reached"))
    referrals.name_agency(view.id, "ana", view.version, "Homes Inc", None)
    referrals.transition(view.id, "complete", "ana", view.version + 1, outcome=outcome)


def test_measures_count_without_names(referrals: Referrals, clock: Clock) -> None:
    start = clock.now
    for number in range(6):
        finish(referrals, clock, number, "got_help")
    for number in range(5):
        finish(referrals, clock, number, "no_capacity")
    for number in range(2):
        finish(referrals, clock, number, "not_eligible", need="utilities")
    found = measure(referrals, start, clock.now + timedelta(days=1))
    assert (found.asked, found.ended, found.helped) == (13, 13, 6)
    assert found.helped_share == 6 / 13
    assert found.hours_to_contact == 2.0
    by_place = {count.label: count.value for count in found.unmet_by_place}
    assert by_place == {("OH", "housing"): None, ("OH", "utilities"): None}
    assert "Person" not in repr(found)


def test_a_span_with_few_tells_nothing(referrals: Referrals, clock: Clock) -> None:
    start = clock.now
    finish(referrals, clock, 1, "got_help")
    found = measure(referrals, start, clock.now + timedelta(days=1))
    assert (found.asked, found.helped, found.helped_share, found.hours_to_contact) == (
        None,
        None,
        None,
        None,
    )


def test_a_small_number_cannot_be_worked_out_from_two_large_ones(
    referrals: Referrals, clock: Clock
) -> None:
    start = clock.now
    for number in range(6):
        referrals.request(f"web-open-{number}", "web", details(), CONSENT)
    finish(referrals, clock, 1, "got_help")
    found = measure(referrals, start, clock.now + timedelta(days=1))
    assert (found.asked, found.open_now, found.ended) == (7, None, None)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=8))
def test_no_held_back_count_can_be_worked_out_from_the_total(values: list[int]) -> None:
    counts: Counter[tuple[str, ...]] = Counter({(str(n),): value for n, value in enumerate(values)})
    shown = hold_back(counts)
    held = [count for count in shown if count.value is None]
    assert all(count.value is None or count.value > SMALL for count in shown)
    assert len(held) != 1 or len(values) == 1
