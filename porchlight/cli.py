"""`porchlight`: one command, one Typer app a file in porchlight/commands/."""

from __future__ import annotations

import importlib
import logging
import pkgutil
import sys

import typer

import porchlight.commands
from porchlight.errors import UserError

app = typer.Typer(
    name="porchlight",
    help="One text message in, local help for an older adult out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _collect() -> None:
    """Each module gives `app` (a group of commands) or a function named `command`, or both."""
    for found in pkgutil.iter_modules(porchlight.commands.__path__):
        module = importlib.import_module(f"porchlight.commands.{found.name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=found.name)
        if hasattr(module, "command"):
            app.command(name=found.name, help=module.command.__doc__)(module.command)


def main() -> None:
    """Entry point. Errors that a person can act on end with status 2, one sentence, no traceback."""
    # Libraries announce each request and each library that they load; a person wants the answer only.
    logging.basicConfig(level=logging.WARNING)
    for name in ("httpx", "faiss", "faiss.loader"):
        logging.getLogger(name).setLevel(logging.WARNING)
    _collect()
    try:
        app()
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    except FileNotFoundError as error:
        sys.stderr.write(f"{error if error.strerror is None else missing_file(error)}\n")
        sys.exit(2)


def missing_file(error: FileNotFoundError) -> str:
    """A sentence about a file that is not there."""
    return f"There is no file {error.filename}. Check the name and try again."
