"""Between the questions: what is put right, asked back, added, left out and feared, in both languages."""

from __future__ import annotations

import pytest

from actions.desk.office import Office
from actions.desk.referral import ActionPerson, hold, resume
from actions.form.open_question import answer_open_question
from referrals.desk_views import packet
from referrals.usecases import Referrals
from tests.support.referral_talk import Talk, put_on_shelf


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Talk:
    put_on_shelf(monkeypatch)
    return Talk()


def at(talk: Talk, step: str) -> Talk:
    """The questions have come to `step`."""
    talk.hear("PERSON", "person")
    for name, answer in (
        ("name", "Betty Lawson"),
        ("number", "937-555-0142"),
        ("time", "morning"),
        ("note", "nothing else"),
    ):
        if name == step:
            break
        talk.hear(answer)
    assert talk.memory.pending == f"referral_{step}"
    return talk


@pytest.mark.parametrize("step", ["number", "time", "consent"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("no change the name, Elizabeth Lawson is my legal name", "Elizabeth Lawson"),
        ("no, cambie el nombre, Elizabeth Lawson es mi nombre", "Elizabeth Lawson"),
        ("change the name to Annabel", "Annabel"), ("cambie el nombre a Anabel", "Anabel"),
        ("Fix the name, it's Walter Hubbard", "Walter Hubbard"), ("corrija el nombre, es Walter Hubbard", "Walter Hubbard"),
        ("I told you, Walter. Not Betty Lawson.", "Walter"), ("le dije Walter, no Betty Lawson", "Walter"),
        ("my name is actually Rosa", "Rosa"), ("mi nombre es Rosa", "Rosa"),
        ("the name should be Luz Maria", "Luz Maria"), ("me llamo Luz Maria", "Luz Maria"),
    ],
)  # fmt: skip
def test_the_name_is_put_right(talk: Talk, step: str, text: str, name: str) -> None:
    said = at(talk, step).hear(text, "deny")
    assert said[0] == "utter_referral_name_changed"
    assert talk.memory.referral["name"] == name
    if step == "consent":
        assert name in said[-1]


@pytest.mark.parametrize(
    "text", ["the name is wrong", "el nombre está mal", "change my name please"]
)
def test_a_name_that_is_only_wrong_is_asked_for(talk: Talk, text: str) -> None:
    assert at(talk, "consent").hear(text) == ["utter_referral_name"]
    assert "Rosa" in talk.hear("Rosa")[-1]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("What did you write down my name as?", "Betty Lawson"), ("¿Qué nombre puso?", "Betty Lawson"),
        ("what name do you have", "Betty Lawson"), ("cómo anotó mi nombre", "Betty Lawson"),
        ("what number do you have for me", "937-555-0142"), ("¿qué número tiene?", "937-555-0142"),
        ("did you get my number?", "937-555-0142"), ("¿anotó mi número?", "937-555-0142"),
        ("what time did you put", "morning"), ("qué hora puso", "morning"),
        ("read that back to me", "Betty Lawson, 937-555-0142, morning"), ("qué tiene anotado, léamelo", "Betty Lawson, 937-555-0142, morning"),
    ],
)  # fmt: skip
def test_what_was_written_down_is_told(talk: Talk, text: str, written: str) -> None:
    said = at(talk, "consent").hear(text, "ask_detail")
    assert said[0] == "utter_referral_have"
    assert talk.said[0]["written"] == written
    assert "Betty Lawson" in said[-1]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I gave you the wrong number, it's 336-555-0134", "336-555-0134"), ("le di mal el número, es 336-555-0134", "336-555-0134"),
        ("Actually my number changed, 336-555-0188", "336-555-0188"), ("cambió mi número, 336-555-0188", "336-555-0188"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("step", ["name", "time", "consent"])
def test_the_number_is_put_right_at_any_question(
    talk: Talk, step: str, text: str, number: str
) -> None:
    said = at(talk, step).hear(text, "wrong_number")
    assert said[0] == "utter_referral_number_changed"
    assert talk.memory.referral["number"] == number
    assert talk.memory.pending == f"referral_{step}"


@pytest.mark.parametrize("text", ["that's the wrong number", "ese número está equivocado"])
def test_a_number_that_is_only_wrong_is_asked_for(talk: Talk, text: str) -> None:
    said = at(talk, "consent").hear(text)
    assert said == ["utter_referral_whose_number", "utter_referral_number"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("make it afternoons", "afternoons"), ("mejor por la tarde", "por la tarde"),
        ("change the time to after 6 pm", "after 6 pm"), ("cambie la hora, después de las 6", "después de las 6"),
    ],
)  # fmt: skip
def test_the_time_is_put_right(talk: Talk, text: str, time: str) -> None:
    said = at(talk, "consent").hear(text, "correct")
    assert said[0] == "utter_referral_time_changed"
    assert talk.memory.referral["time"] == time


