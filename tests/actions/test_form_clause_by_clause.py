"""Between the questions every clause goes to the field it answers; what answers none is a note, and a yes stays a yes."""

from __future__ import annotations

import pytest

from actions.form.call_days import merged, told_in
from actions.form.parts import read
from actions.form.phone_numbers import phone_in, put_right_in_part
from referrals.usecases import Referrals
from tests.support.referral_talk import Talk, at_step, put_on_shelf


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Talk:
    put_on_shelf(monkeypatch)
    return Talk(about="mother")


def at(talk: Talk, step: str) -> Talk:
    told = {
        "name": "Betty Lawson", "number": "312-555-0148", "time": "mornings", "note": "nothing else", "they_know": "they know",
    }  # fmt: skip
    return at_step(talk, step, told)


@pytest.mark.parametrize(
    ("text", "before", "time"),
    [
        ("Mornings, but Thursdays I have water aerobics", "", "Mornings, not Thursdays"),
        ("any day but Tuesday, mornings", "", "any day except Tuesday, mornings"),
        ("any day but Friday", "", "any day except Friday"),
        ("cualquier dia menos el lunes", "", "cualquier dia menos el lunes"),
        ("No. NOT Tuesday. And it's meals", "any day, Tuesday, mornings", "any day, mornings, not Tuesday"),
        ("not Wednesday, I'm out", "mornings", "mornings, not Wednesday"),
        ("en la tarde menos el miercoles", "", "en la tarde, no el miercoles"),
        ("en las tardes, los martes voy a dialisis", "", "en las tardes, no los martes"),
        ("mornings, Tuesdays is no good", "", "mornings, not Tuesdays"),
        ("pues contesten despues de las 2 porque duermo en la mañana", "", "despues de las 2, no en la mañana"),
        ("no, not mornings, afternoons", "mornings", "afternoons"),
        ("no, en la tarde no, en la mañana", "en la tarde", "en la mañana"),
        ("the water stopped now, call me in the morning", "", "in the morning"),
        ("the nurse comes now, call later", "", "later"),
        ("call around noon, I nap after", "", "around noon"),
        ("Tuesday is out. Wednesday works", "", "Wednesday, not Tuesday"),
        ("no antes de las 10", "", "no antes de las 10"),
        ("I get home at 5", "", "I get home at 5"),
        ("between 10 and 2", "", "between 10 and 2"),
    ],
)  # fmt: skip
def test_what_suits_and_what_does_not(text: str, before: str, time: str) -> None:
    assert merged(told_in(text), before) == time


@pytest.mark.parametrize(
    "text",
    [
        "water is slow now", "no mija, es la luz que me la cortan el viernes", "he is asleep now", "it is raining here",
        "me operaron el lunes",
    ],
)  # fmt: skip
def test_a_story_with_a_day_in_it_is_no_time(text: str) -> None:
    assert told_in(text).clauses == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("it ends in 0184 not 0148", "312-555-0184"), ("actually the number is 0184 at the end not 0148", "312-555-0184"),
        ("not the 0148, its 0184", "312-555-0184"), ("termina en 0184 no 0148", "312-555-0184"),
        ("the area code is 773", "773-555-0148"), ("its 556 not 555", "312-556-0148"), ("0148 should be 0184", "312-555-0184"),
        ("call after 1130", None), ("my apartment is 204", None), ("312-555-0184", None),
    ],
)  # fmt: skip
def test_a_part_of_the_number_is_put_right(text: str, number: str | None) -> None:
    assert put_right_in_part(text, "312-555-0148") == number


def test_a_second_number_is_for_when_the_first_does_not_answer() -> None:
    assert phone_in("509-555-0119, or 509-555-0171 if I don't pick up") == "509-555-0119"
    assert phone_in("509-555-0119, but better call her at 509-555-0171") == "509-555-0171"


@pytest.mark.parametrize(
    ("text", "name", "number", "note"),
    [
        ("denise, my cell is 602-555-0147 but the food is for my mom her name is ruth", "denise", "602-555-0147", "ruth"),
        ("kevin 303-555-0126. and they better not try to sell him anything", "kevin", "303-555-0126", "sell him"),
        ("Ofelia Renteria y el telefono es el de mi nieto 915 555 0140", "Ofelia Renteria", "915-555-0140", "de mi nieto"),
        ("carol, 602-555-0147 and dont call my mom, call me", "carol", "602-555-0147", "dont call my mom"),
        ("Marcus. its for my mother tho, her name is Evelyn", "Marcus", None, "Evelyn"),
        ("Barb Lindqvist 509-555-0119, or Don's cell if I don't pick up, 509-555-0171", "Barb Lindqvist", "509-555-0119", "509-555-0171"),
        ("Ray, and I'd rather they call my wife", "Ray", None, "call my wife"),
    ],
)  # fmt: skip
def test_a_name_among_other_things_loses_none_of_them(
    talk: Talk, text: str, name: str, number: str | None, note: str
) -> None:
    at(talk, "name").hear(text, "correct")
    known = talk.memory.referral
    assert (known["name"], known.get("number")) == (name, number)
    assert note in " ".join(known["extras"])
    assert talk.memory.pending == ("referral_time" if number else "referral_number")


def test_whom_it_is_for_is_put_right_beside_the_name(talk: Talk) -> None:
    said = at(talk, "name").hear("Rosa Diaz, para mi esposo Manuel", "correct")
    assert said[0] == "utter_referral_for"
    assert (talk.memory.referral["name"], talk.memory.case.about) == ("Rosa Diaz", "husband")


