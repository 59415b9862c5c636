"""The way to Rasa while it is being started again."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from gateway.dialogue import Dialogue, DialogueDownError, StoppingError


class Rasa:
    """Answers with the statuses of `faults` first; 0 breaks the line. `ids` are the messages it was sent."""

    def __init__(self) -> None:
        self.faults: list[int] = []
        self.ids: list[str] = []
        rasa = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                rasa.ids.append(body["metadata"]["message_id"])
                status = rasa.faults.pop(0) if rasa.faults else 200
                if status == 0:
                    self.connection.close()
                    return
                raw = json.dumps({"messages": [{"text": "here"}]}).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *_: object) -> None:
                """Quiet."""

            def handle(self) -> None:
                try:
                    super().handle()
                except (OSError, ValueError):
                    """The line was broken on purpose."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"


@pytest.fixture
def rasa() -> Iterator[Rasa]:
    running = Rasa()
    threading.Thread(target=running.server.serve_forever, args=(0.05,), daemon=True).start()
    yield running
    running.server.shutdown()
    running.server.server_close()


def ask(dialogue: Dialogue) -> str:
    return dialogue.send("sms-1", "need a ride", {"message_id": "text a"}).messages[0].text


@pytest.mark.parametrize("faults", [[503], [0, 0], [500, 0, 503]])
def test_a_message_that_a_dying_bot_swallowed_is_sent_again_under_its_id(
    rasa: Rasa, faults: list[int]
) -> None:
    rasa.faults = list(faults)
    assert ask(Dialogue(rasa.url, 10.0, threading.Event())) == "here"
    assert rasa.ids == ["text a"] * (len(faults) + 1)


def test_patience_ends_with_the_limit(rasa: Rasa) -> None:
    rasa.faults = [503] * 50
    begun = time.monotonic()
    with pytest.raises(DialogueDownError):
        ask(Dialogue(rasa.url, 1.5, threading.Event()))
    assert time.monotonic() - begun < 3


def test_who_looks_at_a_screen_hears_at_once_that_something_is_broken(rasa: Rasa) -> None:
    rasa.faults = [503]
    with pytest.raises(DialogueDownError):
        ask(Dialogue(rasa.url, 10.0))
    assert len(rasa.ids) == 1


def test_a_message_that_the_bot_refuses_is_not_sent_again(rasa: Rasa) -> None:
    rasa.faults = [422]
    with pytest.raises(DialogueDownError):
        ask(Dialogue(rasa.url, 10.0, threading.Event()))
    assert len(rasa.ids) == 1


def test_a_worker_that_is_told_to_stop_leaves_the_message_to_the_next(rasa: Rasa) -> None:
    rasa.faults = [503] * 50
    stopping = threading.Event()
    threading.Timer(0.3, stopping.set).start()
    begun = time.monotonic()
    with pytest.raises(StoppingError):
        ask(Dialogue(rasa.url, 30.0, stopping))
    assert time.monotonic() - begun < 5
