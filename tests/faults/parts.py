"""What the kill tests share: phones that text through Twilio, processes that are kept, and what arrived."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.support.twilio import ACCOUNT, OURS, Twilio
from tests.support.webhook import Said, fields, new_sid, read_twiml, signed

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Phones:
    """Twilio between the phones and our webhook: tries again when the line breaks, reports what it took."""

    url: str
    twilio: Twilio
    client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=15.0))
    reports: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(4))

    def text(self, number: str, body: str) -> None:
        sid = new_sid()
        form = fields(body, sid, number)
        headers = {**signed("/sms", form, self.url), "I-Twilio-Idempotency-Token": f"t-{sid}"}
        while True:
            try:
                response = self.client.post(f"{self.url}/sms", data=form, headers=headers)
                texts = read_twiml(response.status_code, response.content)
                break
            except httpx.HTTPError:
                time.sleep(0.3)
        for said in texts:
            taken = self.twilio.take(number, OURS, said.text, said.status_callback)
            self.reports.submit(self._report, said, taken.sid)

    def _report(self, said: Said, sid: str) -> None:
        """One try only: a report may be lost too."""
        path = said.status_callback.removeprefix(self.url)
        for state in ("sent", "delivered"):
            form = {"MessageSid": sid, "MessageStatus": state, "AccountSid": ACCOUNT}
            with contextlib.suppress(httpx.HTTPError):
                self.client.post(f"{self.url}{path}", data=form, headers=signed(path, form, self.url))  # fmt: skip


def children(pid: int) -> list[int]:
    """The processes that `pid` has started."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [int(child) for child in found]


@contextmanager
def started(
    module: str,
    environment: dict[str, str],
    log: Path,
    *arguments: str,
    python: str = sys.executable,
) -> Iterator[int]:
    """A process in a session of its own; at the end it is killed with all that it has started."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            [python, "-m", module, *arguments],
            cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            yield process.pid
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def answers(url: str) -> bool:
    with contextlib.suppress(httpx.HTTPError):
        return httpx.get(url, timeout=2.0).status_code == 200
    return False


def wait_for(url: str, limit_s: float = 60.0) -> None:
    deadline = time.monotonic() + limit_s
    while not answers(url):
        assert time.monotonic() < deadline, f"{url} does not answer"
        time.sleep(0.2)


def count_marks(twilio: Twilio) -> Counter[str]:
    """How often each marked text ("… <23.0>") has arrived."""
    with twilio.lock:
        bodies = [text.body for text in twilio.texts]
    return Counter(body[body.index("<") : body.index(">") + 1] for body in bodies if "<" in body)
