"""What can be changed in a plan: one function a form, each on the newest state of the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referrals.plans import Person, Plan
from resources_index.index.needs import need_ids

Fields = Mapping[str, str]
Edit = Callable[[Person, Fields], str]
# What persons write by hand: checked for danger, private numbers cut out, before an edit sees it.
FREE_FIELDS = ("what", "who", "by", "text", "notes", "name", "place")


def _drop_service(person: Person, fields: Fields) -> str:
    person.drop(fields.get("service_id", ""))
    return "done"


def _add_step(person: Person, fields: Fields) -> str:
    person.add_step(fields.get("what", ""), fields.get("who", ""), fields.get("by", ""))
    return "done"


def _change_step(person: Person, fields: Fields) -> str:
    person.change_step(
        fields.get("step_id", ""),
        what=fields.get("what", ""),
        who=fields.get("who", ""),
        by=fields.get("by", ""),
        done=fields.get("done") == "on",
    )
    return "done"


def _mark_step(person: Person, fields: Fields) -> str:
    for step in person.steps:
        if step.id == fields.get("step_id"):
            step.done = fields.get("done") == "on"
    return "done"


def _drop_step(person: Person, fields: Fields) -> str:
    person.drop_step(fields.get("step_id", ""))
    return "done"


def _add_question(person: Person, fields: Fields) -> str:
    person.add_question(fields.get("kind", ""), fields.get("text", ""))
    return "done"


def _drop_question(person: Person, fields: Fields) -> str:
    person.drop_question(fields.get("question_id", ""))
    return "done"


def _notes(person: Person, fields: Fields) -> str:
    whole = person.change_notes(fields.get("notes", ""), fields.get("seen", ""))
    return "done" if whole else "notes_both"


def _person(person: Person, fields: Fields) -> str:
    person.name, person.place = fields.get("name", "")[:80], fields.get("place", "")[:80]
    person.about = fields.get("about") or None
    known = need_ids()
    person.needs = [need for need in known if fields.get(f"need.{need}") == "on"]
    return "done"


EDITS: dict[str, Edit] = {
    "service-remove": _drop_service,
    "step-add": _add_step,
    "step-change": _change_step,
    "step-mark": _mark_step,
    "step-remove": _drop_step,
    "question-add": _add_question,
    "question-remove": _drop_question,
    "notes": _notes,
    "person-change": _person,
}


def edit_of(name: str, person_id: str, fields: Fields) -> Callable[[Plan], str]:
    """A change for the store. It answers with the name of the words to show; unknown people change nothing.

    Raises KeyError for an unknown name.
    """
    edit = EDITS[name]

    def apply(plan: Plan) -> str:
        person = plan.person(person_id)
        return "done" if person is None else edit(person, fields)

    return apply
