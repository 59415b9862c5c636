"""The worker: sends what is due, settles what is in doubt, asks the follow-up questions, tidies up.

The texts are queued in the database, in the same transaction as what they belong to; huey keeps the
schedule of everything that happens by the clock, on SQLite or Redis. Texts are looked for every second,
because somebody may be waiting for an answer.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable

from huey import RedisHuey, SqliteHuey, crontab
from huey.api import Huey
from huey.consumer import Consumer

from referrals.outbox.follow_ups import let_rest, queue_due_questions
from referrals.outbox.night import let_go
from referrals.outbox.queue import Outbox
from referrals.outbox.send import send_due
from referrals.outbox.sender import Sender
from referrals.outbox.settle import DOUBT_AFTER_S, settle
from referrals.outbox.tidy import tidy
from referrals.settings import Settings
from referrals.usecases import Referrals

_log = logging.getLogger(__name__)
_LOOK_EVERY_S = 1.0


def make_queue(settings: Settings, redis_url: str | None) -> Huey:
    """SQLite by default, Redis by setting."""
    if redis_url:
        return RedisHuey("porchlight", url=redis_url)
    return SqliteHuey("porchlight", filename=str(settings.data_dir / "queue.db"))


def main(sender: Sender | None, now_and_then: Callable[[], object] | None = None) -> None:
    """Run until told to stop. Without a sender texts wait. `now_and_then` runs every five minutes."""
    logging.basicConfig(level=logging.WARNING)
    settings = Settings.read()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    referrals = Referrals.open(settings)
    outbox = Outbox(referrals)
    queue = make_queue(settings, os.environ.get("REDIS_URL"))
    put_on_the_clock(queue, referrals, outbox, settings, now_and_then)
    doubt_s = float(os.environ.get("OUTBOX_DOUBT_S", DOUBT_AFTER_S))
    looking = threading.Thread(
        target=_look_for_texts, args=(referrals, outbox, sender, doubt_s), daemon=True
    )
    looking.start()
    Consumer(queue, workers=1, periodic=True, check_worker_health=True).run()


def put_on_the_clock(
    queue: Huey,
    referrals: Referrals,
    outbox: Outbox,
    settings: Settings,
    now_and_then: Callable[[], object] | None,
) -> dict[str, Callable[[], object]]:
    """What happens by the clock, by name. Several workers may do each of it: done twice it is as if done once."""

    @queue.periodic_task(crontab(minute="*"))
    def every_minute() -> None:
        queue_due_questions(referrals, outbox)
        let_rest(referrals, outbox)

    @queue.periodic_task(crontab(minute="*/5"))
    def every_five_minutes() -> None:
        if now_and_then is not None:
            now_and_then()

    @queue.periodic_task(crontab(minute="17"))
    def every_hour() -> None:
        tidy(referrals)

    @queue.periodic_task(crontab(hour="4", minute="10"))
    def every_night() -> None:
        let_go(referrals, settings)

    tasks = (every_minute, every_five_minutes, every_hour, every_night)
    return {task.func.__name__: task for task in tasks}


def _look_for_texts(
    referrals: Referrals, outbox: Outbox, sender: Sender | None, doubt_s: float
) -> None:
    settle_at = 0.0
    while True:
        try:
            if time.monotonic() >= settle_at:
                settle_at = time.monotonic() + doubt_s / 10
                settle(referrals, outbox, sender, doubt_s)
            send_due(referrals, outbox, sender)
        except Exception as error:  # a fault of one round must not end all sending
            # The type only: a message could hold what somebody wrote.
            _log.error("sending failed: %s", type(error).__name__)
        time.sleep(_LOOK_EVERY_S)
