"""What stands beside an answer of the form is lost to nobody: a name, whom to ask for, an extension, a reason, a scolding."""

from __future__ import annotations

import pytest

from actions.form.call_days import merged, told_in
from actions.form.parts import read
from actions.form.phone_numbers import is_only_reach
from actions.form.whom_to_ask import whom_to_ask_for
from actions.needs import remember
from bot.components.asks_person import asks_for_person
from referrals.desk_views import packet
from referrals.usecases import Referrals
from tests.support.referral_talk import PLACE, Talk, at_step, put_on_shelf


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_shelf(monkeypatch)


def at(step: str) -> Talk:
    told = {
        "name": "Betty Lawson",
        "number": "937-555-0142",
        "time": "morning",
        "note": "nothing else",
    }
    return at_step(Talk(), step, told)


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("Lucille Batiste that is B A T I S T E 601-555-0144", "Lucille Batiste", "601-555-0144"), ("Harold and Jean Pelkey 207-555-0173 what happens if nobody is home", "Harold and Jean Pelkey", "207-555-0173"),
        ("Bill Ostrowski, O S T R O W S K I, 715-555-0102", "Bill Ostrowski", "715-555-0102"), ("this is Pearl Washington 601-555-0100 and call after lunch", "Pearl Washington", "601-555-0100"),
        ("Ed and Marge 207 555 0111", "Ed and Marge", "207-555-0111"), ("Rosa, R-O-S-A, 956-555-0121 en la tarde", "Rosa", "956-555-0121"), ("Luz L-U-Z 505-555-0111", "Luz", "505-555-0111"),
        ("Jim & Betty Olson 218-555-0190 do they speak loud", "Jim & Betty Olson", "218-555-0190"), ("Vernon 308-555-0147. I told you that already", "Vernon", "308-555-0147"),
        ("my name is Opal and the number is 580-555-0136 will it be a recording", "Opal", "580-555-0136"), ("Joan with no H, 515-555-0166, what day do they call", "Joan", "515-555-0166"),
        ("Marie Fontenot 337-555-0128, will they charge me", "Marie Fontenot", "337-555-0128"), ("Dot. D-O-T. phone 641 555 0177 mornings", "Dot", "641-555-0177"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("shelf")
def test_a_name_beside_a_number_and_more_is_kept(text: str, name: str, number: str) -> None:
    talk = at("name")
    talk.hear(text)
    known = talk.memory.referral
    assert (known["name"], known["number"]) == (name, number)


@pytest.mark.parametrize("text", ["I told you Harold", "I already told you its Harold", "Harold, like I said", "ya le dije, Harold"])  # fmt: skip
@pytest.mark.usefixtures("shelf")
def test_a_name_told_with_a_scolding_brings_no_list(text: str) -> None:
    talk = at("name")
    talk.hear(text, "repeat")
    assert talk.memory.referral["name"] == "Harold"


@pytest.mark.parametrize(
    "text",
    ["the roof. My name is Dorothy, 641-555-0177", "1. Dorothy 641-555-0177", "both, I'm Dorothy, 641-555-0177", "todo. me llamo Dorothy, 641-555-0177"],
)  # fmt: skip
@pytest.mark.usefixtures("shelf")
def test_name_and_number_beside_what_it_is_about_are_not_asked(text: str) -> None:
    talk = Talk()
    case = talk.memory.case
    case.needs, case.asked = ["transportation"], ["home_repair", "transportation"]
    talk.hear("PERSON", "person")
    assert talk.memory.pending == "referral_needs"
    number = 1 if text.startswith("1") else None
    needs = [] if number else [{"need_id": "home_repair", "score": 0.9}]
    talk.hear(text, "choose", number, needs=needs)
    assert talk.memory.pending == "referral_time"
    assert talk.memory.referral["name"] == "Dorothy"


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("dont call me call my mom her name is Joyce", "Joyce"), ("ask for tammy", "Tammy"), ("it's my daughters phone, ask for my daughter Rita", "Rita"), ("llame a mi hija Ana", "Ana"),
        ("pregunten por Ana", "Ana"), ("call my husband he hears better", "husband"), ("use my sons number his name is Curtis", "Curtis"), ("hablen con mi hija Luz", "Luz"),
        ("don't call my son", None), ("I don't want you to call my son", None), ("ask for help", None), ("I ask for nothing", None), ("no llamen a mi hijo", None),
        ("she can't talk to strangers", None), ("call me", None), ("my mom is deaf", None), ("call before noon", None), ("call my sister instead", "sister"), ("call my mom in the morning", "mom"), ("CALL MY DAUGHTER EVENINGS", "daughter"), ("call my mom Joyce", "Joyce"),
        ("ask for a ride", None), ("llamen a mi mama por la tarde", "mama"),
    ],
)  # fmt: skip
def test_somebody_else_who_is_to_be_asked_for_is_found(text: str, whom: str | None) -> None:
    assert whom_to_ask_for(text) == whom


