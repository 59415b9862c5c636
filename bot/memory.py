"""What Rasa keeps between two messages: the state of each conversation, encrypted, and none of its events.

Rasa's own stores keep every message for good and in the clear. Here one row a conversation holds the slots, how the
last message was classified and what was said to it: a message that comes twice is answered alike (heard_before.py). The row goes when the person asks for it, and some weeks after the last message
(referrals/storage/bot_memory.py deletes it there).
"""

import base64
import hashlib
import json
import os
import sqlite3
import time
from pathlib import Path
from typing import Any, Dict, Iterable, List, Optional, Text

from cryptography.fernet import Fernet, InvalidToken
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.heard_before import said_to

# Of what was understood of the last message: what the channel answers with. Its words are not kept.
_UNDERSTOOD = ("intent", "about", "spoken")
# Slots that Rasa fills by itself with what came along with a message.
_RASAS_OWN = frozenset({"session_started_metadata", "requested_slot"})
_TABLE = "CREATE TABLE IF NOT EXISTS state (sender_id TEXT PRIMARY KEY, at REAL NOT NULL, sealed TEXT NOT NULL)"
_WRITE = "INSERT INTO state VALUES (?, ?, ?) ON CONFLICT (sender_id) DO UPDATE SET at = excluded.at, sealed = excluded.sealed"


class StateStore(TrackerStore):
    """One sealed row a conversation in `db`; the key is SECRET_KEY or what DATA_DIR/run/secret_key holds."""

    def __init__(
        self, domain: Domain, event_broker: Optional[EventBroker] = None, db: Text = "", **_: Any
    ) -> None:
        super().__init__(domain, event_broker)
        path = Path(db)
        self._fernet = Fernet(_derive(_key(path.parent)))
        _remove_what_was_kept_in_the_clear(path.parent)
        self._connection = sqlite3.connect(db, timeout=10, isolation_level=None)
        # What is deleted is overwritten, not only marked as free.
        self._connection.execute("PRAGMA secure_delete=ON")
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=NORMAL")
        self._connection.execute(_TABLE)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Put the state in place of the one before."""
        sealed = self._fernet.encrypt(json.dumps(_state_of(tracker)).encode()).decode()
        self._connection.execute(_WRITE, (tracker.sender_id, time.time(), sealed))

    async def retrieve(self, sender_id: Text) -> Optional[DialogueStateTracker]:
        """A tracker that goes on from the state; None for a new, a deleted or an unreadable one."""
        query = "SELECT at, sealed FROM state WHERE sender_id = ?"
        row = self._connection.execute(query, (sender_id,)).fetchone()
        if row is None:
            return None
        try:
            state = json.loads(self._fernet.decrypt(row[1].encode()))
        except InvalidToken:
            return None
        return DialogueStateTracker.from_events(
            sender_id, list(_events_of(state, row[0])), self.domain.slots, domain=self.domain
        )

    async def keys(self) -> Iterable[Text]:
        """The conversations that have a state."""
        return [row[0] for row in self._connection.execute("SELECT sender_id FROM state")]


def _state_of(tracker: DialogueStateTracker) -> Dict[Text, Any]:
    parsed = tracker.latest_message.parse_data if tracker.latest_message else {}
    last_id = tracker.latest_message.message_id if tracker.latest_message else None
    slots = {name: slot.value for name, slot in tracker.slots.items() if name not in _RASAS_OWN}
    return {
        "slots": {name: value for name, value in slots.items() if value is not None},
        "understood": {name: parsed[name] for name in _UNDERSTOOD if parsed.get(name) is not None},
        "message_id": last_id,
        "said": said_to(tracker, last_id) or [],
    }


def _events_of(state: Dict[Text, Any], at: float) -> List[Event]:
    """The shortest history that leads to this state and waits for the next message."""
    understood = state["understood"]
    heard = UserUttered(
        "",
        understood.get("intent"),
        parse_data=understood,
        timestamp=at,
        message_id=state.get("message_id"),
    )
    said = [BotUttered(m.get("text"), m, timestamp=at) for m in state.get("said") or ()]
    return [
        ActionExecuted(ACTION_SESSION_START_NAME, timestamp=at),
        SessionStarted(timestamp=at),
        ActionExecuted(ACTION_LISTEN_NAME, timestamp=at),
        *([heard, *said] if understood else []),
        *(SlotSet(name, value, timestamp=at) for name, value in state["slots"].items()),
        ActionExecuted(ACTION_LISTEN_NAME, timestamp=at),
    ]


def _key(data_dir: Path) -> Text:
    return os.environ.get("SECRET_KEY") or (data_dir / "run" / "secret_key").read_text("utf-8")


def _derive(key: Text) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"porchlight bot {key}".encode()).digest())


def _remove_what_was_kept_in_the_clear(folder: Path) -> None:
    """The event store of earlier versions: the words of everybody who ever wrote."""
    for suffix in ("", "-wal", "-shm"):
        (folder / f"tracker.db{suffix}").unlink(missing_ok=True)
