"""Mail over SMTP: links to agencies from the desk, plans to those who made them. No address is stored here."""

from __future__ import annotations

import os
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage

_LIMIT_S = 12.0


class MailError(Exception):
    """The server did not take it; trying again later can help."""


@dataclass(frozen=True)
class Mailer:
    """A mail server, with STARTTLS unless it is on this machine."""

    host: str
    port: int
    user: str
    password: str
    sender: str

    def send(self, to: str, subject: str, text: str, pdf: tuple[str, bytes] | None = None) -> None:
        """`pdf`: file name and content to attach. Raises MailError."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, to, subject
        message.set_content(text)
        if pdf is not None:
            name, content = pdf
            message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
        try:
            with smtplib.SMTP(self.host, self.port, timeout=_LIMIT_S) as server:
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
    return Mailer(
        env["SMTP_HOST"],
        int(env.get("SMTP_PORT", "587")),
        env.get("SMTP_USER", ""),
        env.get("SMTP_PASSWORD", ""),
        env.get("MAIL_FROM", "porchlight@localhost"),
    )
