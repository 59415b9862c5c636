"""The mail to an agency: a link and nothing else. It names no person, no need and no place."""

from __future__ import annotations


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