@pytest.mark.parametrize("step", ["time", "consent"])
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Add that I am hard of hearing", "I am hard of hearing"), ("agregue que no oigo bien", "no oigo bien"),
        ("Tell them I'm blind so a letter does no good", "I'm blind so a letter does no good"), ("dígales que soy ciega", "soy ciega"),
        ("I'm hard of hearing", "I'm hard of hearing"), ("no oigo bien", "no oigo bien"),
        ("please text, don't call me", "please text, don't call me"), ("mándeme mejor un texto, no me llamen", "mándeme mejor un texto, no me llamen"),
        ("let it ring a while", "let it ring a while"), ("dejen que suene", "dejen que suene"),
    ],
)  # fmt: skip
def test_one_thing_more_is_added_at_any_question(
    desk: Referrals, talk: Talk, step: str, text: str, kept: str
) -> None:
    said = at(talk, step).hear(text, "deny")
    assert said[0] == "utter_referral_noted"
    assert talk.memory.referral["extras"] == [kept]
    assert talk.memory.pending == f"referral_{step}"
    if step == "consent":
        talk.hear("1", number=1)
        found = packet(desk, desk.latest("sms-1").reference)  # type: ignore[union-attr]
        assert found
        assert found.details["note"] == kept


@pytest.mark.parametrize(
    "text",
    [
        "q hablen español y q no digan na al landlord",
        "no le digan nada a mi casero",
        "no dont tell my landlord",
    ],
)
def test_a_wish_at_the_question_what_to_know_is_the_note(talk: Talk, text: str) -> None:
    at(talk, "note").hear(text, "deny")
    assert talk.memory.referral["note"] == text


@pytest.mark.parametrize(
    ("text", "number", "kept"),
    [
        ("this phone but i cant hear good so let it ring", "this phone", "i cant hear good so let it ring"),
        ("este teléfono pero no oigo bien, dejen que suene", "this phone", "no oigo bien, dejen que suene"),
        ("313-555-0177 but please text not call, I'm at work", "313-555-0177", "text not call, I'm at work"),
        ("313-555-0177 pero mándeme un mensaje, estoy en el trabajo", "313-555-0177", "mándeme un mensaje, estoy en el trabajo"),
    ],
)  # fmt: skip
def test_what_stands_beside_the_number_goes_to_the_note(
    talk: Talk, text: str, number: str, kept: str
) -> None:
    assert at(talk, "number").hear(text) == ["utter_referral_time"]
    assert talk.memory.referral["number"] == number
    assert talk.memory.referral["extras"] == [kept]
    assert talk.hear("morning") == ["utter_referral_note_more"]


@pytest.mark.parametrize(
    "text", ["no wait, don't share the shotgun part", "no, no ponga lo de shotgun"]
)
def test_what_shall_not_be_shared_is_left_out(desk: Referrals, talk: Talk, text: str) -> None:
    at(talk, "note").hear("he is often alone. he has a shotgun in the closet")
    talk.memory.case.text = "ride to dialysis. there is a shotgun"
    assert talk.hear(text, "deny")[0] == "utter_referral_left_out"
    talk.hear("1", number=1)
    found = packet(desk, desk.latest("sms-1").reference)  # type: ignore[union-attr]
    assert found
    assert found.details["note"] == "he is often alone"
    assert found.details["situation"] == "ride to dialysis."


