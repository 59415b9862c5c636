"""A no to one detail, an agency that is not wanted, a topic that nobody told, and a request given up: both languages alike."""

from __future__ import annotations

from typing import Any

import pytest

from actions.desk import gives_up
from actions.form import notes, wordings, worries
from actions.heard import Heard
from actions.memory import Case
from bot.components.asks_person import asks_for_person
from gateway.desk.words import needs_in_words
from referrals.desk_views import packet
from referrals.usecases import Referrals
from tests.support.referral_talk import PLACE, Talk, put_on_shelf


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Talk:
    put_on_shelf(monkeypatch)
    return Talk()


def plain(text: str) -> str:
    return Heard(text, "").plain


def nothing_shared(desk: Referrals) -> bool:
    latest = desk.latest("sms-1")
    return latest is None or latest.status == "cancelled"


def sent(desk: Referrals) -> dict[str, Any]:
    latest = desk.latest("sms-1")
    assert latest is not None
    found = packet(desk, latest.reference)
    assert found
    return dict(found.details)


@pytest.mark.parametrize(
    ("english", "spanish", "field", "kept"),
    [
        ("no don't put the address", "no, la direccion no la ponga", "place", {}),
        ("don't tell them where I live", "no les diga donde vivo", "place", {}),
        ("don't give them my last name", "no les de mi apellido", "name", "Ann"),
        ("not the phone, write me here", "el telefono no, escribanme aqui", "number", "this phone"),
        ("don't share what I wrote", "no comparta lo que escribi", "situation", ""),
        ("leave out my name", "quite mi nombre", "name", ""),
        ("not the list of places", "los lugares no", "services", []),
    ],
)  # fmt: skip
def test_a_no_to_one_detail_keeps_the_rest(
    desk: Referrals, english: str, spanish: str, field: str, kept: object
) -> None:
    for text in (english, spanish):
        talk = Talk()
        talk.hear("PERSON", "person")
        for answer in ("Ann Miller", "937-555-0142", "morning", "nothing else"):
            talk.hear(answer)
        said = talk.hear(text, "deny")
        assert said[0] in ("utter_referral_left_out", "utter_referral_answer_here"), text
        assert nothing_shared(desk)
        talk.hear("share", "affirm")
        assert sent(desk)[field] == kept, text
        desk.withdraw("sms-1")


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("yes but not my daughter", "sí pero a mi hija no"),
        ("call me, not mom", "llámenme a mi, no a mama"),
        ("don't tell my son", "no le digan a mi hijo"),
        ("my landlord must not know", "que mi casero no se entere"),
    ],
)
def test_one_person_who_is_not_to_know_refuses_nothing(english: str, spanish: str) -> None:
    for text in (english, spanish):
        assert wordings.keeps_from_somebody(plain(text)), text
        assert not wordings.will_not(plain(text)), text


@pytest.mark.parametrize(
    ("english", "spanish"),
    [("I don't want to give that", "no quiero dar eso"), ("I'd rather not give my number", "prefiero no dar mi numero")],
)  # fmt: skip
def test_a_number_that_is_not_given_ends_nothing(english: str, spanish: str) -> None:
    for text in (english, spanish):
        talk = Talk()
        talk.hear("PERSON", "person")
        talk.hear("Ann")
        assert talk.hear(text, "deny") == ["utter_referral_answer_here", "utter_referral_time"]


@pytest.mark.parametrize(
    "text",
    ["I called the area agency already, not that one", "ya llame a la agencia del area, esa no", "not the area agency", "la agencia del area no"],
)  # fmt: skip
def test_a_request_never_goes_to_an_agency_that_is_not_wanted(desk: Referrals, text: str) -> None:
    talk = Talk()
    assert "Area Agency on Aging 2" in talk.until_consent()
    said = talk.hear(text, "not_that")
    assert said[0] == "utter_referral_not_with"
    assert "our desk and one agency they choose with you" in said[-1]
    talk.hear("share", "affirm")
    details = sent(desk)
    assert details["agency"] is None
    assert details["turned_down"] == ["Area Agency on Aging 2"]