def test_whom_to_ask_for_stands_in_the_question_and_in_the_note(desk: Referrals) -> None:
    talk = at("number")
    talk.hear("dont call me call my mom her name is Joyce 218-555-0163")
    talk.hear("mornings")
    assert "whom to ask for (Joyce)" in talk.hear("nothing else")[-1]
    talk.hear("share")
    made = desk.latest("sms-1")
    assert made is not None
    found = packet(desk, made.reference)
    assert found is not None
    assert found.details["number"] == "218-555-0163"
    assert "Joyce" in found.details["note"]


@pytest.mark.parametrize(
    "text",
    ["920-555-0113 ext 44", "920-555-0113 x44", "920-555-0113, extension 44", "920-555-0113 ext. 44 please", "920-555-0113 extensión 44"],
)  # fmt: skip
def test_an_extension_is_kept(text: str) -> None:
    found = read(text, "number")
    assert found.number == "920-555-0113"
    assert "extension 44" in found.note


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("AFTERNOON I ALREADY TOLD YOU", "afternoon"), ("BUT DONT CALL BEFORE 10 I WATCH THE PRICE IS RIGHT", "not before 10"), ("afternoon is best I sleep late", "afternoon"),
        ("any time, morning when she naps", "any time, morning when she naps"), ("mornings I told you twice", "mornings"), ("how many times do I have to say it, mornings", "mornings"),
        ("after 2 my show is over", "after 2"), ("don't call before noon I work nights", "not before noon"), ("don't call after 7 we go to bed early", "not after 7"), ("I SAID MORNING", "morning"),
        ("la tarde ya le dije", "la tarde"), ("en la mañana cuando duerme mi mamá", "en la mañana cuando duerme mi mamá"), ("not in the morning I sleep late", "not in the morning"),
        ("afternoons are good my son drives me mornings", "afternoons"), ("before 11 I have therapy", "not before 11"), ("mornings, I sleep in the afternoon", "mornings, not in the afternoon"),
        ("evenings I get home at 5", "evenings I get home at 5"), ("morning while he is at dialysis", "morning while he is at dialysis"), ("no llamen antes de las 9", "no antes de las 9"),
        ("when my daughter is here, after 3", "after 3"), ("after 5 I work", "not after 5"),
    ],
)  # fmt: skip
def test_a_time_is_told_from_its_reason(text: str, time: str) -> None:
    assert merged(told_in(text)) == time


@pytest.mark.usefixtures("shelf")
def test_a_no_to_an_hour_beside_the_number_turns_no_place_down() -> None:
    talk = at("number")
    talk.hear("304-555-0142 BUT DONT CALL BEFORE 10 I WATCH THE PRICE IS RIGHT")
    assert talk.memory.case.turned_down == []
    assert talk.memory.referral["time"] == "not before 10"


@pytest.mark.parametrize(
    ("text", "only"),
    [("Dot. D-O-T.", True), ("Rosa 956-555-0121", True), ("B A T I S T E", True), ("quiero comida", False), ("I need a ride 641-555-0177 for my mother", False)],
)  # fmt: skip
def test_letters_and_numbers_are_in_no_language(text: str, only: bool) -> None:
    assert is_only_reach(text) is only