@pytest.mark.parametrize(
    "text",
    ["Person", "PERSONA", "its for the light bill", "es para la luz", "what for", "para qué", "a person please", "una persona por favor", "noticias"],
)  # fmt: skip
def test_what_is_no_name_is_asked_about_once(talk: Talk, text: str) -> None:
    assert at(talk, "name").hear(text)[-1] in ("utter_referral_name_again", "utter_referral_name")
    assert "name" not in talk.memory.referral
    assert talk.hear("Walter") == ["utter_referral_number"]
    assert talk.memory.referral["name"] == "Walter"


@pytest.mark.parametrize(
    "name",
    [
        "Bill",
        "Will",
        "Luz",
        "Ella",
        "Al",
        "Grace",
        "Mary Ann",
        "Maria",
        "Mary A Smith",
        "An Tran",
        "la Toya",
    ],
)
def test_names_that_are_words_too_are_names(talk: Talk, name: str) -> None:
    assert at(talk, "name").hear(name) == ["utter_referral_number"]
    assert talk.memory.referral["name"] == name


def test_a_number_beside_the_name_is_kept(talk: Talk) -> None:
    assert at(talk, "name").hear("Rosa Diaz 937-555-0142") == ["utter_referral_time"]
    assert talk.memory.referral["name"] == "Rosa Diaz"


@pytest.mark.parametrize(
    ("step", "yes"), [("time", "yes"), ("time", "sí"), ("note", "yeah"), ("note", "si")]
)
def test_yes_is_neither_a_time_nor_a_note(talk: Talk, step: str, yes: str) -> None:
    assert at(talk, step).hear(yes, "affirm") == [f"utter_referral_{step}_again"]
    assert step not in talk.memory.referral
    talk.hear(yes, "affirm")
    assert talk.memory.referral[step] == ("any time" if step == "time" else "")


@pytest.mark.parametrize("step", ["name", "number", "time", "note", "consent"])
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Wait, will you tell my dad I asked? He'd be furious.", "utter_worry_told"), ("¿le van a decir a mi papá?", "utter_worry_told"),
        ("Will my doctor find out", "utter_worry_told"), ("¿se va a enterar mi doctor?", "utter_worry_told"),
        ("are you gonna call my landlord?", "utter_worry_told"), ("van a llamar a mi casero?", "utter_worry_told"),
        ("wait is this gona get the kids took from me", "utter_worry_children"), ("¿me van a quitar a los niños?", "utter_worry_children"),
        ("is CPS going to come", "utter_worry_children"), ("me pueden quitar mis nietos?", "utter_worry_children"),
        ("who is calling me", "utter_worry_who_calls"), ("¿quién me va a llamar?", "utter_worry_who_calls"),
        ("is it a machine or a real person?", "utter_worry_who_calls"), ("¿es una persona o una máquina?", "utter_worry_who_calls"),
        ("will i lose my medicaid?", "utter_worry_benefits"), ("¿pierdo mis cupones?", "utter_worry_benefits"),
        ("can this get me in trouble?", "utter_worry_trouble"), ("¿me meto en problemas?", "utter_worry_trouble"),
        ("do you tell immigration?", "utter_papers"), ("¿le avisan a inmigración?", "utter_papers"),
        ("when will they call?", "utter_call_time_unknown"), ("¿cuándo llaman?", "utter_call_time_unknown"),
    ],
)  # fmt: skip
def test_each_fear_has_an_answer_of_its_own_and_the_question_comes_again(
    talk: Talk, step: str, text: str, says: str
) -> None:
    said = at(talk, step).hear(text, "ask_detail")
    assert said[0] == says
    assert len(said) == (3 if says == "utter_call_time_unknown" else 2)
    assert talk.memory.pending == f"referral_{step}"


def test_a_question_at_the_end_is_no_second_unclear_answer(desk: Referrals, talk: Talk) -> None:
    at(talk, "consent")
    for _ in range(3):
        said = talk.hear("who are they gonna tell", "ask_detail")
        assert said[0] == "utter_referral_who"
        assert talk.said[0]["agency"] == "Area Agency on Aging 2"
    assert talk.hear("share")[0] == "utter_referral_sent"


def test_after_a_no_and_a_yes_nothing_is_asked_again(desk: Referrals, talk: Talk) -> None:
    at(talk, "consent").hear("no")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("actions.form.open_question.take_follow_up", lambda _: False)
        assert answer_open_question(talk.turn("yes share it after all", "affirm"))
    assert "Betty Lawson, 937-555-0142, morning" in talk.words()[-1]


