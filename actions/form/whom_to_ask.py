"""Whom to ask for at a number: two who give their names as one, and somebody else than who writes.

"Harold and Jean Pelkey", "ask for tammy", "don't call me, call my mom, her name is Joyce".
"""

from __future__ import annotations

import re

from actions.form.naming import INTRODUCES, SMALL_WORDS, may_be_a_name
from actions.form.phone_numbers import without_phone

_NO_ONE_BY_NAME = frozenset(
    "he she they who and el ella que y pero but instead first before after at when if not please directly back there someone whoever again money help her him them me it".split()
)
_COUPLE = re.compile(
    r"^(?P<both>[A-Z\u00c1-\u00da][\w'-]+ (?:and|&|y) [A-Z\u00c1-\u00da][\w'-]+(?: [A-Z\u00c1-\u00da][\w'-]+)?)$"
)
_KIN = r"(?:mom|mama|mother|dad|father|daughter|son|wife|husband|sister|brother|niece|nephew|neighbor|friend|aide|granddaughter|grandson|aunt|uncle|cousin|mam[a\u00e1]|pap[a\u00e1]|hij[ao]|espos[ao]|herman[ao]|sobrin[ao]|niet[ao]|vecin[ao]|amig[ao]|t[i\u00ed][ao]|prim[ao]|cuidadora)"
_ASK_FOR = re.compile(
    rf"\b(?:ask for|pregunt\w+ por)\s+(?:(?:my|his|her|mi|su) (?P<kin>{_KIN})[,\s]*)?(?:(?:her|his|whose) name is |named |called |que se llama )?(?P<name>[^\W\d_]{{2,}})?",
    re.IGNORECASE,
)
_TALK_TO = re.compile(
    rf"\b(?:(?:speak|talk) (?:to|with)|(?:habl\w+|comuni\w+) con)\s+(?:my|his|her|mi|su) (?P<kin>{_KIN})\b[,\s]*(?:(?:her|his) name is |named |called |que se llama )?(?P<name>[A-Z\u00c1-\u00da][\w'-]+)?",
)
_CALL_KIN = re.compile(
    rf"\b(?:call|ring|phone|reach|llam\w+|marqu\w+)\s+(?:a )?(?:my|his|her|mi|su) (?P<kin>{_KIN})\b(?:[,\s]+(?P<intro>(?:and )?(?:her|his) name(?:'s| is)|she's|he's|named|called|que se llama|se llama|y se llama|su nombre es)?\s*(?P<name>[^\W\d_]{{2,}}))?",
    re.IGNORECASE,
)
_NUMBER_OF_KIN = re.compile(
    rf"\b(?:my|his|her|mi|su) (?P<kin>{_KIN})'?s? (?:cell |home |own )?(?:number|phone|cell)\b.*?\b(?:his|her) name(?: is|'s) (?P<name>[^\W\d_]{{2,}})",
    re.IGNORECASE,
)
_NO_CALL = re.compile(
    r"\b(?:don't|dont|do not|never|not|no|nobody|no one|nadie) (?:(?!call|ring|phone|llam|marq)\w+ ){0,3}$",
    re.IGNORECASE,
)


def couple(clause: str) -> str | None:
    """ "Harold and Jean Pelkey": two who give their names as one."""
    found = _COUPLE.match(INTRODUCES.sub("", without_phone(clause)).strip(" .,"))
    return found["both"] if found else None


def whom_to_ask_for(text: str) -> str | None:
    """Somebody else who is to be called or asked for: by name where one is told, else "daughter"; None for who writes."""
    for pattern in (_ASK_FOR, _TALK_TO, _CALL_KIN, _NUMBER_OF_KIN):
        for found in pattern.finditer(text):
            if _NO_CALL.search(text[: found.start()]):
                continue
            name = found["name"]
            if name and _is_told(found, name, text):
                return name.capitalize() if name.islower() else str(name)
            if found["kin"]:
                return str(found["kin"]).lower()
    return None


def _is_told(found: re.Match[str], name: str, text: str) -> bool:
    """A name behind words that lead to one, or written as one: "call my mom in the morning" names nobody."""
    if not may_be_a_name(name) or name.lower() in _NO_ONE_BY_NAME | SMALL_WORDS:
        return False
    leads = found.re is not _CALL_KIN or bool(found["intro"])
    return leads or (name[0].isupper() and not text.isupper())