def test_its_number_under_another_name_is_not_called_either(desk: Referrals) -> None:
    talk = Talk()
    talk.memory.case.turned_down = [{"name": "State line", "phone": "+18662435678"}]
    talk.until_consent()
    from tests.support.desk import SERVICE

    talk.memory.case.turned_down = [{"name": "State line", "phone": SERVICE["phones"][0]}]
    assert "Area Agency on Aging 2" not in talk.hear("who will see it?", "ask_detail")[-1]


def untold(language: str) -> Talk:
    talk = Talk(language=language)
    talk.memory.cases["self"] = Case(place_shown=PLACE)
    talk.memory.shown = []
    return talk


@pytest.mark.parametrize(
    ("language", "answer", "about"),
    [("en", "I will tell them", "what you will tell them"), ("es", "yo les cuento", "lo que usted les cuente")],
)  # fmt: skip
def test_what_nobody_told_is_filed_as_not_said(
    desk: Referrals, language: str, answer: str, about: str
) -> None:
    talk = untold(language)
    assert talk.hear("a person", "person") == ["utter_referral_begin", "utter_referral_name"]
    for told in ("Ann", "937-555-0142"):
        talk.hear(told)
    assert talk.hear("mañana" if language == "es" else "morning") == ["utter_referral_what"]
    assert about in talk.hear(answer)[-1]
    talk.hear("1", number=1)
    assert sent(desk)["needs"] == []
    assert needs_in_words(sent(desk)["needs"]) == "not said"


@pytest.mark.parametrize(
    ("language", "answer"), [("en", "my furnace is broken"), ("es", "se rompió el calentador")]
)
def test_what_it_is_about_is_asked_once_and_filed(
    desk: Referrals, language: str, answer: str
) -> None:
    talk = untold(language)
    talk.hear("a person", "person")
    for told in ("Ann", "937-555-0142", "mañana" if language == "es" else "morning"):
        talk.hear(told)
    talk.hear(answer, needs=[{"need_id": "home_repair", "score": 0.9}])
    talk.hear("1", number=1)
    assert sent(desk)["needs"] == ["home_repair"]
    assert sent(desk)["note"] == answer


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("tell them also that my daughter Luz can answer", "digales tambien que mi hija Luz puede contestar"),
        ("let them know I have a dog", "avísele que tengo perro"),
        ("also tell them that I use a walker", "tambien diles que uso andador"),
        ("have them ask for Luz", "que pregunten por Luz"),
        ("they should speak slowly", "y que me hablen despacio"),
        ("I forgot to say I am hard of hearing", "se me olvido decir que no oigo bien"),
        ("can you tell them I have stairs", "puede decirles que tengo escaleras"),
    ],
)  # fmt: skip
def test_one_thing_more_for_the_desk(
    desk: Referrals, talk: Talk, english: str, spanish: str
) -> None:
    for text in (english, spanish):
        assert notes.is_for_the_desk(plain(text)), text
        other = Talk()
        other.until_consent()
        other.hear("1", number=1)
        assert other.after(text, "affirm") == ["utter_request_noted"], text


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("actually never mind, my daughter will help", "ay mejor no, mi hija me ayuda"),
        ("take my number off please", "quite mi numero por favor"),
        ("I don't want them to have my phone", "no quiero que tengan mi telefono"),
        ("forget it", "olvídelo"),
        ("no need any more, I already found help", "ya no hace falta, ya consegui ayuda"),
    ],
)  # fmt: skip
def test_a_request_is_given_up_in_ones_own_words(
    desk: Referrals, english: str, spanish: str
) -> None:
    for text in (english, spanish):
        talk = Talk()
        talk.until_consent()
        talk.hear("1", number=1)
        assert talk.after(text, "deny") == ["utter_withdrawn"], text
        assert talk.after("did you really take it off") == ["utter_news_cancelled"]
        assert talk.after("¿ya lo quitaron?") == ["utter_news_cancelled"]


def test_who_wants_everything_deleted_wants_more_than_a_request_stopped(desk: Referrals) -> None:
    talk = Talk()
    talk.until_consent()
    talk.hear("1", number=1)
    assert talk.after("take my name off and delete it all", "delete_my_data") is None
    assert talk.after("take my name off", "deny") == ["utter_withdrawn"]


