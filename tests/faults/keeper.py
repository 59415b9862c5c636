"""`python -m tests.faults.keeper WHAT COUNT`: keeps COUNT processes of one kind, a new one as soon as one dies.

What takes long to import is imported once, here, and forked. Each process then does all that it does when
`make run` starts it: opens its files, loads its model, binds its port.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable


def outbox() -> Callable[[], None]:
    """The outbox worker. Quiet hours are switched off: the test runs at any hour."""
    import gateway.worker
    from referrals.outbox import quiet_hours

    quiet_hours.FIRST_HOUR, quiet_hours.LAST_HOUR = 0, 24
    return gateway.worker.main


def gateway_master() -> Callable[[], None]:
    """gunicorn's master, which forks the gateway's workers."""
    import gateway.server

    return gateway.server.main


def actions() -> Callable[[], None]:
    """The action server."""
    import actions.all
    import actions.server

    return actions.server.main


def rasa() -> Callable[[], None]:
    """Rasa; to be started with the island's Python."""
    import rasa.__main__
    import rasa.core.agent
    import rasa.core.run
    import rasa.server  # noqa: F401

    import bot.server

    return bot.server.main


_KINDS = {"outbox": outbox, "gateway": gateway_master, "actions": actions, "rasa": rasa}


def main() -> None:
    """Fork; when a child dies fork again."""
    _die_with_parent()
    if sys.argv[1] == "outbox-once":
        # Not kept: one worker, as it is started by `make run`, but at any hour.
        outbox()()
        return
    run = _KINDS[sys.argv[1]]()
    for _ in range(int(sys.argv[2])):
        _fork(run)
    while True:
        begun = time.monotonic()
        os.wait()
        # One that ends by itself at once (its port is still held) is not begun again in a frenzy.
        time.sleep(max(0.0, 0.2 - (time.monotonic() - begun)))
        _fork(run)


def _fork(run: Callable[[], None]) -> None:
    if os.fork() == 0:
        _die_with_parent()
        run()
        os._exit(0)


def _die_with_parent() -> None:
    """A test that is itself killed leaves nothing behind."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


if __name__ == "__main__":
    main()
