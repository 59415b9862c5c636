"""`porchlight desk`: accounts for coordinators."""

from __future__ import annotations

import secrets
from typing import Annotated

import typer

from porchlight.errors import UserError
from referrals.settings import Settings
from referrals.staff import Staff
from referrals.usecases import Referrals

app = typer.Typer(help="The coordinators' desk.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """The coordinators' desk."""


@app.command("create-user")
def create_user(
    name: Annotated[str, typer.Argument(help="the name to sign in with")],
    role: Annotated[str, typer.Option(help="coordinator, lead or admin")] = "coordinator",
    password: Annotated[str | None, typer.Option(help="made and shown once when left out")] = None,
) -> None:
    """Create an account, or give an existing one a new password."""
    made = password or secrets.token_urlsafe(12)
    staff = Staff(Referrals.open(Settings.read()))
    try:
        staff.create(name, made, role)
    except ValueError as error:
        raise UserError(str(error)) from None
    typer.echo(f"{name} may use the desk as {role}.")
    if password is None:
        typer.echo(f"Password, shown only now: {made}")
