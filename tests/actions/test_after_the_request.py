"""After a request has reached the desk: what became of it, taken back, a new number, one thing more to know."""

from __future__ import annotations

import pytest

from actions.desk import news_words
from actions.desk.desk_talk import ActionWithdrawConsent
from actions.heard import Heard
from referrals.desk_items import open_items
from referrals.desk_views import packet
from referrals.usecases import Referrals
from tests.support.referral_talk import Talk


@pytest.fixture
def asked(desk: Referrals) -> Talk:
    """A request that our desk has."""
    talk = Talk()
    talk.until_consent("i use a walker")
    talk.hear("1", number=1)
    return talk


def details(desk: Referrals) -> dict[str, object]:
    found = packet(desk, desk.latest("sms-1").reference)  # type: ignore[union-attr]
    assert found
    return dict(found.details)


NEWS = [
    "any news",
    "ANY NEWS?",
    "news",
    "noticias",
    "NOTICIAS",
    "hay noticias?",
    "any updates yet",
    "alguna novedad",
    "ok noticias",
]
CALLED = [
    "did anybody call", "alguien llamo?",
    "did anybody call yet", "alguien llamó ya?",
    "has anyone called me", "alguien me ha llamado?",
    "did they call", "ya llamaron?",
    "have they called me yet", "ya me llamaron?",
    "nobody called me", "nadie me llamó",
    "no one has called", "no me han llamado, ya van dos dias",
    "they never called me back", "nunca me llamaron",
    "they still havent called", "todavía no me llaman",
    "i never got a call", "no me ha llamado nadie",
    "when will somebody call me", "cuándo me van a llamar?",
    "when are they gonna call", "a qué hora me llaman",
    "still waiting on a call", "sigo esperando la llamada",
    "did anybody get back to me", "alguien se comunicó?",
    "whats going on with my request", "qué pasó con mi solicitud",
    "where is my request", "en qué va mi caso",
    "I havent heard anything", "no he sabido nada todavía",
    "any word yet", "se sabe algo?",
    "who is going to call me", "quién me va a llamar?",
    "no, ya di todo eso. alguien me llamo o no?",
    "what was that number you gave me, the R thing", "I lost my request number", "¿cuál era mi clave?",
]  # fmt: skip


@pytest.mark.parametrize("text", [*NEWS, *CALLED])
def test_news_are_told_and_no_new_form_begins(asked: Talk, text: str) -> None:
    said = asked.after(text, act="person")
    assert said
    assert said[0] == "utter_news_requested"
    assert asked.memory.pending is None


@pytest.mark.parametrize("text", [*NEWS, "did anybody call", "alguien llamó?"])
def test_between_the_questions_news_are_told_and_the_question_comes_again(
    desk: Referrals, asked: Talk, text: str
) -> None:
    asked.hear("PERSON", "person")
    said = asked.after(text)
    assert said
    assert (said[0], said[-1]) == ("utter_news_requested", "utter_referral_time")
    assert "time" not in asked.memory.referral


@pytest.mark.parametrize("text", ["noticias", "news", "did anybody call?", "alguien llamó?"])
def test_before_anything_is_sent_it_is_said_so(desk: Referrals, text: str) -> None:
    talk = Talk()
    talk.hear("PERSON", "person")
    assert talk.after(text) == ["utter_nothing_sent_yet", "utter_referral_name"]


@pytest.mark.parametrize("text", ["did anybody call", "nadie me llamó", "nobody called me back"])
def test_without_a_request_it_is_about_somebody_else(desk: Referrals, text: str) -> None:
    assert Talk().after(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "me llamo Rosa", "hola me llamo Hector", "did you call them", "can somebody call me", "quiero que alguien me llame", "call the doctor",
        "what if nobody calls me", "ya les llame y no contestan", "i called and nobody answered", "need a ride", "the news on tv scares me",
        "what was the number for the ride", "cuál es el número de la primera",
    ],
)  # fmt: skip
def test_other_calls_are_no_question_for_news(text: str) -> None:
    plain = Heard(text, "").plain
    assert not news_words.says_news(plain)
    assert not news_words.asks_who_called(plain)


