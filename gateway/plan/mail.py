"""E-mail to oneself over SMTP. The address is used once and never stored."""

from __future__ import annotations

import re
import smtplib
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

_ADDRESS = re.compile(r"[^\s@<>\",;:()\[\]\\]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LIMIT_S = 12.0


class MailError(Exception):
    """The server did not take it; trying again later can help."""


def is_address(text: str) -> bool:
    """Whether `text` can be one e-mail address: no line breaks, no second address, no header."""
    return len(text) <= 200 and _ADDRESS.fullmatch(text) is not None


@dataclass(frozen=True)
class Mailer:
    """`url` is smtp://user:password@host:587 or smtps://…; `sender` is the address it comes from."""

    url: str
    sender: str

    def send(self, to: str, subject: str, body: str, pdf: bytes) -> None:
        """Raises MailError."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, to, subject
        message.set_content(body)
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename="my-plan.pdf")
        parts = urlsplit(self.url)
        kind = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
        port = parts.port or (465 if parts.scheme == "smtps" else 587)
        try:
            with kind(parts.hostname or "", port, timeout=_LIMIT_S) as server:
                if parts.scheme == "smtp" and server.ehlo()[0] and server.has_extn("starttls"):
                    server.starttls()
                if parts.username:
                    server.login(unquote(parts.username), unquote(parts.password or ""))
                server.send_message(message)
        except (OSError, smtplib.SMTPException) as error:
            raise MailError(type(error).__name__) from error
