"""`python -m tests.faults.keeper COUNT`: keeps COUNT outbox workers, forked so that a new one is there at once.

Quiet hours are switched off: the test runs at any hour.
"""

from __future__ import annotations

import os
import sys

import gateway.worker
from referrals.outbox import quiet_hours


def main() -> None:
    """Fork; when a child dies fork again."""
    quiet_hours.FIRST_HOUR, quiet_hours.LAST_HOUR = 0, 24
    for _ in range(int(sys.argv[1])):
        _fork()
    while True:
        os.wait()
        _fork()


def _fork() -> None:
    if os.fork() == 0:
        gateway.worker.main()
        os._exit(0)


if __name__ == "__main__":
    main()