@pytest.mark.parametrize("text", ["nobody called me", "no me han llamado, ya van dos dias"])
def test_whoever_waits_is_told_to_the_desk_once(desk: Referrals, asked: Talk, text: str) -> None:
    for _ in range(2):
        assert "utter_told_desk_you_wait" in (asked.after(text) or [])
    assert [item.kind for item in open_items(desk)].count("follow_up") == 1


TAKES_BACK = [
    "i dont want it no more, cancel",
    "no quiero ya, cancela",
    "cancel my request",
    "ya no quiero la llamada",
    "cancel please",
    "cancélelo",
]


@pytest.mark.parametrize("text", [t for t in TAKES_BACK if " " in t])
def test_taking_it_back_in_plain_words_ends_the_request(
    desk: Referrals, asked: Talk, text: str
) -> None:
    assert asked.after(text) == ["utter_withdrawn"]
    assert desk.latest("sms-1").status == "cancelled"  # type: ignore[union-attr]
    assert asked.after(text) in (["utter_nothing_to_cancel"], None)


@pytest.mark.parametrize("text", ["i dont want it no more, cancel", "no quiero ya, cancela"])
def test_without_a_request_it_is_asked_what_shall_end(desk: Referrals, text: str) -> None:
    assert Talk().after(text) == ["utter_nothing_to_cancel"]


def test_between_the_questions_the_form_ends_and_another_request_stays(
    desk: Referrals, asked: Talk
) -> None:
    asked.memory.case.needs = ["utilities"]
    asked.memory.case.asked = ["utilities"]
    asked.hear("PERSON", "person")
    assert asked.after("no quiero ya, cancela") is None
    assert asked.hear("no quiero ya, cancela") == ["utter_referral_refused"]
    assert desk.has_open_referral("sms-1")


def test_what_was_shared_once_is_not_denied(desk: Referrals, asked: Talk) -> None:
    asked.after("cancel my request")
    ActionWithdrawConsent().answer(asked.turn("take it back", "withdraw_consent"))
    assert asked.words() == ["utter_nothing_open"]


@pytest.mark.parametrize(
    "text",
    [
        "my number changed its 937-555-0191", "cambié de número, es el 937-555-0191",
        "937-555-0191", "llámenme al 937-555-0191",
        "new number 937 555 0191", "mi número nuevo es 937 555 0191",
        "I gave the wrong number, use 937-555-0191", "les di mal el número, es 937-555-0191",
    ],
)  # fmt: skip
def test_a_new_number_reaches_the_request_and_the_desk(
    desk: Referrals, asked: Talk, text: str
) -> None:
    assert asked.after(text) == ["utter_request_number_changed"]
    assert details(desk)["number"] == "937-555-0191"
    (item,) = [item for item in open_items(desk) if item.kind == "client_changed"]
    assert "937-555-0191" in item.detail
    assert item.subject == desk.latest("sms-1").reference  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["my number changed", "cambié mi número", "i got a new number", "tengo otro número"]
)
def test_a_new_number_that_is_not_told_is_asked_for(
    desk: Referrals, asked: Talk, text: str
) -> None:
    assert asked.after(text) == ["utter_request_number"]
    assert asked.after("it is 937-555-0191 now") == ["utter_request_number_changed"]
    assert asked.memory.pending is None


@pytest.mark.parametrize(
    "text",
    [
        "tell them I'm blind so a letter does no good", "dígales que no veo bien",
        "add that I am hard of hearing", "agregue que no oigo bien",
        "please text me, don't call", "mejor mándeme un texto, no llamen",
        "let it ring, i walk slow", "dejen que suene",
    ],
)  # fmt: skip
def test_one_thing_more_is_added_to_the_note(desk: Referrals, asked: Talk, text: str) -> None:
    assert asked.after(text) == ["utter_request_noted"]
    note = str(details(desk)["note"])
    assert note.startswith("i use a walker. ")
    assert len(note) > len("i use a walker. ") + 5