@pytest.mark.parametrize(
    "text",
    [
        "I said PERSON", "I typed person", "person i guess", "a person, fine", "dont you have a person", "I told you PERSON", "person I said", "person then", "i sent person", "already said person", "ya le dije persona", "well I asked for a person.",
        "hell i got bad hands i cant be on hold all day. can you all call em for me", "Mejor que una persona le hable a mi tía en español. Bueno, primero a mí, no a ella",
        "PERSON. can somebody call me I do not hear so good on this cell phone though", "le quedan dos dias de insulina nada mas. una persona que me ayude por favor",
        "could y'all ring that second one for me, my eyes are bad", "would somebody please call them for my mother she can't hear", "I can't be on hold all day, will you do it for me",
        "quiero que alguien le llame a mi papá", "prefiero que una persona me hable por teléfono",
        "I want somebody to call me, I have trouble hearing and these menus wear me out something terrible",
    ],
)  # fmt: skip
def test_a_wish_for_our_desk_is_heard_with_anything_around_it(text: str) -> None:
    assert asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "una persona que me ayude a bañarme", "I need a person to help me bathe", "can you call a cab for me", "my mom told me a person came by", "she is a kind person I said",
        "I want to talk to somebody, it is so quiet", "necesito una persona que cuide a mi mama", "who can I call for my mother", "the person I said came", "did you call them for me",
    ],
)  # fmt: skip
def test_a_helper_or_a_story_is_no_wish_for_our_desk(text: str) -> None:
    assert not asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    ["can they ask for her Medicare number", "will they need my Medicare number?", "could the agency want her social security card", "¿le van a pedir su tarjeta de Medicare?", "will somebody ask for my id"],
)  # fmt: skip
@pytest.mark.usefixtures("shelf")
def test_what_an_agency_may_ask_for_is_said_and_it_goes_on(text: str) -> None:
    talk = at("note")
    assert talk.hear(text, "ask_detail")[0] == "utter_referral_have_ready"
    assert talk.memory.pending == "referral_note"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("afternoon is best I sleep late. oh I put the wrong number it is 0120 at the end", "937-555-0120"), ("evening. the number is wrong it's 0120", "937-555-0120"),
        ("morning, not the number I gave, use 814-555-0120", "814-555-0120"), ("mornings please, I gave the wrong number it ends 0199", "937-555-0199"),
        ("actually her phone is 0136 at the end not 0142. she cant hear so good either, mornings", "937-555-0136"), ("en la tarde. el numero esta mal, es 0177", "937-555-0177"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("shelf")
def test_a_number_is_put_right_beside_the_time(text: str, number: str) -> None:
    talk = at("time")
    talk.hear(text, "wrong_number")
    assert talk.memory.referral["number"] == number
    assert "not" not in talk.memory.referral["time"]


@pytest.mark.usefixtures("shelf")
def test_what_was_told_with_the_wish_for_a_person_is_not_lost() -> None:
    talk = Talk()
    case = talk.memory.case
    case.needs, case.asked, case.text = [], [], ""
    talk.hear(
        "le quedan dos dias de insulina nada mas. una persona que me ayude por favor",
        "person",
        asks_person=True,
    )
    assert "insulina" in talk.memory.referral["extras"][0]


@pytest.mark.usefixtures("shelf")
def test_the_number_of_whoever_is_to_be_called_is_the_number() -> None:
    talk = at("number")
    talk.hear("dont call me call my mom her name is Joyce 218-555-0163")
    talk.hear("my moms phone is 218-555-0136")
    assert talk.memory.referral["number"] == "218-555-0136"


@pytest.mark.parametrize("text", ["I said PERSON", "person", "I typed person", "I told you PERSON", "una persona", "PERSONA ya"])  # fmt: skip
@pytest.mark.parametrize("known", [True, False])
def test_the_word_that_we_tell_people_to_write_is_no_county(text: str, known: bool) -> None:
    talk = Talk()
    case = talk.memory.case
    case.place = {**PLACE, "label": "Natchez, MS", "kind": "city"} if known else None
    before = dict(case.place) if case.place else None
    remember.remember_request(talk.turn(text, "change_place"))
    assert case.place == before


def test_the_county_of_that_name_is_one_when_it_is_called_so() -> None:
    talk = Talk()
    talk.memory.case.place = None
    remember.remember_request(talk.turn("Person County, North Carolina", "give_place"))
    assert talk.memory.case.place is not None