def crisis(talk: Talk, text: str, kind: str = "suicide") -> None:
    step = (talk.memory.pending or "").removeprefix("referral_")
    hold(talk.turn(text, metadata={"crisis": kind}), step)


def ordinary(talk: Talk, text: str, act: str) -> tuple[bool, list[str]]:
    turn = talk.turn(text, act)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("actions.form.open_question.take_follow_up", lambda _: False)
        taken = answer_open_question(turn)
    resume(turn)
    return taken, talk.words()


@pytest.mark.parametrize(
    ("text", "act"),
    [("yes that's fine", "affirm"), ("sí, está bien", "affirm"), ("no im ok", "deny"), ("no, estoy bien", "deny"), ("thanks", "thanks")],
)  # fmt: skip
def test_after_a_crisis_the_questions_go_on_at_the_next_word(
    talk: Talk, text: str, act: str
) -> None:
    crisis(at(talk, "time"), "i dont see the point")
    assert ordinary(talk, text, act) == (True, ["utter_referral_time"])


@pytest.mark.parametrize(
    "text",
    ["tell em the insulin is for my wife Gladys and she skipped 2 shots already", "He has a shotgun in the closet, they should know",
     "dígales que tiene una pistola en el armario"],
)  # fmt: skip
def test_a_note_that_was_heard_as_a_crisis_is_not_asked_for_again(talk: Talk, text: str) -> None:
    crisis(at(talk, "note"), text)
    taken, said = ordinary(talk, "im ok", "affirm")
    assert taken
    assert talk.memory.pending == "referral_consent"
    assert "your note" in said[-1]
    assert talk.memory.referral["note"] == text


def test_an_answer_after_a_crisis_is_taken(talk: Talk) -> None:
    crisis(at(talk, "number"), "i cant breathe", "medical_emergency")
    assert ordinary(talk, "937-555-0142", "give_place") == (True, ["utter_referral_time"])
    crisis(talk, "i cant breathe", "medical_emergency")
    assert ordinary(talk, "what was the number of the first one", "repeat")[0] is False
    assert talk.words() == ["utter_referral_time"]


def test_after_abuse_nothing_is_asked_by_itself_and_nothing_kept(talk: Talk) -> None:
    crisis(at(talk, "note"), "tell them he hits me", "abuse_now")
    assert "note" not in talk.memory.referral
    assert ordinary(talk, "thanks", "thanks") == (False, ["utter_referral_waits"])


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Anyway who picks up the telephone there, a man or a machine?", False), ("¿quién contesta ahí, una persona o una máquina?", False),
        ("does a real person answer there?", False), ("can a real person call me", True), ("quiero hablar con una persona", True),
    ],
)  # fmt: skip
def test_who_answers_there_is_no_wish_for_a_person(talk: Talk, text: str, asks: bool) -> None:
    ActionPerson().answer(talk.turn(text, "person"))
    assert (talk.words() == ["utter_who_answers"]) is not asks


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, []),
        ({"CALL_BACK_DAYS": "1"}, ["utter_called_in_a_day"]),
        ({"CALL_BACK_DAYS": "2", "OFFICE_HOURS": "mon-fri 9-17"}, ["utter_called_in_days"]),
        ({"OFFICE_HOURS": "mon-fri 9-17"}, ["utter_called_in_hours"]),
    ],
)
def test_by_when_somebody_calls_is_said_only_where_a_setting_says_it(
    desk: Referrals,
    talk: Talk,
    monkeypatch: pytest.MonkeyPatch,
    settings: dict[str, str],
    said: list[str],
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    at(talk, "consent")
    assert talk.hear("share") == ["utter_referral_sent", *said, "utter_cannot_wait"]


def test_hours_are_said_in_words_and_what_cannot_be_read_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office = Office("mon-fri 9-17")
    assert office.hours_said("en") == "Monday to Friday, 9 am to 5 pm"
    assert office.hours_said("es") == "lunes a viernes, de 9 am a 5 pm"
    monkeypatch.setenv("OFFICE_HOURS", "nine to five")
    with pytest.raises(ValueError, match="OFFICE_HOURS"):
        Office.read()