def test_nothing_is_changed_where_no_request_is_open(desk: Referrals) -> None:
    assert Talk().after("my number changed its 937-555-0191") is None
    assert open_items(desk) == []


@pytest.mark.parametrize(
    "text", ["is 937-555-0191 the right number?", "I need a ride", "thank you"]
)
def test_other_messages_change_nothing(asked: Talk, text: str) -> None:
    assert asked.after(text) is None


ASKED_OF_IT = [
    ("did they tell the nephew thing", "utter_request_holds"), ("did you tell them about the ramp", "utter_request_holds_not"), ("do they know about my nephew", "utter_request_holds"),
    ("does it say the nephew part", "utter_request_holds"), ("¿ya les dijeron lo del nephew?", "utter_request_holds"),
    ("is my daughters number right", "utter_referral_have"), ("what number did you give the desk for me", "utter_referral_have"), ("which phone number did you give them", "utter_referral_have"),
    ("did I give you the right number", "utter_referral_have"), ("what number do they have for me", "utter_referral_have"), ("is the number right", "utter_referral_have"),
    ("what phone number will they call", "utter_referral_have"), ("¿qué número les dio?", "utter_referral_have"), ("do you have my number", "utter_referral_have"), ("¿está bien mi número?", "utter_referral_have"),
    ("did they get my number", "utter_referral_have"), ("what number are they going to call me at", "utter_referral_have"),
    ("did somebody call my dad already, the phone rang this morning", "utter_news_requested"), ("Did anybody call my dad already? He says the phone rang this morning", "utter_news_requested"),
    ("the phone rang this morning, did anyone call me", "utter_news_requested"), ("sonó el teléfono, ¿ya me llamó alguien?", "utter_news_requested"),
    ("when will they call", "utter_news_requested"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), ASKED_OF_IT)
def test_what_is_asked_of_a_request_is_answered_from_it(
    desk: Referrals, text: str, says: str
) -> None:
    talk = Talk()
    talk.until_consent("I have a nephew here")
    talk.hear("share", "affirm")
    assert (talk.after(text, "ask_detail") or ["nothing"])[0] == says
    if says == "utter_referral_have":
        assert "937-555-0142" in str(talk.said)


@pytest.mark.parametrize(
    "text",
    ["what was the number for the county", "what number did they give for the agency", "did they tell you the price", "do they have my size", "what is the phone of the second one"],
)  # fmt: skip
def test_what_is_asked_of_a_place_is_not_of_the_request(desk: Referrals, text: str) -> None:
    talk = Talk()
    talk.until_consent("I have a nephew here")
    talk.hear("share", "affirm")
    assert "utter_referral_have" not in (talk.after(text, "ask_detail") or [])


@pytest.mark.parametrize(
    "text",
    ["the number I gave is wrong it ends in 0191", "it ends in 0191 not 0142", "actually my phone is 0191 at the end not 0142", "el numero que di esta mal, termina en 0191"],
)  # fmt: skip
def test_the_last_digits_are_put_right_after_it_was_sent(desk: Referrals, text: str) -> None:
    talk = Talk()
    talk.until_consent()
    talk.hear("share", "affirm")
    assert talk.after(text, "wrong_number") == ["utter_request_number_changed"]
    assert talk.memory.referral["number"] == "937-555-0191"


def test_who_asks_before_it_is_shared_hears_that_it_waits_and_the_question(desk: Referrals) -> None:
    for text in ("did anybody call yet", "has somebody called", "¿ya llamó alguien?"):
        talk = Talk()
        asked = talk.until_consent()
        assert talk.after(text, "any_news") == ["utter_waits_for_share", asked]