@pytest.mark.parametrize(
    "text",
    ["mejor no antes de las 9", "forget it. PERSON", "don't forget I use oxygen", "my daughter helps me on mondays", "mi hija me ayuda los lunes",
     "did they take it off", "never mind the time, mornings", "delete my information", "erase my info please"],
)  # fmt: skip
def test_what_gives_nothing_up(text: str) -> None:
    assert not gives_up.gives_up(plain(text))


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("forget it. PERSON", "olvidelo. PERSONA"), ("a person like I said", "la persona, como le dije"),
        ("put me down for a call", "apúnteme con alguien"), ("ok have somebody call me then", "quiero que me llame alguien"),
    ],
)  # fmt: skip
def test_a_person_is_asked_for_in_so_many_words(english: str, spanish: str) -> None:
    for text in (english, spanish):
        assert asks_for_person(text), text


@pytest.mark.parametrize(
    "text", ["did somebody call me", "I don't want anybody to call me", "ya me llamo una persona", "a personal aide", "cuando me llama alguien"]
)  # fmt: skip
def test_what_asks_for_no_person(text: str) -> None:
    assert not asks_for_person(text)


@pytest.mark.parametrize(
    ("english", "spanish", "says"),
    [
        ("before I agree, who will see that?", "antes de aceptar, quien va a ver eso?", "utter_referral_who"),
        ("how long till they call", "cuanto tardan en llamarme", "when"),
        ("does it cost anything", "cuesta algo", "utter_referral_cost"),
        ("will they come to my house", "van a venir a mi casa", "utter_referral_house"),
        ("what if I don't answer the phone", "y si no contesto el telefono", "utter_referral_missed"),
        ("what happens after that", "que pasa despues de eso", "utter_referral_next"),
        ("and then what", "y despues que pasa", "utter_referral_next"),
        ("is this the same people as 211", "es la misma gente del 211", "utter_worry_who_calls"),
        ("how do I know this is no scam", "como se que no es estafa", "utter_worry_who_calls"),
        ("do they speak spanish", "hablan español", "utter_referral_language"),
        ("can I take it back later", "puedo cancelar despues", "utter_referral_take_back"),
        ("do I have to answer that", "tengo que contestar eso", "utter_referral_you_decide"),
        ("why do you need my number", "para que quiere mi numero", "utter_referral_why_number"),
        ("why do you want my name", "para que quiere mi nombre", "utter_referral_why_name"),
        ("did I do it right", "lo hice bien", "utter_referral_so_far"),
        ("was that right", "ya quedo", "utter_referral_so_far"),
        ("now what", "y luego", "utter_referral_so_far"),
        ("who helps with dentures?", "¿quién ayuda con dentaduras?", "utter_referral_ask_caller"),
        ("will they fix my roof", "me van a arreglar el techo?", "utter_referral_ask_caller"),
    ],
)  # fmt: skip
def test_a_question_between_the_questions_has_one_answer(
    desk: Referrals, english: str, spanish: str, says: str
) -> None:
    for text in (english, spanish):
        assert worries.is_question(text, plain(text)), text
        assert worries.answer_to(plain(text)) == says, text
        talk = Talk()
        talk.until_consent()
        # However sure the bot is that it was a yes: a question shares nothing.
        said = talk.hear(text, "affirm")
        assert desk.latest("sms-1") is None, text
        assert said[-1].startswith("This is about"), text


@pytest.mark.parametrize(
    ("text", "shared"),
    [("compartir pues", True), ("si pues, asi dejelo", True), ("ok share it i guess", True), ("yes please", True), ("está bien", True),
     ("gracias joven, dios lo bendiga", False), ("nothing else", False), ("nada mas", False), ("no gracias", False)],
)  # fmt: skip
def test_what_shares_and_what_does_not(desk: Referrals, text: str, shared: bool) -> None:
    talk = Talk()
    talk.until_consent()
    talk.hear(text, "affirm")
    assert (desk.latest("sms-1") is not None) is shared
