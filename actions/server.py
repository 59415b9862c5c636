"""`python -m actions.server`: rasa-sdk's app, on loopback only.

Its own command line can only listen on all addresses; nothing of ours but the gateway may.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from typing import NoReturn

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor

from actions import rooms
from actions.settings import Settings


def warm_up() -> None:
    """Open the index before the first person asks."""
    rooms.places()
    rooms.search().rank_needs("warm up")
    rooms.desk()


def leave(*_: object) -> NoReturn:
    """End at once: nothing is left to save, and to free an index, or wait for a warm-up, takes long."""
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)


def main() -> NoReturn:
    """Serve until told to stop."""
    signal.signal(signal.SIGTERM, leave)  # until the server has a handler of its own
    logging.basicConfig(level=logging.WARNING)
    settings = Settings.read()
    executor = ActionExecutor()
    executor.register_package("actions.all")
    app = create_app(executor)

    @app.before_server_start
    async def prepare(*_: object) -> None:
        threading.Thread(target=warm_up, daemon=True).start()

    app.run(
        host="127.0.0.1",
        port=settings.port,
        single_process=True,
        access_log=False,
        motd=False,
        debug=False,
    )
    leave()


if __name__ == "__main__":
    main()
