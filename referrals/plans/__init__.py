"""The plan that a person makes for themselves and for those they care for."""

from referrals.plans.model import FullError, Person, Plan, Question, SavedService, Step
from referrals.plans.store import OpenPlan, PlanExpiredError, Plans

__all__ = [
    "FullError",
    "OpenPlan",
    "Person",
    "Plan",
    "PlanExpiredError",
    "Plans",
    "Question",
    "SavedService",
    "Step",
]
