from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from referrals.answers import Answers
from referrals.export import export_person
from referrals.plans import FullError, Plan, PlanExpiredError, Plans, SavedService
from referrals.settings import Settings
from referrals.usecases import Referrals

RIDE = SavedService("s-1", "transportation", "Rides", "Agency", ["+19375550142"], "2026-11-30")
START = datetime(2026, 11, 30, 12)


class Clock:
    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def referrals(tmp_path: Path) -> Referrals:
    return Referrals.open(Settings(tmp_path, f"sqlite:///{tmp_path / 'p.db'}", "key"))


@pytest.fixture
def plans(referrals: Referrals, clock: Clock) -> Plans:
    return Plans(referrals, 30, clock)


def test_a_saved_service_comes_once_with_the_call_as_a_step() -> None:
    person = Plan().person_about("mother", "Dayton, OH")
    assert person.save(RIDE)
    assert not person.save(RIDE)
    assert [s.service_id for s in person.services] == ["s-1"]
    assert [step.service_id for step in person.steps] == ["s-1"]
    assert person.needs == ["transportation"]


def test_a_removed_service_takes_its_untouched_step_along_but_not_one_that_is_done() -> None:
    person = Plan().person_about("mother")
    person.save(RIDE)
    step = person.steps[0]
    person.change_step(step.id, what="", who="Ana", by="Friday", done=True)
    person.drop("s-1")
    assert person.services == []
    assert [s.who for s in person.steps] == ["Ana"]


def test_each_person_has_a_place_and_needs_of_their_own() -> None:
    plan = Plan()
    plan.person_about("mother", "Dayton, OH").save(RIDE)
    father = plan.person_about("father_in_law", "El Paso, TX")
    assert [person.place for person in plan.people] == ["Dayton, OH", "El Paso, TX"]
    assert father.services == []
    assert plan.person_about("mother", "Austin, TX").place == "Dayton, OH"


def test_whom_the_first_answers_were_for_may_be_said_later() -> None:
    plan = Plan()
    plan.person_about(None, "Dayton, OH").save(RIDE)
    assert plan.person_about("mother", "Dayton, OH").services
    assert len(plan.people) == 1


def test_a_question_that_names_nobody_goes_on_about_the_person_of_that_place() -> None:
    plan = Plan()
    mother = plan.person_about("mother", "Dayton, OH")
    assert plan.person_about(None, "Dayton, OH") is mother
    assert plan.person_about("self", "Dayton, OH") is mother
    assert plan.person_about(None, "") is mother
    assert plan.person_about(None, "Austin, TX") is not mother
    assert plan.person_about("father", "Dayton, OH") is not mother


def test_notes_written_in_two_tabs_are_both_kept() -> None:
    person = Plan().person_about("self")
    assert person.change_notes("first tab", seen="")
    assert not person.change_notes("second tab", seen="")
    assert "first tab" in person.notes
    assert "second tab" in person.notes


def test_there_is_a_limit_to_people_and_it_is_said() -> None:
    plan = Plan()
    for number in range(6):
        plan.add_person("other", f"{number}", "")
    with pytest.raises(FullError):
        plan.add_person("other", "seven", "")


def test_a_plan_is_read_again_as_it_was_written(plans: Plans) -> None:
    token = plans.make("web-abcdefgh", "es").token

    def edit(plan: Plan) -> None:
        person = plan.person_about("mother", "Mérida")
        person.save(RIDE)
        person.add_step("Llevar la carta", "Ana", "viernes")
        person.add_question("doctor", "¿Y la presión?")

    plans.change(token, edit)
    found = plans.by_token(token)
    assert found is not None
    assert found.plan.people[0].steps[1].what == "Llevar la carta"
    assert found.plan.people[0].questions[0].text == "¿Y la presión?"
    assert found.plan.language == "es"
    assert found.version == 2


def test_nothing_of_a_plan_stands_readable_in_the_database(
    plans: Plans, referrals: Referrals
) -> None:
    token = plans.make("web-abcdefgh", "en").token
    plans.change(token, lambda plan: plan.person_about("mother", "Dayton, OH").save(RIDE) or None)
    with referrals.engine.begin() as connection:
        row = str(connection.execute(text("SELECT * FROM plan")).one())
    assert "Dayton" not in row
    assert "9375550142" not in row
    assert token not in row


