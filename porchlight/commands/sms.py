"""`porchlight sms`: is the text line set up, and what has it cost."""

from __future__ import annotations

import typer

from gateway.settings import Settings
from gateway.sms.check import check as look
from porchlight.errors import UserError
from referrals.outbox.costs import costs as read_costs
from referrals.settings import Settings as ReferralSettings
from referrals.usecases import Referrals

app = typer.Typer(help="The text line.", no_args_is_help=True)


@app.command()
def check() -> None:
    """Check settings, reachability, signatures and Twilio's side. Sends no text."""
    wrong = 0
    for finding in look(Settings.read()):
        typer.echo(f"{'ok ' if finding.fine else 'FIX'} {finding.what}: {finding.words}")
        wrong += not finding.fine
    if wrong:
        raise UserError(f"The text line is not ready: {wrong} to fix.")
    typer.echo("The text line is ready.")


@app.command()
def costs() -> None:
    """Segments of each conversation, the dearest first, and what they cost about."""
    settings = Settings.read()
    found = read_costs(Referrals.open(ReferralSettings.read()), settings.segment_cents)
    for line in found.lines:
        typer.echo(f"{line.name}  {line.sent} sent, {line.received} received  ${line.dollars:.2f}")
    typer.echo(f"Together {found.sent} sent, {found.received} received: ${found.dollars:.2f}")
