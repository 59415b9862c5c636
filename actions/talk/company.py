"""Somebody who calls or comes by only to talk is company, and no wish for our desk: "is there anybody that phones lonely people"."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.turn import Turn

_NEED, _SURE = "social_connection", 0.85
# Who would come, and what for.
_SOMEBODY = re.compile(
    r"\b(?:some(?:body|one)|any(?:body|one)|people|folks|friends?|volunteers?|a person|a group|a club|alguien|gente|personas?|amig[oa]s?|voluntari[oa]s?)\b"
)
_ONLY_TO_TALK = re.compile(
    r"\b(?:to|and|just|only|for|a|solo|nomas|a|para|que|y) (?:\w+ ){0,2}?(?:talk\w*|chat\w*|visit\w*|company|say hello|check(?:s|ing)? (?:in )?on (?:me|us|her|him)|"
    r"platic\w+|plátic\w+|charl\w+|convers\w+|convivi\w+|visit\w+|acompa\w+|compan\w+|saluda\w*)\b|\b(?:calls?|phones?|visits?|llam\w+|habl\w+|visit\w+)(?: \w+){0,8}? (?:lonely|alone|lonesome|by (?:yourself|themselves|myself)|sol[oa]s?|solit[oa]s?)\b"
)
# Of this desk, or about something: "somebody to talk to about my rent".
_OF_US = re.compile(
    r"\b(?:your|you|y'all|yall|ustedes|usted|su) (?:office|desk|people|side|oficina)\b|\bwith you\b|\bcon ustedes?\b|\babout\b|\bsobre\b|\b(?:real|live|human)\b"
)


def hear_a_wish_for_company(turn: Turn) -> None:
    """Read as a request for company what the classifier took for a wish to speak with our desk."""
    heard = turn.heard
    if heard.act != "person" or heard.asks_person or not heard.needs:
        return
    likeliest = heard.needs[0]
    if likeliest["need_id"] != _NEED or likeliest["score"] < _SURE:
        return
    plain = heard.plain
    wished = _SOMEBODY.search(plain) and _ONLY_TO_TALK.search(plain)
    if wished and not _OF_US.search(plain):
        turn.heard = replace(heard, act="ask_need", asks_share=float(likeliest["score"]))
        turn.led_to = "ask_need"