def test_a_fact_with_a_day_stays_in_the_note(talk: Talk) -> None:
    at(talk, "note").hear("her appointment is Friday. how long till they call?")
    assert talk.memory.referral["note"] == "her appointment is Friday"
    assert talk.memory.referral["time"] == "mornings"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Beverly, but everybody says Bev. Last name Tidwell. And it's for Ronnie", "Bev Tidwell"),
        ("call me Hank Dombrowski 4175550162 mornings", "Hank Dombrowski"),
        ("Consuelo pero oiga no cobran verdad", "Consuelo"),
        ("it is Bob, is this free", "Bob"),
    ],
)
def test_whose_name_it_is(talk: Talk, text: str, name: str) -> None:
    at(talk, "name").hear(text)
    assert talk.memory.referral["name"] == name


def test_a_question_beside_a_note_is_answered_and_the_note_kept(talk: Talk) -> None:
    said = at(talk, "note").hear(
        "que ella no sabe leer y que le hablen despacio. cuanto se tardan?"
    )
    assert said[0] == "utter_call_time_unknown"
    assert talk.memory.referral["note"] == "que ella no sabe leer, que le hablen despacio"
    assert talk.memory.pending == "referral_they_know"


def test_do_not_tell_her_is_for_the_desk_and_leaves_nothing_out(talk: Talk) -> None:
    talk.memory.case.text = "meals, she is diabetic and it was my idea to ask"
    text = "yeah shes proud so dont tell her it was my idea. and shes diabetic"
    assert at(talk, "note").hear(text, "correct") == ["utter_referral_they_know"]
    assert talk.memory.referral["note"] == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ugh ok share. but if i find something before then can i cancel", None),
        ("yes share but can I cancel later", "utter_referral_take_back"),
        ("si comparta y cuanto tengo que pagar", "utter_referral_cost"),
        ("yes go ahead, is it free?", None),
        ("1. how long will it take", None),
        ("ok, and if I don't like it can I stop it", None),
    ],
)
def test_a_yes_with_a_question_is_never_a_no(
    desk: Referrals, talk: Talk, text: str, says: str | None
) -> None:
    said = at(talk, "consent").hear(text, "withdraw_consent")
    assert "utter_referral_refused" not in said
    made = desk.latest("sms-1")
    if made is None:
        assert talk.memory.pending == "referral_consent"
    if says:
        assert made is not None
        assert says in said


@pytest.mark.parametrize(
    "text",
    [
        "yes share but will my son find out?", "ok wait, before I share, who sees this?",
        "yes share it, but only if my son says so", "maybe, what happens then?", "share? with whom?",
        "i guess so but does it cost", "yes, what is the catch?", "si pero espere, quien lo ve?",
    ],
)  # fmt: skip
def test_a_yes_that_waits_for_an_answer_shares_nothing(
    desk: Referrals, talk: Talk, text: str
) -> None:
    at(talk, "consent").hear(text, "affirm")
    assert desk.latest("sms-1") is None
    assert talk.memory.referral["name"] == "Betty Lawson"


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("no, not mornings, afternoons", "time", "afternoons"), ("no wait, evenings", "time", "evenings"),
        ("no, afternoon is better", "time", "afternoon"), ("not Wednesday, I'm out", "time", "mornings, not Wednesday"),
        ("No, the number ends in 0184", "number", "312-555-0184"),
    ],
)  # fmt: skip
def test_a_no_that_puts_something_right_ends_nothing(
    talk: Talk, text: str, field: str, value: str
) -> None:
    at(talk, "consent").hear(text, "deny")
    assert talk.memory.referral[field] == value
    assert talk.memory.pending == "referral_consent"


def test_thanks_and_a_nod_tell_nothing() -> None:
    assert read("ok thank you dear. mornings", "time").kinds == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("im his daughter Patty, he is Eugene", "Patty"), ("Soy la nieta, me llamo Yesenia", "Yesenia"),
        ("this is Ruth Ann Becker calling for her brother Leo, 605-555-0122", "Ruth Ann Becker"),
        ("my name's Delores but this is about my neighbor Mr Ames", "Delores"), ("Walt Kim, wife is Sun-hee and she does the talking", "Walt Kim"),
    ],
)  # fmt: skip
def test_whoever_writes_for_somebody_gives_the_own_name(text: str, name: str) -> None:
    assert read(text, "name").name == name


def test_nothing_more_and_the_number_put_right(talk: Talk) -> None:
    at(talk, "note").hear("nothing, thanks. oh wait its 0123 at the end not 0148")
    known = talk.memory.referral
    assert (known["number"], known["note"]) == ("312-555-0123", "")
    assert talk.memory.pending == "referral_they_know"


def test_a_time_goes_on_after_the_days_that_do_not_suit(talk: Talk) -> None:
    at(talk, "time").hear(
        "Not Tuesdays, that's my eye day. Oh should I mention Don fell last week?"
    )
    assert talk.memory.referral["time"] == "not Tuesdays"
    talk.hear("mornings", "greeting")
    assert talk.memory.referral["time"] == "mornings, not Tuesdays"
    assert "Don fell last week" in " ".join(talk.memory.referral["extras"])
    assert talk.memory.pending == "referral_note"


@pytest.mark.parametrize("text", ["no, not mornings, afternoons", "she knows, but evenings"])
def test_the_time_is_put_right_when_it_is_asked_who_knows(talk: Talk, text: str) -> None:
    at(talk, "they_know").hear(text, "deny")
    assert talk.memory.referral["time"] in ("afternoons", "evenings")


@pytest.mark.parametrize("text", ["not now", "no not now", "not today"])
def test_not_now_is_no_time(desk: Referrals, talk: Talk, text: str) -> None:
    at(talk, "consent").hear(text, "deny")
    assert desk.latest("sms-1") is None
    assert talk.memory.pending == "refused"
