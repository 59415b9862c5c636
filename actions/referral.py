"""A warm referral: what a coordinator needs, one question at a time, then an explicit yes."""

from __future__ import annotations

import re
from typing import Any

from actions.consent import Consent, consent_for
from actions.details import dialable
from actions.refusal import refuse
from actions.remember import remember_request
from actions.rooms import desk, search
from actions.show import sounds_urgent
from actions.turn import Turn, TurnAction
from resources_index.index.needs import need_name

_STEPS = ("name", "number", "time", "note", "they_know", "consent")
_QUESTIONS = {
    "name": "utter_referral_name",
    "number": "utter_referral_number",
    "time": "utter_referral_time",
    "note": "utter_referral_note",
    "they_know": "utter_referral_they_know",
}
_PHONE = re.compile(r"\+?1?[ .\-]?\(?(\d{3})\)?[ .\-]?(\d{3})[ .\-]?(\d{4})\b")
_SKIP = re.compile(r"^(no|nothing|none|skip|nope|nada|no gracias|ninguna|nothing else|n a)$")
_YES = re.compile(
    r"^(1|yes|y|si|sure|ok|okay|share|share it|i agree|agree|yes share|comparta|de acuerdo|claro|acepto|yes please|si por favor|go ahead)\b"
)
_NO = re.compile(r"^(2|no|nope|don't|dont|do not|no comparta|no gracias|not now|never)\b")
# "Yes, but not my address" is no yes.
_HEDGED = re.compile(
    r"\b(but|except|unless|maybe|only if|not sure|pero|excepto|menos|solo si|quizas|tal vez|no se|don't|dont|no)\b"
)
_ASKS = re.compile(
    r"^(what|who|why|will|how|do you|are you|is this|que|quien|por que|para que|como)\b"
)
# Where somebody writes is a way to reach them, with a number or without.
_HERE = {"sms": "this phone", "web": "this chat"}
_HERE_LABELS = {
    ("sms", False): ("this phone",), ("sms", True): ("este teléfono",),
    ("web", False): ("answer me here",), ("web", True): ("contésteme aquí",),
}  # fmt: skip
_ABOUT_A_LIST = frozenset({"repeat", "go_back", "ask_detail", "closer"})
_LONG = 4
_NO_PHONE = re.compile(
    r"\b(no (phone|number|telephone)|(don't|dont|do not) have (a |any |no )?(phone|number|telephone)|no tengo (telefono|numero|celular)|sin telefono)\b"
)
_REFUSING = frozenset({"deny", "withdraw_consent"})
_LEAVE_WORDS = re.compile(
    r"\b(never ?mind|forget it|cancel|no quiero|olvidelo|dejelo|i changed my mind)\b"
)


class ActionPerson(TurnAction):
    """'A person, please', from any point."""

    def name(self) -> str:
        return "action_person"

    def answer(self, turn: Turn) -> None:
        ask_next(turn, start=True)


def ask_next(turn: Turn, start: bool = False) -> None:
    """Ask for what is still missing, one thing at a time."""
    memory = turn.memory
    if start:
        memory.referral = {}
        turn.say("utter_referral_begin")
    step = next(step for step in _STEPS if step not in memory.referral and _wanted(turn, step))
    memory.ask(f"referral_{step}", _options(turn, step))
    choices = [{"label": o["label"], "text": o["label"]} for o in memory.options]
    if step == "consent":
        turn.say_words(_consent(turn).wording, choices)
        return
    turn.say(_QUESTIONS[step], choices=choices)


def _wanted(turn: Turn, step: str) -> bool:
    return step != "they_know" or turn.memory.case.about not in (None, "self", "client")


def _options(turn: Turn, step: str) -> list[dict[str, Any]]:
    spanish = turn.language == "es"
    labels: dict[str, tuple[str, ...]] = {
        "number": _HERE_LABELS[turn.channel, spanish],
        "time": ("mañana", "tarde", "a cualquier hora") if spanish else ("morning", "afternoon", "any time"),
        "note": ("nada más",) if spanish else ("nothing else",),
        "they_know": ("sí, sabe", "todavía no") if spanish else ("they know", "not yet"),
        "consent": ("compartir", "no compartir") if spanish else ("share", "don't share"),
    }  # fmt: skip
    return [{"label": label} for label in labels.get(step, ())]


def take_answer(turn: Turn) -> bool:
    """Take the answer to the open question. False when the person has turned to something else."""
    memory, heard = turn.memory, turn.heard
    step = (memory.pending or "").removeprefix("referral_")
    if _LEAVE_WORDS.search(heard.plain):
        memory.answered()
        turn.say("utter_referral_left")
        return True
    if step == "consent":
        return _take_consent(turn)
    if step == "number" and _NO_PHONE.search(heard.plain):
        turn.say("utter_referral_answer_here")
        memory.referral[step] = _HERE[turn.channel]
        ask_next(turn)
        return True
    if step in ("name", "number") and (heard.act in _REFUSING or _NO.match(heard.plain)):
        refuse(turn)
        turn.say("utter_referral_refused")
        return True
    if _turned_away(turn, step):
        memory.answered()
        remember_request(turn)
        return False
    if step in ("name", "number") and _ASKS.match(heard.plain):
        turn.say("utter_referral_nothing_shared")
        ask_next(turn)
        return True
    value = _value(turn, step)
    if value is None:
        value = _again(turn, step)
    if value is None:
        return True
    memory.referral[step] = value
    ask_next(turn)
    return True


