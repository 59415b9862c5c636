"""`porchlight chat`: talk in the terminal with a Porchlight that runs."""

from __future__ import annotations

from typing import Annotated

import httpx
import typer

from porchlight.errors import UserError
from porchlight.evaluation.client import Conversation, words_of
from porchlight.settings import Settings


def command(
    url: Annotated[
        str | None, typer.Option(help="where it runs; this machine when left out")
    ] = None,
    language: Annotated[str | None, typer.Option(help="en or es")] = None,
) -> None:
    """Talk in the terminal. `make run` must be running; an empty line ends."""
    address = url or f"http://127.0.0.1:{Settings.read().port}"
    with httpx.Client() as client:
        conversation = Conversation(address, client, language)
        while line := _read():
            try:
                typer.echo(words_of(conversation.say(line)) + "\n")
            except httpx.HTTPError:
                raise UserError(f"Nothing answers at {address}. Start it first: make run") from None


def _read() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""