def test_the_same_conversation_finds_its_plan_and_another_does_not(plans: Plans) -> None:
    token = plans.make("web-abcdefgh", "en").token
    assert plans.make("web-abcdefgh", "en").token == token
    assert plans.make("web-other-one", "en").token != token


def test_a_link_ends_and_each_change_lets_it_live_longer(plans: Plans, clock: Clock) -> None:
    token = plans.make("web-abcdefgh", "en").token
    clock.time += timedelta(days=29)
    plans.change(token, lambda plan: plan.person_about("self") and None)
    clock.time += timedelta(days=29)
    assert plans.by_token(token) is not None
    clock.time += timedelta(days=2)
    with pytest.raises(PlanExpiredError):
        plans.by_token(token)
    assert plans.of_conversation("web-abcdefgh") is None


def test_when_a_plan_has_ended_its_content_is_gone_and_its_owner_is_told(
    plans: Plans, referrals: Referrals, clock: Clock
) -> None:
    token = plans.make("web-abcdefgh", "en").token
    plans.change(token, lambda plan: plan.person_about("mother", "Dayton") and None)
    clock.time += timedelta(days=31)
    assert plans.erase_ended() == 1
    assert plans.erase_ended() == 0
    with referrals.engine.begin() as connection:
        document, conversation = connection.execute(
            text("SELECT document_cipher, conversation FROM plan")
        ).one()
    assert referrals.vault.unlock(document) is None
    assert conversation == "ended"
    with pytest.raises(PlanExpiredError):
        plans.by_token(token)
    clock.time += timedelta(days=31)
    plans.erase_ended()
    assert plans.by_token(token) is None


def test_a_new_link_ends_the_old_one_and_keeps_the_plan(plans: Plans) -> None:
    old = plans.make("web-abcdefgh", "en").token
    plans.change(old, lambda plan: plan.person_about("mother") and None)
    fresh = plans.new_link(old)
    assert fresh is not None
    assert plans.by_token(old) is None
    found = plans.by_token(fresh.token)
    assert found is not None
    assert found.plan.people[0].about == "mother"


def test_a_text_code_opens_the_plan_for_seven_days(plans: Plans, clock: Clock) -> None:
    token = plans.make("web-abcdefgh", "en").token
    code = plans.text_code(token)
    assert code is not None
    assert plans.text_code(token) == code
    found = plans.by_text_code(code.lower())
    assert found is not None
    assert found.token == token
    clock.time += timedelta(days=8)
    assert plans.by_text_code(code) is None


def test_a_plan_is_mailed_five_times_a_day_at_most(plans: Plans, clock: Clock) -> None:
    token = plans.make("web-abcdefgh", "en").token
    assert [plans.may_mail(token) for _ in range(6)] == [True] * 5 + [False]
    clock.time += timedelta(days=1)
    assert plans.may_mail(token)


def test_delete_my_information_deletes_the_plan_too(plans: Plans, referrals: Referrals) -> None:
    token = plans.make("web-abcdefgh", "en").token
    referrals.delete_person("web-abcdefgh")
    assert plans.by_token(token) is None


def test_an_edit_that_fails_changes_nothing(plans: Plans) -> None:
    token = plans.make("web-abcdefgh", "en").token

    def edit(plan: Plan) -> None:
        plan.person_about("mother")
        raise FullError("no room")

    with pytest.raises(FullError):
        plans.change(token, edit)
    found = plans.by_token(token)
    assert found is not None
    assert found.plan.people == []


def test_all_that_is_kept_of_a_person_holds_their_plan_but_not_its_key(
    plans: Plans, referrals: Referrals
) -> None:
    token = plans.make("web-abcdefgh", "en").token
    plans.change(token, lambda plan: plan.person_about("mother", "Dayton, OH") and None)
    exported = export_person(referrals, "web-abcdefgh")
    assert "Dayton, OH" in str(exported["plan"])
    assert token not in str(exported)


def test_a_kept_answer_goes_after_two_days(referrals: Referrals, clock: Clock) -> None:
    answers = Answers(referrals, clock)
    answers.keep("web-abcdefgh", "m-1", {"text": "hello"})
    assert answers.given("web-abcdefgh", "m-1") == {"text": "hello"}
    assert answers.given("web-other-one", "m-1") is None
    clock.time += timedelta(days=3)
    answers.forget_old()
    assert answers.given("web-abcdefgh", "m-1") is None