def _again(turn: Turn, step: str) -> str | None:
    """Ask once more; after that a number is not insisted on: the answer comes where the person writes."""
    asked = f"{step}_asked_again"
    if turn.memory.referral.get(asked):
        if step == "name":
            return ""
        turn.say("utter_referral_answer_here")
        return _HERE[turn.channel]
    turn.memory.referral[asked] = "yes"
    choices = [{"label": o["label"], "text": o["label"]} for o in turn.memory.options]
    turn.say(f"utter_referral_{step}_again", choices=choices)
    return None


def _turned_away(turn: Turn, step: str) -> bool:
    """A new need in the middle of the questions; names, notes and times are taken as they are."""
    heard = turn.heard
    sure = (
        heard.act in ("ask_need", "add_need")
        and bool(heard.needs)
        and heard.needs[0]["score"] > 0.8
    )
    long = len(heard.plain.split()) >= _LONG
    about_list = heard.act in _ABOUT_A_LIST and bool(turn.memory.shown)
    return step in ("name", "number", "time") and long and (sure or about_list)


def _value(turn: Turn, step: str) -> str | None:
    heard, options = turn.heard, turn.memory.options
    text = heard.text.strip()[:300]
    if step == "number":
        if options and (
            heard.number == 1
            or "this" in heard.plain
            or "este" in heard.plain
            or "here" in heard.plain.split()
            or "aqui" in heard.plain.split()
            or (heard.act == "affirm" and turn.channel == "sms")
        ):
            return _HERE[turn.channel]
        match = _PHONE.search(text)
        return None if match is None else "-".join(match.groups())
    if heard.number is not None and options and 0 < heard.number <= len(options):
        return str(options[heard.number - 1]["label"])
    if step == "note" and _SKIP.match(heard.plain):
        return ""
    if step == "name":
        return None if _YES.match(heard.plain) or not heard.plain else _first_name(text)
    return text


def _first_name(text: str) -> str:
    words = re.sub(
        r"^(my name is|i am|i'm|im|it's|its|this is|me llamo|soy|mi nombre es|call me|name)\s+",
        "",
        text,
        flags=re.I,
    )
    return " ".join(words.split()[:3])[:60]


def _take_consent(turn: Turn) -> bool:
    memory, heard = turn.memory, turn.heard
    hedged = heard.number is None and bool(_HEDGED.search(heard.plain))
    if _NO.match(heard.plain) or heard.number == 2 or heard.act == "deny":
        refuse(turn)
        turn.say("utter_referral_refused")
        return True
    if not hedged and (_YES.match(heard.plain) or heard.number == 1 or heard.act == "affirm"):
        _send(turn)
        return True
    if memory.referral.get("asked_again"):
        # Twice unclear is not a yes.
        refuse(turn)
        turn.say("utter_referral_refused")
        return True
    memory.referral["asked_again"] = "yes"
    choices = [{"label": o["label"], "text": o["label"]} for o in memory.options]
    turn.say("utter_referral_consent_again", choices=choices)
    return True


def _send(turn: Turn) -> None:
    memory = turn.memory
    details = _details(turn)
    view = desk().request(turn.conversation, turn.channel, details, _consent(turn).to_dict())
    for service in details["services"]:
        if service["call_first"]:
            told = _old_listing(service)
            desk().raise_once("stale_record", None, told, subject=service["service_id"][:60])
    memory.answered()
    memory.referral = {}
    turn.say(
        "utter_referral_sent",
        custom={"kind": "referral", "reference": view.reference, "status": view.status},
        reference=view.reference,
    )


def _old_listing(service: dict[str, Any]) -> str:
    """What the desk reads: whom to call, and why now."""
    name, phones = service["organization"] or service["name"], service["phones"]
    phone = f", {dialable(phones[0])}" if phones else ""
    checked = (
        f"not checked since {service['assured_date']}"
        if service["assured_date"]
        else "never checked"
    )
    return (
        f"{name}{phone}: {checked}, and somebody needs it now. Call and ask if it is still right."
    )


def _consent(turn: Turn) -> Consent:
    needs = ", ".join(need_name(need, turn.language) for need in _needs(turn))
    return consent_for(_details(turn), needs, turn.language)


def _needs(turn: Turn) -> list[str]:
    return turn.memory.case.needs or ["benefits_check"]


def _details(turn: Turn) -> dict[str, Any]:
    """All that is shared, and nothing that the consent does not name."""
    case, answers = turn.memory.case, turn.memory.referral
    services = _services(turn)
    chosen = next((s for s in services if s["service_id"] == turn.memory.chosen), None)
    return {
        "needs": _needs(turn),
        "place": case.place_shown or {},
        "about": case.about,
        "name": answers.get("name"),
        "number": answers.get("number"),
        "good_time": answers.get("time"),
        "note": answers.get("note"),
        "they_know": answers.get("they_know"),
        "language": turn.language,
        "situation": case.text,
        "urgent": sounds_urgent(case.text),
        "services": services,
        "agency": chosen["organization"] if chosen else None,
    }


def _services(turn: Turn) -> list[dict[str, Any]]:
    """What was shown, the chosen one first, as the desk needs it to call."""
    ids = [turn.memory.chosen] if turn.memory.chosen else []
    ids += [service for service in turn.memory.shown[:6] if service not in ids]
    views = [view.to_dict() for view in map(search().service, ids) if view is not None]
    kept = (
        "service_id", "name", "organization", "phones", "url", "hours", "ask_for", "call_first", "assured_date",
    )  # fmt: skip
    return [{field: view[field] for field in kept} for view in views]
