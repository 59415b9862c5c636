"""What Twilio's codes mean for a text, a line and the desk. One table, with the quirk beside each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Action = Literal["never_again", "opted_out", "later", "operator", "give_up"]


@dataclass(frozen=True)
class Meaning:
    """What to do, and what to tell the desk."""

    action: Action
    words: str


_UNKNOWN = Meaning("give_up", "The carrier did not take it.")
_MEANINGS = {
    # The line can never be texted: somebody has to call.
    "30005": Meaning("never_again", "unknown number"),
    "30006": Meaning("never_again", "landline"),
    "21211": Meaning("never_again", "not a phone number"),
    "21614": Meaning("never_again", "not a mobile number"),
    # The carrier holds a STOP from this phone; only START from the phone itself lifts it.
    "21610": Meaning("opted_out", "blocked by the carrier after STOP"),
    # May pass: the phone is off, a queue is full, the carrier gives no reason.
    "30001": Meaning("later", "queue full"),
    "30003": Meaning("later", "phone off or out of reach"),
    "30008": Meaning("later", "unknown error of the carrier"),
    "20429": Meaning("later", "too many requests"),
    "21611": Meaning("later", "queue full"),
    # The operator has something to set right; until then no text gets through.
    "20003": Meaning("operator", "Twilio refuses our key. Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."),
    "21408": Meaning("operator", "Allow texts to the United States in Twilio's geographic permissions."),
    "21603": Meaning("operator", "TWILIO_FROM is missing or wrong. Set it to your number at Twilio."),
    "21606": Meaning("operator", "TWILIO_FROM cannot send texts. Check the number at Twilio."),
    "21659": Meaning("operator", "TWILIO_FROM is not a number of this account. Check it at Twilio."),
    "30002": Meaning("operator", "Twilio has suspended the account. Open Twilio's console."),
    "30007": Meaning("operator", "A carrier takes our texts for spam. Ask Twilio's support, with this text."),
    "30032": Meaning("operator", "Verify the toll-free number with Twilio. Until then carriers block its texts."),
    "30034": Meaning("operator", "Register the number for 10DLC with Twilio. Until then carriers block its texts."),
    # This text only.
    "21617": Meaning("give_up", "too long"),
    "30004": Meaning("give_up", "blocked on the phone or by its carrier"),
}  # fmt: skip


def meaning_of(code: str) -> Meaning:
    """The meaning of Twilio's code; of an HTTP status where there was no code."""
    if code in ("429", "500", "502", "503", "504"):
        return Meaning("later", f"Twilio answered {code}")
    if code in ("401", "403"):
        return _MEANINGS["20003"]
    return _MEANINGS.get(code, _UNKNOWN)
