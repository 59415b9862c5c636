"""A talk that has come to the last question, with three offices on show."""

from __future__ import annotations

from actions.memory import Case
from tests.actions.shelf import service
from tests.support.referral_talk import PLACE, Talk, at_step

THREE = (
    service("Weatherization office", need="home_repair", level="state", phone="+18005550101"),
    service("River Area District", need="home_repair", level="local", phone="+16065550102"),
    service("USA.gov", need="home_repair", level="national", phone=""),
)


def at_consent(
    language: str = "en", note: str = "nothing else", needs: tuple[str, ...] = ("home_repair",)
) -> Talk:
    """All questions are answered, and the first office would get it."""
    talk = Talk(language=language)
    told = [
        {"need": need, "town": "dayton", "text": text}
        for need, text in zip(
            needs, ("my furnace quit", "and the light bill is high"), strict=False
        )
    ]
    case = Case(
        None,
        needs=list(needs),
        asked=list(needs),
        text="my furnace quit",
        told=told,
        place_shown=PLACE,
    )
    talk.memory.cases = {"self": case}
    talk.memory.shown = [record.id for record in THREE]
    at_step(talk, "note", {"name": "Ann Lee", "number": "937-555-0142", "time": "morning"})
    talk.hear(note)
    assert talk.memory.pending == "referral_consent"
    return talk
