"""`python -m gateway.server`: the app under gunicorn."""

from __future__ import annotations

import logging
import os
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from gateway.app import create_app
from gateway.settings import Settings


class Server(BaseApplication):
    """Gunicorn with threads; no access log, because addresses say who asks for help."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Workers and threads by setting."""
        options: dict[str, Any] = {
            "bind": f"0.0.0.0:{self._settings.port}",
            "workers": int(os.environ.get("WEB_CONCURRENCY", "2")),
            "threads": 16,
            "worker_class": "gthread",
            "timeout": 60,
            "graceful_timeout": 10,
            "keepalive": 15,
            "control_socket_disable": True,
            "worker_exit": _finish,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The app, made in each worker, which also takes up the texts that a dead one has left."""
        app = create_app(self._settings)
        app.extensions["porchlight"].reception.watch()
        return app


def _finish(_server: object, worker: Any) -> None:
    """A worker that is told to stop answers the texts in hand before it goes."""
    if worker.wsgi is not None:
        worker.wsgi.extensions["porchlight"].reception.stop()


def main() -> None:
    """Serve until told to stop."""
    logging.basicConfig(level=logging.WARNING)
    Server(Settings.read()).run()


if __name__ == "__main__":
    main()
