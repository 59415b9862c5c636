"""`python -m bot.server`: Rasa on loopback, with its action validator kept and a quick tracker store."""

import logging
import os
import sys
from pathlib import Path
from typing import Any, Dict

import jsonschema
from rasa.core.actions.action import RemoteAction
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.undone import end_turns_whose_action_fails


def keep_action_validator() -> None:
    """Rasa builds the JSON schema of action answers anew for each message: two thirds of its time.

    The answers are still validated, with the same schema, by a validator that is made once.
    """
    schema = RemoteAction.action_response_format_spec()
    validator = jsonschema.validators.validator_for(schema)(schema)

    def validate(_: RemoteAction, result: Dict[str, Any]) -> None:
        validator.validate(result)

    RemoteAction._validate_action_result = validate


@event.listens_for(Engine, "connect")
def quick_sqlite(connection: Any, _: Any) -> None:
    """The tracker store survives a kill in WAL mode as well, and waits for the disk less often."""
    if type(connection).__module__.startswith("sqlite3"):
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.close()


def main() -> None:
    """Serve the newest model of $DATA_DIR/models until told to stop."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SANIC_BACKLOG", "100")
    data_dir = Path(os.environ.get("DATA_DIR", "var"))
    data_dir.mkdir(parents=True, exist_ok=True)
    keep_action_validator()
    end_turns_whose_action_fails()
    # Text of messages is logged at debug level only; warnings are enough.
    logging.disable(logging.INFO)
    sys.argv = [
        "rasa",
        "run",
        "--model",
        str(data_dir / "models"),
        "--endpoints",
        "bot/endpoints.yml",
        "--credentials",
        "bot/credentials.yml",
        "--interface",
        "127.0.0.1",
        "--port",
        os.environ.get("RASA_PORT", "8001"),
    ]
    from rasa.__main__ import main as rasa_main  # noqa: PLC0415

    rasa_main()


if __name__ == "__main__":
    main()
