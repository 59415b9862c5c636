"""A turn whose action failed has not happened.

Rasa goes on without what the action should have done, writes the turn down and says nothing: the person
would wait for ever. Here the turn ends, nothing of it is written down, and the channel answers 503, so
that the gateway sends the message again or names a number to call.
"""

from typing import Any

from rasa.core.actions.action import ActionExecutionRejection, RemoteAction


class TurnUndone(BaseException):
    """Not an Exception: Rasa keeps those to itself."""


def end_turns_whose_action_fails() -> None:
    """Called once, before Rasa starts."""
    run = RemoteAction.run

    async def run_or_end(self: RemoteAction, *arguments: Any, **named: Any) -> Any:
        try:
            return await run(self, *arguments, **named)
        except ActionExecutionRejection:
            raise
        except Exception as error:
            # The kind only: a message could hold what somebody wrote.
            raise TurnUndone(f"{self.name()}: {type(error).__name__}") from None

    RemoteAction.run = run_or_end
