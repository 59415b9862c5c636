"""`porchlight desk`: accounts for coordinators, keys, and whether the audit trail is whole."""

from __future__ import annotations

import secrets
from typing import Annotated

import typer
from cryptography.fernet import InvalidToken

from porchlight.errors import UserError
from referrals.audit import Audit
from referrals.settings import Settings
from referrals.staff import Staff
from referrals.storage.keys import renew_all
from referrals.usecases import Referrals

app = typer.Typer(help="The coordinators' desk.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """The coordinators' desk."""


def _open() -> Referrals:
    return Referrals.open(Settings.read())


@app.command("create-user")
def create_user(
    name: Annotated[str, typer.Argument(help="the name to sign in with")],
    role: Annotated[str, typer.Option(help="coordinator, lead or admin")] = "coordinator",
    password: Annotated[str | None, typer.Option(help="made and shown once when left out")] = None,
) -> None:
    """Create an account, or give an existing one a new password."""
    made = password or secrets.token_urlsafe(12)
    try:
        Staff(_open()).create(name, made, role)
    except ValueError as error:
        raise UserError(str(error)) from None
    typer.echo(f"{name} may use the desk as {role}.")
    if password is None:
        typer.echo(f"Password, shown only now: {made}")


@app.command("remove-codes")
def remove_codes(
    name: Annotated[str, typer.Argument(help="whose one-time codes are lost")],
) -> None:
    """Ask an account for no one-time code any more."""
    try:
        Staff(_open()).remove_code(name)
    except LookupError as error:
        raise UserError(str(error)) from None
    typer.echo(f"{name} signs in with the password alone.")


@app.command("renew-keys")
def renew_keys() -> None:
    """Put all that is encrypted under the first key of VAULT_KEYS; after that, older ones may go."""
    room = _open()
    try:
        count = renew_all(room.engine, room.vault)
    except InvalidToken:
        raise UserError(
            "Something is locked with a key that is not in VAULT_KEYS. Nothing was changed."
        ) from None
    typer.echo(f"{count} values are under the newest key.")


@app.command("audit")
def audit() -> None:
    """Whether the audit trail is whole; status 2 when lines were changed or taken out."""
    if not Audit(_open()).is_whole():
        raise UserError("The audit trail is not whole: lines were changed or taken out.")
    typer.echo("The audit trail is whole.")
