"""An agency says how its Task goes: checked as FHIR, then one of our named moves."""

from __future__ import annotations

from typing import Any

from fhir.resources.R4B.task import Task
from pydantic import ValidationError

from referrals.handoff.packet import shared_packet
from referrals.handoff.status import MOVE_FOR_TASK, NEEDS_REASON
from referrals.model import OUTCOMES, REASONS, StaleError, TransitionError
from referrals.usecases import Referrals


class TaskError(Exception):
    """The Task cannot be taken; `status` is the HTTP status that says why."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def take_task(referrals: Referrals, referral_id: int, agency: str, body: Any) -> None:
    """Move the referral as the Task says. Raises TaskError; NoConsentError when the consent has ended."""
    told = _read(body)
    packet = shared_packet(referrals, referral_id)
    status = str(told.status)
    if status not in MOVE_FOR_TASK:
        raise TaskError(422, f"Task.status is one of {', '.join(sorted(MOVE_FOR_TASK))}.")
    reason = _reason(told)
    if status in NEEDS_REASON and not reason:
        raise TaskError(422, f"A Task that is {status} needs statusReason.text.")
    _move(referrals, referral_id, agency, status, _outcome(told), reason)
    detail = f"{packet.reference}: {agency} says {status}. {reason}".strip()
    referrals.raise_item("agency_answer", None, detail, subject=packet.reference)


def _move(
    referrals: Referrals,
    referral_id: int,
    agency: str,
    status: str,
    outcome: str | None,
    reason: str,
) -> None:
    name = MOVE_FOR_TASK[status]
    if name is None:
        return
    version = referrals.version_of(referral_id)
    known = reason if reason in REASONS else "other"
    try:
        referrals.transition(
            referral_id,
            name,
            agency,
            version,
            outcome=outcome if name == "complete" else None,
            note=reason,
            reason=known if name == "decline" else None,
        )
    except TransitionError as error:
        raise TaskError(409, str(error)) from error
    except StaleError as error:
        raise TaskError(409, "It was changed at this moment. Read the Task again.") from error
    except ValueError as error:
        raise TaskError(422, f"Task.output: {error}") from error


def _read(body: Any) -> Task:
    try:
        return Task.model_validate(body)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise TaskError(422, f"This is no valid FHIR R4 Task: {where}: {first['msg']}") from error


def _reason(told: Task) -> str:
    return str(told.statusReason.text or "")[:300] if told.statusReason else ""


def _outcome(told: Task) -> str | None:
    """The outcome in Task.output, as one of our words."""
    for output in told.output or []:
        concept = output.valueCodeableConcept
        if concept is not None and concept.text in OUTCOMES:
            return str(concept.text)
    return None
