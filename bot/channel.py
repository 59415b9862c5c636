"""The one door of the bot: a message in, all answers with what was understood out, in one HTTP call."""

import logging
from typing import Any, Awaitable, Callable, Dict, List, Optional, Text

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.heard_before import one_turn, said_to
from bot.undone import TurnUndone

_LONGEST = 4000
_log = logging.getLogger(__name__)


class Collector(OutputChannel):
    """Keeps the text, choices and structured content of one bot message together."""

    def __init__(self) -> None:
        self.messages: List[Dict[Text, Any]] = []

    @classmethod
    def name(cls) -> Text:
        """The channel's name."""
        return "porchlight"

    async def send_response(self, recipient_id: Text, message: Dict[Text, Any]) -> None:
        """One message of the bot."""
        choices = [
            {"label": button["title"], "text": button["payload"]}
            for button in message.get("buttons") or []
        ]
        self.messages.append(
            {
                "text": message.get("text") or "",
                "choices": choices,
                "custom": message.get("custom") or None,
            }
        )


class PorchlightInput(InputChannel):
    """POST /webhooks/porchlight/webhook, as docs/architecture.md describes."""

    @classmethod
    def name(cls) -> Text:
        """Part of the address."""
        return "porchlight"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes."""
        routes = Blueprint("porchlight_webhook", "porchlight")

        @routes.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            agent = getattr(request.app.ctx, "agent", None)
            ready = agent is not None and agent.is_ready()
            return response.json({"ready": ready}, status=200 if ready else 503)

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            body = request.json or {}
            sender, text = body.get("sender"), body.get("message")
            if not isinstance(sender, str) or not isinstance(text, str):
                return response.json({"error": "sender and message are texts"}, status=422)
            metadata = body.get("metadata") or {}
            # A leading slash would be read as a command to Rasa itself.
            words = text.lstrip("/ ")[:_LONGEST]
            message = UserMessage(
                words,
                Collector(),
                sender,
                input_channel=self.name(),
                message_id=metadata.get("message_id"),
                metadata=metadata,
            )
            agent = getattr(request.app.ctx, "agent", None)
            if agent is None or not agent.is_ready():
                return response.json({"error": "not ready"}, status=503)
            try:
                async with one_turn(sender):
                    return await _turn(agent, message, on_new_message)
            except TurnUndone as undone:
                _log.error("a turn was left: %s", undone)
                return response.json({"error": "an action failed"}, status=503)

        return routes


async def _turn(
    agent: Any, message: UserMessage, hear: Callable[[UserMessage], Awaitable[Any]]
) -> HTTPResponse:
    """Hear the message, unless it was heard already; answer what was said to it."""
    sender, collector = message.sender_id, message.output_channel
    before = said_to(await agent.tracker_store.retrieve(sender), message.message_id)
    if before is None:
        await hear(message)
    for said in before or []:
        await collector.send_response(sender, said)
    tracker = await agent.tracker_store.retrieve(sender)
    return response.json(
        {
            "messages": collector.messages,
            "understood": _understood(tracker),
            "state": _state(tracker),
        }
    )


def _understood(tracker: Optional[DialogueStateTracker]) -> Dict[Text, Any]:
    if tracker is None or tracker.latest_message is None:
        return {}
    parsed = tracker.latest_message.parse_data
    case = _current_case(tracker)
    return {
        "act": parsed.get("intent", {}).get("name"),
        "act_score": parsed.get("intent", {}).get("confidence"),
        "needs": case.get("heard") or [],
        "place": case.get("place_shown"),
        "about": parsed.get("about") or case.get("about"),
        "language": parsed.get("spoken") or tracker.get_slot("language") or "en",
    }


def _current_case(tracker: DialogueStateTracker) -> Dict[Text, Any]:
    cases = tracker.get_slot("cases") or {}
    return cases.get(tracker.get_slot("current") or "", {})


def _state(tracker: Optional[DialogueStateTracker]) -> Dict[Text, Any]:
    if tracker is None:
        return {}
    return {
        "pending": tracker.get_slot("pending"),
        "language": tracker.get_slot("language") or "en",
    }
