"""A message that is sent again, because a process died on the way, is answered with the answer it had.

Rasa writes a turn down in one piece, at its end. So a message is either not in the tracker at all, and is
heard for the first time, or the tracker holds all that was said to it.
"""

import asyncio
from typing import Any, Dict, List, Optional, Text
from weakref import WeakValueDictionary

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

_TURNS: "WeakValueDictionary[Text, asyncio.Lock]" = WeakValueDictionary()


def one_turn(sender: Text) -> asyncio.Lock:
    """The lock of a conversation: the copy of a message waits until the first has been written down."""
    lock = _TURNS.get(sender)
    if lock is None:
        lock = _TURNS[sender] = asyncio.Lock()
    return lock


def said_to(
    tracker: Optional[DialogueStateTracker], message_id: Optional[Text]
) -> Optional[List[Dict[Text, Any]]]:
    """The bot's messages to `message_id`, as the channel gets them; None when it was not heard yet."""
    if tracker is None or message_id is None:
        return None
    said: Optional[List[Dict[Text, Any]]] = None
    for event in tracker.events:
        if isinstance(event, UserUttered):
            if said is not None:
                return said
            said = [] if event.message_id == message_id else None
        elif isinstance(event, BotUttered) and said is not None:
            said.append(event.message())
    return said
