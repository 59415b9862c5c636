"""`python -m referrals.outbox.worker`: sends what is due, asks the follow-up questions, tidies up.

huey gives the periodic tasks and their durable schedule; the texts themselves are in the database,
because what is sent must be claimed in the same place where it is queued.
"""

from __future__ import annotations

import logging

from huey import RedisHuey, SqliteHuey, crontab
from huey.api import Huey
from huey.consumer import Consumer

from referrals.outbox.follow_ups import let_rest, queue_due_questions
from referrals.outbox.night import let_go
from referrals.outbox.queue import Outbox
from referrals.outbox.send import send_due
from referrals.outbox.sender import sender_from_environment
from referrals.settings import Settings
from referrals.usecases import Referrals


def make_queue(settings: Settings, redis_url: str | None) -> Huey:
    """SQLite by default, Redis by setting."""
    if redis_url:
        return RedisHuey("porchlight", url=redis_url)
    return SqliteHuey("porchlight", filename=str(settings.data_dir / "queue.db"))


def main() -> None:
    """Run until told to stop."""
    import os  # noqa: PLC0415

    logging.basicConfig(level=logging.WARNING)
    settings = Settings.read()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    referrals = Referrals.open(settings)
    outbox, sender = Outbox(referrals), sender_from_environment()
    queue = make_queue(settings, os.environ.get("REDIS_URL"))

    @queue.periodic_task(crontab(minute="*"))
    def every_minute() -> None:
        queue_due_questions(referrals, outbox)
        let_rest(referrals, outbox)
        send_due(referrals, outbox, sender)

    @queue.periodic_task(crontab(hour="4", minute="10"))
    def every_night() -> None:
        let_go(referrals, settings)

    Consumer(queue, workers=1, periodic=True, check_worker_health=True).run()


if __name__ == "__main__":
    main()
