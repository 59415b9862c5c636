"""The mail to an agency: a link and nothing else. It names no person, no need and no place."""

from __future__ import annotations

import os
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Protocol


class MailError(Exception):
    """The mail was not taken by the server; the link can be given by hand."""


class Mailer(Protocol):
    """Takes a mail to an address."""

    def send(self, to: str, subject: str, text: str) -> None: ...


@dataclass(frozen=True)
class SmtpMailer:
    """A mail server, with STARTTLS unless it is on this machine."""

    host: str
    port: int
    user: str
    password: str
    sender: str

    def send(self, to: str, subject: str, text: str) -> None:
        """Raises MailError."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, to, subject
        message.set_content(text)
        try:
            with smtplib.SMTP(self.host, self.port, timeout=10) as server:
                if self.host not in ("127.0.0.1", "localhost"):
                    server.starttls(context=ssl.create_default_context())
                if self.user:
                    server.login(self.user, self.password)
                server.send_message(message)
        except (OSError, smtplib.SMTPException) as error:
            raise MailError(type(error).__name__) from error


def mailer_from_environment() -> Mailer | None:
    """From SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD and MAIL_FROM; None without a host."""
    env = os.environ
    if not env.get("SMTP_HOST"):
        return None
    return SmtpMailer(
        env["SMTP_HOST"],
        int(env.get("SMTP_PORT", "587")),
        env.get("SMTP_USER", ""),
        env.get("SMTP_PASSWORD", ""),
        env.get("MAIL_FROM", "porchlight@localhost"),
    )


def link_mail(link: str, days: int) -> tuple[str, str]:
    """(subject, text) of the mail. The details are behind the link, not in the mail."""
    text = (
        "Somebody who needs help has agreed that we tell you about them.\n\n"
        f"Open this page to see what they need. It opens once, within {days} days:\n{link}\n\n"
        "On the page you can also tell us whether you can help.\n"
        "If it does not open, reply to this mail and we send a new link.\n\n"
        "The Porchlight desk\n"
    )
    return "A person asks for your help", text
