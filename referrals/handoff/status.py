"""Our states and those of a FHIR Task, both ways (Gravity SDOH Clinical Care: ready and received are not used)."""

from __future__ import annotations

TO_TASK = {
    "requested": "requested",
    "accepted": "accepted",
    "declined": "rejected",
    "in_progress": "in-progress",
    "completed": "completed",
    "cancelled": "cancelled",
    "unable_to_contact": "failed",
}
# What an agency may say of its Task, and which of our moves that is.
MOVE_FOR_TASK = {
    "accepted": "accept",
    "rejected": "decline",
    "in-progress": "begin",
    "completed": "complete",
    "cancelled": "cancel",
    "failed": "give_up",
    "on-hold": None,
}
# These tell nothing without a reason.
NEEDS_REASON = frozenset({"rejected", "cancelled", "on-hold", "failed"})
ORDER_STATUS = {"completed": "completed", "cancelled": "revoked", "declined": "revoked"}
