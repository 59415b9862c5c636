"""The carriers' words: opting out and in, and asking for help. Plain words are in plain_opt_out.py."""

from __future__ import annotations

import re

from gateway.sms.opt_in import asks_to_come_back
from gateway.sms.plain_opt_out import opts_out_in_plain_words
from referrals.takes_back import takes_back

STOP_WORDS = frozenset("stop unsubscribe end quit stopall revoke optout cancel".split())
START_WORDS = frozenset("start unstop".split())
# People send what a text tells them to send, word for word.
_ASKED_TO_SEND = frozenset("text reply type escriba conteste".split())
HELP_WORDS = frozenset("help info ayuda".split())


def single_word(text: str) -> str:
    """The message's only word, bare of punctuation; empty when it has several."""
    words = re.sub(r"[^\w ]+", " ", text.lower()).split()
    return words[0] if len(words) == 1 else ""


def is_stop(text: str) -> bool:
    """A carrier's word alone, or opting out in plain words; never where the message merely has one.

    "I don't want it no more, cancel" is of a request for a person: the bot takes that back, or says that none is open.
    """
    if single_word(text) in STOP_WORDS:
        return True
    return opts_out_in_plain_words(text) and not takes_back(text)


def is_start(text: str, opted_out: bool) -> bool:
    """Opting in again; YES and plain words count only from a number that is opted out."""
    return single_word(text) in START_WORDS or (opted_out and asks_to_come_back(text))


def is_help(text: str) -> bool:
    """HELP, INFO or AYUDA alone, also as people copy it: "reply HELP". "Send help" is a cry for it."""
    words = re.sub(r"[^\w ]+", " ", text.lower()).split()
    return bool(words) and words[-1] in HELP_WORDS and not set(words[:-1]) - _ASKED_TO_SEND


def what_carriers_do(word: str) -> str | None:
    """What Twilio itself does with a message of this one word, by its default settings."""
    if word in STOP_WORDS:
        return "STOP"
    if word in START_WORDS:
        return "START"
    return "HELP" if word in ("help", "info") else None
