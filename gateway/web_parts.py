"""What the web chat and the plan use besides the parts that all channels share."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import cast

from flask import current_app

from gateway.once import Once
from gateway.parts import Parts
from gateway.plan.services import DirectoryBook, ServiceBook
from referrals.answers import Answers
from referrals.mail import Mailer, mailer_from_environment
from referrals.plans import Plans
from referrals.presence import Presence


@dataclass(frozen=True)
class WebParts:
    """The opened parts; without a mail server `mailer` is None."""

    plans: Plans
    services: ServiceBook
    presence: Presence
    once: Once
    mailer: Mailer | None

    @classmethod
    def open(cls, parts: Parts, services: ServiceBook | None = None) -> WebParts:
        """Over the same database. `services` may be a stand-in for the directory; PLAN_DAYS is read here."""
        referrals = parts.referrals
        return cls(
            Plans(referrals, int(os.environ.get("PLAN_DAYS", "30"))),
            services or DirectoryBook(parts.settings.data_dir),
            Presence(referrals),
            Once(parts.order, Answers(referrals)),
            mailer_from_environment(),
        )


def parts() -> Parts:
    """What all channels share, of the app that answers this request."""
    return cast(Parts, current_app.extensions["porchlight"])


def web() -> WebParts:
    """What only the web has, of the app that answers this request."""
    return cast(WebParts, current_app.extensions["porchlight_web"])
