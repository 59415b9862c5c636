"""Every process of the running system is killed at random while people text: what was lost, what doubled?"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text as sql

from gateway.sms.lines import Lines
from porchlight.processes.stack import free_ports
from referrals.outbox.queue import Outbox
from referrals.settings import Settings
from referrals.usecases import Referrals
from tests.faults import people as folk
from tests.faults.parts import ROOT, Phones, answers, children, started, wait_for
from tests.support.twilio import ACCOUNT, OURS, TOKEN, running_twilio

_SECRET = "only for tests"
_ISLAND = str(ROOT / ".venv-rasa" / "bin" / "python")
KINDS = ("gateway worker", "gunicorn master", "outbox worker", "Rasa", "action server")
_AT_ONCE = 30


@dataclass
class Outcome:
    """`wrong`: one plain line for each thing that is not as it must be."""

    kills: Counter[str]
    people: int
    findings: folk.Findings
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0


@dataclass
class System:
    """The running processes, by the keepers that start them again."""

    url: str
    rasa_url: str
    actions_url: str
    keepers: dict[str, int]
    referrals: Referrals
    phones: Phones

    def processes(self, kind: str) -> list[int]:
        """The processes of one kind that run just now."""
        if kind == "gateway worker":
            masters = children(self.keepers["gunicorn master"])
            return [worker for master in masters for worker in children(master)]
        return children(self.keepers[kind])

    def answers(self, kind: str) -> bool:
        """Whether it has come up again."""
        if kind == "Rasa":
            return answers(f"{self.rasa_url}/webhooks/porchlight/")
        if kind == "action server":
            return answers(f"{self.actions_url}/health")
        return kind == "outbox worker" or answers(f"{self.url}/health/live")


class Killer(threading.Thread):
    """Kills a process of each kind, at random moments, until each kind has lost `kills`.

    The moments follow how far the texting has come, not the clock, so that a slow machine is not killed to a
    standstill. What takes a while to come up is also killed while it does: of four kills one does not wait.
    """

    def __init__(self, system: System, kills: int, texts: int) -> None:
        super().__init__(daemon=True)
        self.killed: Counter[str] = Counter()
        self.over = threading.Event()
        self._system, self._kills = system, kills
        self._between = 0.8 * texts / kills

    def run(self) -> None:
        rounds = [threading.Thread(target=self._kill, args=(k,), daemon=True) for k in KINDS]
        for one in rounds:
            one.start()
        for one in rounds:
            one.join()

    def _kill(self, kind: str) -> None:
        while not self.over.is_set() and self.killed[kind] < self._kills:
            if random.random() < 0.75:
                self._wait_for_texts(random.uniform(0, 2.6 * self._between))
                self._wait_until_up(kind)
            time.sleep(random.uniform(0.0, 2.0))
            found = self._system.processes(kind)
            if found:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(random.choice(found), signal.SIGKILL)
                    self.killed[kind] += 1
            time.sleep(0.2)

    def _wait_for_texts(self, more: float) -> None:
        arrived = self._system.phones.twilio.texts
        until = len(arrived) + more
        while not self.over.is_set() and len(arrived) < until:
            time.sleep(0.05)

    def _wait_until_up(self, kind: str) -> None:
        while not self.over.is_set() and not self._system.answers(kind):
            time.sleep(0.3)


@contextmanager
def running_system(folder: Path, built: Path) -> Iterator[System]:
    """Everything that `make run` starts, on free ports, with what was built in `built`."""
    for name in ("models", "index", "safety", "needs", "directory"):
        if (built / name).exists():
            (folder / name).symlink_to(built / name)
    port, rasa_port, actions_port = free_ports(3)
    url = f"http://127.0.0.1:{port}"
    rasa_url, actions_url = (f"http://127.0.0.1:{p}" for p in (rasa_port, actions_port))
    referrals = Referrals.open(Settings(folder, f"sqlite:///{folder / 'porchlight.db'}", _SECRET))
    with contextlib.ExitStack() as stack:
        twilio = stack.enter_context(running_twilio())
        twilio.pause_s = 0.04
        environment = {
            **os.environ, "PYTHONPATH": str(ROOT), "DATA_DIR": str(folder), "PORT": str(port), "PUBLIC_URL": url,
            "RASA_PORT": str(rasa_port), "ACTIONS_PORT": str(actions_port), "SECRET_KEY": _SECRET,
            "ENCODER_DIR": str(ROOT / "data" / "encoder"), "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_FROM": OURS, "TWILIO_API_BASE": twilio.base, "OUTBOX_DOUBT_S": "12", "SMS_ANSWER_LIMIT_S": "300",
        }  # fmt: skip
        for name in ("DATABASE_URL", "REDIS_URL"):
            environment.pop(name, None)
        keepers = {}
        for kind, what, count, python in (
            ("Rasa", "rasa", "1", _ISLAND), ("action server", "actions", "1", None),
            ("outbox worker", "outbox", "2", None), ("gunicorn master", "gateway", "1", None),
        ):  # fmt: skip
            log = folder / f"{what}.log"
            more = {"python": python} if python else {}
            keepers[kind] = stack.enter_context(started("tests.faults.keeper", environment, log, what, count, **more))  # fmt: skip
        wait_for(f"{url}/health/ready", 300.0)
        yield System(url, rasa_url, actions_url, keepers, referrals, Phones(url, twilio))


def kill_everything(
    folder: Path,
    built: Path,
    people: int,
    kills: int,
    say: Callable[[str], None] = lambda _: None,
    limit_s: float = 7200.0,
) -> Outcome:
    """`people` conversations, and more of them until each kind of process was killed `kills` times.

    After `limit_s` seconds nobody begins a conversation and nothing is killed any more.
    """
    with running_system(folder, built) as system:
        wanted = folk.play_undisturbed(system.phones)
        say("Everything runs; the conversations are known. Killing begins.")
        begun = time.monotonic()
        killer = Killer(
            system, kills, sum(len(wanted[folk.script_of(p)]) + 1 for p in range(people))
        )
        killer.start()
        limit = threading.Timer(limit_s, killer.over.set)
        limit.start()
        who = _let_people_text(system, killer, people, say)
        killer.over.set()
        limit.cancel()
        folk.wait_until_all_arrived(system.phones, who, wanted, 240.0)
        findings = folk.compare(system.phones, who, wanted)
        outcome = Outcome(killer.killed, len(who), findings, [], time.monotonic() - begun)
        outcome.wrong += [f"lost: {line}" for line in findings.lost]
        outcome.wrong += [f"doubled: {line}" for line in findings.doubled]
        outcome.wrong += _wrong_in_the_database(system, who)
        return outcome


def _let_people_text(
    system: System, killer: Killer, people: int, say: Callable[[str], None]
) -> list[int]:
    """Returns who has talked."""
    outbox = Outbox(system.referrals)
    lines = Lines(system.referrals, _SECRET)
    done = threading.Lock()
    ready = 0
    talked: list[int] = []

    def remind(person: int) -> None:
        name = lines.conversation(folk.number_of(person))
        outbox.enqueue(name, folk.reminder_of(person), "note", key=f"reminder-{person}")

    def one(person: int) -> None:
        nonlocal ready
        if killer.over.is_set():
            return
        talked.append(person)
        folk.converse(system.phones, person, remind)
        with done:
            ready += 1
            if ready % 25 == 0:
                say(f"{ready} conversations, kills: {dict(killer.killed)}")

    count = people
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(one, range(people)))
        while killer.is_alive() and count < 9000:
            # The people are faster than the killer: others text until it is done.
            list(pool.map(one, range(count, count + _AT_ONCE)))
            count += _AT_ONCE
    return talked


def _wrong_in_the_database(system: System, people: Sequence[int]) -> list[str]:
    """One referral, one agreement, one urgent item and one STOP for each who caused one; nothing unanswered."""
    names = [folk.script_of(person) for person in people]
    # The undisturbed phones have played each script once too.
    must = {name: names.count(name) + 1 for name in folk.SCRIPTS}
    counts = {
        "referrals": ("SELECT count(*) FROM referral", must["referral"]),
        "agreements to a referral": ("SELECT count(*) FROM consent", must["referral"]),
        "lines of history": ("SELECT count(*) FROM referral_history", must["referral"]),
        "urgent items": ("SELECT count(*) FROM desk_item WHERE kind = 'crisis'", must["crisis"]),
        "opt-outs": ("SELECT count(*) FROM text_consent WHERE NOT agreed", must["stop"]),
        "texts unanswered": ("SELECT count(*) FROM inbound_text WHERE answered_at IS NULL", 0),
        "texts given up": ("SELECT count(*) FROM outbox WHERE status IN ('failed', 'undelivered')", 0),
    }  # fmt: skip
    wrong = []
    with system.referrals.engine.connect() as connection:
        for what, (query, expected) in counts.items():
            found = connection.execute(sql(query)).scalar_one()
            if found != expected:
                wrong.append(f"{what}: {found}, not {expected}")
    return wrong
