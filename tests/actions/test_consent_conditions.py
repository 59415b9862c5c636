"""A yes in many words, a yes with a condition that we can keep, and what only sounds like one."""

from __future__ import annotations

from typing import Any

import pytest

from actions.desk import desk_talk, request
from actions.shown import listed
from referrals.desk_views import packet
from referrals.usecases import Referrals
from tests.actions.shelf import Shelf
from tests.support.consent_talk import THREE, at_consent


@pytest.fixture
def three(desk: Referrals, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three offices on show, after the desk has its own shelf."""
    shelf = Shelf(*THREE)
    for module in (listed, desk_talk, request):
        monkeypatch.setattr(module, "search", lambda: shelf)


SHARED = [
    "yes", "ok share", "share it", "sure, go right ahead", "fine with me", "that's all right with me", "yes ma'am", "ok honey share it",
    "1 share thank you sugar", "number 1", "option 1", "one", "yes you have my permission", "you can share it", "I'm ok with that", "that is fine dear",
    "let's do it", "yup", "share please", "yes for christ sake share", "oh all right then", "please do", "no no, go ahead and share it", "well I guess that would be fine",
    "yes we need it bad", "yes please, call me", "yes that would be a great help", "sí, me urge", "sí por favor que me llamen",
    "comparte", "eso, compartir", "sí, comparta", "dale", "si mija comparte", "órale pues", "está bien", "sí, de acuerdo", "claro que sí", "hágale",
    "ándele comparta", "lo autorizo", "uno", "el 1", "me parece bien, gracias", "sí señora, adelante",
]  # fmt: skip
NOT_SHARED = [
    "I want to choose. the first one", "the first one on the list", "can I pick the first one", "I'd rather have number 1 on your list", "la primera de la lista",
    "quiero escoger yo. la primera", "the first place you gave me", "the first one", "number one on the list is better", "I would want the 1st office", "me gusta más la primera",
    "does the first one do it", "one of them hung up on me", "I have one question", "1 more thing", "first tell me who", "yes but which agency", "share? no",
    "share nothing", "share with nobody", "share only what you have to", "si no me llaman qué hago", "y cuándo llaman", "yes if my son says so", "ok only if my son agrees",
    "yes but wait till I talk to my daughter", "sure, but let me think first", "ok don't share", "yes I'm sure I don't want it", "yes. actually no", "sí... mejor no",
    "ok but hold off until I say", "mande?", "sí pero a todos no", "ok but not all of it", "yes unless my daughter minds", "I want my daughter to decide", "yes, after I ask my husband",
    "yes that is my name", "yes that's my number", "yes she is 82", "sí así me llamo", "yes I heard you", "yes Dayton",
    "1 don't share", "yes I have a question", "yes I don't understand it", "sí tengo una duda", "2", "2 please", "no share", "ok but only my name", "the 2nd one", "first of all who are you",
    "1 or 2 I don't know", "yes and no", "what is 1", "is 1 yes",
]  # fmt: skip
# What is said, what the note then holds, and what neither note nor words hold any more.
KEPT = [
    ("yea go ahead but leave out the nephew", "", "nephew"), ("1 but dont say nothin about my nephew", "", "nephew"), ("comparta pero sin lo del sobrino", "", "sobrino"),
    ("yes but don't tell them about my nephew", "", "nephew"), ("share it but take out the part about the nephew", "", "nephew"), ("yes leave the nephew thing out", "", "nephew"),
    ("sí, pero no mencionen lo de mi sobrino", "", "sobrino"), ("yes without the nephew bit", "", "nephew"),
    ("go ahead, only don't send any mail", "mail", ""), ("sure but no letters please", "no letters", ""), ("ok pero que no manden cartas", "cartas", ""),
    ("fine with me, don't share it with the church though", "church", ""), ("1 but leave my daughter out of it", "daughter", ""), ("share it, just keep my landlord out of it", "landlord", ""),
    ("yes and tell them to hurry up", "hurry up", ""), ("yes as long as nobody calls my son", "nobody calls my son", ""), ("sí, pero no le avisen a mi hijo", "hijo", ""),
    ("yes but not my daughter", "daughter", ""), ("yes share it, but only if they don't call my landlord", "landlord", ""), ("compartir. y que conste que Beto NO", "Beto NO", ""),
    ("Ok share. But her name is Ruth, make sure they know", "her name is Ruth", ""), ("yes, only nobody comes to the house", "nobody comes to the house", ""),
    ("yes, but no voicemail", "no voicemail", ""), ("si pero que me hablen en español", "español", ""), ("yes but they have to talk loud", "talk loud", ""),
    ("share and tell em I'm deaf in one ear", "deaf in one ear", ""), ("ok as long as it's free", "", ""), ("sí, siempre y cuando sea gratis", "", ""), ("yes so long as they don't sell it", "don't sell it", ""),
    ("go ahead but I dont want them sending stuff to the house", "sending stuff", ""), ("adelante pero que no manden gente a la casa", "gente", ""),
    ("Yes share. I handle his bills", "I handle his bills", ""), ("sure, make it quick", "make it quick", ""),
]  # fmt: skip


def shared(desk: Referrals) -> dict[str, Any] | None:
    made = desk.latest("sms-1")
    found = packet(desk, made.reference) if made else None
    return found.details if found else None


def language_of(text: str) -> str:
    spanish = "comparta sobrino hijo sí si español cartas compartir comparte dale está órale eso, claro hágale ándele lo uno el me la quiero y mande".split()
    return (
        "es" if set(text.lower().replace(",", "").replace(".", "").split()) & set(spanish) else "en"
    )


@pytest.mark.parametrize("text", SHARED)
def test_a_plain_yes_shares(desk: Referrals, three: None, text: str) -> None:
    said = at_consent(language_of(text)).hear(text, "ask_need")
    assert shared(desk) is not None, text
    assert "utter_referral_sent" in said


@pytest.mark.parametrize("text", NOT_SHARED)
@pytest.mark.parametrize("act", ["choose", "affirm"])
def test_what_is_no_yes_shares_nothing(desk: Referrals, three: None, text: str, act: str) -> None:
    number = 1 if "first" in text or "primera" in text or "one" in text.split() else None
    at_consent(language_of(text)).hear(text, act, number)
    assert shared(desk) is None


@pytest.mark.parametrize(("text", "noted", "gone"), KEPT)
@pytest.mark.parametrize("act", ["withdraw_consent", "affirm"])
def test_a_condition_that_we_can_keep_is_kept_and_the_yes_taken(
    desk: Referrals, three: None, text: str, noted: str, gone: str, act: str
) -> None:
    talk = at_consent(
        language_of(text), note="I have a nephew here, mi sobrino vive aqui. I am slow"
    )
    said = talk.hear(text, act)
    details = shared(desk)
    assert details is not None, said
    assert "utter_referral_sent" in said
    assert "slow" in details["note"]
    assert noted.lower() in details["note"].lower()
    if gone:
        assert gone not in f"{details['note']} {details['situation']}"


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("yes but not with the weatherization office", "River Area District"), ("yes share but only with the River District", "River Area District"),
        ("not them, the River District one", "River Area District"), ("it better be that River District one", "River Area District"),
        ("I want to choose. the second one on the list", "River Area District"), ("pero no a ellos, a la del River District", "River Area District"),
        ("can you ask somebody else instead", "River Area District"), ("I said no to the weatherization people", "River Area District"), ("la de weatherization no", "River Area District"),
        ("no, mejor a la del River District", "River Area District"), ("no, I'd rather the River District", "River Area District"), ("sí pero solo con la River District", "River Area District"), ("I would rather have the second place on your list", "River Area District"),
        ("who is one agency they choose. I want to choose. it better be that River one", "River Area District"),
    ],
)  # fmt: skip
def test_whoever_gets_it_is_shown_before_it_is_shared(
    desk: Referrals, three: None, text: str, office: str
) -> None:
    talk = at_consent(language_of(text))
    assert "Weatherization office" in talk.words()[-1]
    said = talk.hear(text, "not_that")
    assert shared(desk) is None
    asked = said[-1].split(":")[0]
    assert "Weatherization office" not in asked, said
    assert office in asked
    assert talk.memory.pending == "referral_consent"
    talk.hear("1", number=1)
    details = shared(desk)
    assert details is not None
    assert details["agency"] == office


def test_what_names_the_office_it_would_go_to_anyway_is_a_yes(desk: Referrals, three: None) -> None:
    at_consent().hear("yes but only with the weatherization office", "affirm")
    details = shared(desk)
    assert details is not None
    assert details["agency"] == THREE[0].organization


def test_who_is_not_wanted_is_named_in_the_question(desk: Referrals, three: None) -> None:
    talk = at_consent()
    said = talk.hear("not with the weatherization office", "not_that")
    assert "whom you do not want (Weatherization office)" in said[-1]
    assert "not to (Weatherization" not in said[-1]


@pytest.mark.parametrize(
    ("text", "says", "holds"),
    [
        ("which agency is it", "utter_referral_which_agency", "Weatherization office"), ("what agency", "utter_referral_which_agency", "Weatherization office"),
        ("¿cuál agencia es?", "utter_referral_which_agency", "Weatherization office"), ("who is the agency", "utter_referral_which_agency", "Weatherization office"),
        ("a cuál oficina se lo da", "utter_referral_which_agency", "Weatherization office"), ("is her name in there", "utter_referral_not_in_there", ""),
        ("is my name in there", "utter_referral_in_there", ""), ("did you put the nephew in there", "utter_referral_in_there", ""), ("is my nephew in it", "utter_referral_in_there", ""),
        ("¿está mi nombre ahí?", "utter_referral_in_there", ""), ("does it say anything about my nephew", "utter_referral_in_there", ""), ("is my address in that", "utter_referral_in_there", ""),
        ("what does whom you do not want mean", "utter_referral_nobody_unwanted", ""), ("which needs", "utter_referral_about", ""), ("what is it about", "utter_referral_about", ""),
        ("¿sobre qué es?", "utter_referral_about", ""),
    ],
)  # fmt: skip
def test_what_is_asked_about_the_question_itself_is_answered(
    desk: Referrals, three: None, text: str, says: str, holds: str
) -> None:
    talk = at_consent(language_of(text), note="I have a nephew here")
    said = talk.hear(text, "ask_detail")
    assert said[0] == says
    assert said[-1].startswith(("This is about", "Es sobre"))
    assert shared(desk) is None
    assert holds in str(talk.said[0])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("take the light bill part out", ["home_repair"]), ("take the furnace part out of there", ["utilities"]), ("only the furnace", ["home_repair"]),
        ("leave out the heating bills", ["home_repair"]), ("just the light bill", ["utilities"]), ("quite lo de la luz", ["home_repair"]), ("solo lo de la luz", ["utilities"]),
        ("not the light bill, the furnace", ["home_repair"]), ("no light bill, take that off", ["home_repair"]), ("remove utilities", ["home_repair"]),
        ("yes share but take the light bill out", ["home_repair"]), ("I don't need the light bill one", ["home_repair"]),
    ],
)  # fmt: skip
def test_a_need_is_taken_out_by_any_of_its_words(
    desk: Referrals, three: None, text: str, left: list[str]
) -> None:
    talk = at_consent(language_of(text), needs=("home_repair", "utilities"))
    talk.hear(text, "correct")
    if shared(desk) is None:
        talk.hear("1", number=1)
    details = shared(desk)
    assert details is not None
    assert details["needs"] == left


def test_what_is_told_beside_a_yes_makes_no_new_need(desk: Referrals, three: None) -> None:
    needs = [{"need_id": "medical_equipment", "score": 0.9}]
    at_consent().hear("sure, share, and say I use a walker", "add_need", needs=needs)
    details = shared(desk)
    assert details is not None
    assert details["needs"] == ["home_repair"]
    assert "walker" in details["note"]
