"""Cut private numbers out before anything is stored, logged or sent on.

Social Security, Medicare (MBI and the old HICN), card, bank and routing numbers; what stands after words like
password, PIN or account; codes that were texted; also spaced, with dashes, spelled in words and split over words
(gateway/safety/spelled_codes.py). Phone numbers, ZIPs and our references stay.
"""

from __future__ import annotations

import re

from stdnum import luhn

from gateway.safety.spelled_codes import cut_spelled
from gateway.safety.spoken_numbers import WORD, phones_in_digits

MARK = "[removed]"
_SSN = re.compile(r"(?<![\d-])(?!000|666|9\d\d)\d{3}([- .])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])")
# Nine digits in a row are a Social Security or a routing number; nothing that we ask for is as long.
_NINE = re.compile(r"(?<![\d.,$/-])\d{9}(?!\d|[.,/-]\d)")
# Old Medicare ids: a Social Security number with a letter behind it, or, from the railroad, before it.
_HICN = re.compile(
    r"\b\d{3}[- ]?\d{2}[- ]?\d{4}(?:[- ]?[A-HJ-MTW][1-9]?|-?[A-Z])\b|\b[A-Z]{1,3}-?\d{3}-?\d{2}-?\d{4}\b",
    re.IGNORECASE,
)
_THREES = re.compile(r"(?<![\d-])\d{3}([- ])\d{3}\1\d{3}(?![\d-])")
_CARD = re.compile(r"(?<!\d)(?:\d[ .-]?){12,18}\d(?!\d)")
# Ten digits as telephones are written, with or without the 1 before them.
_PHONE = re.compile(r"\+?(?:1[- .]?)?\(?\d{3}\)?[- .]\d{3}[- .]\d{4}")
_PHONE_IN_ONE = re.compile(r"1?[2-9]\d{2}[2-9]\d{6}")
_ACCOUNT = re.compile(r"account|acct|cuenta|routing|card|tarjeta", re.IGNORECASE)
_LINK = r"\s*(?:is|are|es|son|was|era|:|=|#|'s|number|numero|número|no\.?|num)*\s*"
# "of my mother", "de mi banco", "at Chase": a few words between what it is and the number.
_OWNER = r"(?:\s+(?:(?:at|with|en) \w+|of|for|at|on|from|de|del|para|en|my|mi|su|his|her|mom'?s?|mother'?s?|dad'?s?|mama|papa|bank|banco|the|la|el|email|card|account|wife'?s?|husband'?s?)|\s+ending(?: in)? \d{4}){0,4}"
_AFTER_WORD = re.compile(
    r"\b(?P<word>(?:social security|ssn|ss ?#|social|seguro(?: social)?|routing|account|acct|cuenta|card|tarjeta|ebt|medicare|medicaid|"
    r"passport|pasaporte|(?:driver'?s? )?licen[sc]e|licencia|member|policy|poliza|claim|alien)(?: (?:id|number|numero|número|num|no|#))?)"
    rf"(?P<link>{_OWNER}{_LINK})(?P<number>[A-Z]{{0,2}}(?:\d[ -]?){{5,17}}\d[A-Z]?)(?![\w])",
    re.IGNORECASE,
)
_LAST_FOUR = re.compile(
    r"\b(?P<word>(?:last|ultimos|últimos|final) (?:four|4|cuatro)(?: (?:digits|numbers|numeros|números|digitos|dígitos))?|ends? in|ending in|termina en)"
    rf"(?P<link>(?: (?:of|de)(?: \w+){{1,4}})?{_LINK})(?P<number>\d(?:[ -]?\d){{3}})(?!\d)",
    re.IGNORECASE,
)
_OF_A_PHONE = re.compile(
    r"\b(?:phone|cell|telephone|tel[eé]fono|celular|(?:the|that|my|her|his) (?:phone )?number (?:(?:that )?(?:i|you|we) (?:gave|have|put|wrote|got)|is wrong)|wrong number|n[uú]mero (?:que (?:le |les )?(?:di|puse)|est[aá] mal))\b",
    re.IGNORECASE,
)
_OF_A_SECRET = re.compile(
    r"\b(?:social|ssn|seguro|card|tarjeta|account|acct|cuenta|bank|banco|medicare|medicaid|routing|pin|clave)\b",
    re.IGNORECASE,
)
_SECRET_WORD = r"(?:password|passcode|pass word|pw|contraseñ?a|contrasena|clave|pin|nip)(?: (?:number|code|numero))?"  # noqa: S105 (what it is called, not one)
# After "is" whatever it is; else only what no word looks like.
_SECRET = re.compile(
    rf"\b(?P<word>{_SECRET_WORD})(?P<link>{_OWNER}(?:\s*(?:\bis\b|\bes\b|\bwas\b|'s|:|=)\s*(?!(?:not?|what|wrong|right|lost|gone|the|too|so|just|still|"
    r"all|mala?|incorrect\w*|correct\w*|la|el|lo|muy|needed|required|expired|locked|blocked|working|hard|que|una?)\b)(?=\S{3})|\s+(?=\S*\d)(?!\d{5}\b|\+?1?[-(]?\d{3})(?=\S{4})|\s+(?=\d{4}\b)))"
    rf"(?P<secret>\S{{3,40}}(?:\s+(?:{WORD.pattern}|\d{{1,4}}\b)){{0,7}})",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?P<word>cvv2?|cvc|security code|(?:the )?code (?:they|he|she|that|on|from|i)\b[^.!?\d]{0,40}|verification code|codigo (?:de (?:seguridad|verificacion)|que)[^.!?\d]{0,40}|"
    rf"código (?:de (?:seguridad|verificación)|que)[^.!?\d]{{0,40}})(?P<link>{_LINK})(?P<number>\d{{3,8}})(?!\d)|\b(?P<before>code\b{_LINK})(?P<back>\d{{3,4}})(?= on the back)",
    re.IGNORECASE,
)


def cut_private_numbers(text: str) -> tuple[str, bool]:
    """The text without private numbers, and whether there were any; telephone numbers in words come in digits."""
    text = phones_in_digits(text)
    clean = cut_spelled(text, MARK)
    clean = _HICN.sub(MARK, clean)
    clean = _SSN.sub(MARK, clean)
    clean = _NINE.sub(MARK, clean)
    clean = _THREES.sub(MARK, clean)
    clean = _CARD.sub(_card, clean)
    clean = _AFTER_WORD.sub(_after_word, clean)
    clean = _LAST_FOUR.sub(_last_four, clean)
    clean = _SECRET.sub(lambda m: f"{m['word']}{m['link']}{MARK}", clean)
    clean = _CODE.sub(lambda m: f"{m['word'] or m['before']}{m['link'] or ''}{MARK}", clean)
    return clean, clean != text


def _last_four(match: re.Match[str]) -> str:
    """ "The number I gave you is wrong, it ends in 0191" is a telephone put right."""
    before = match.string[: match.start()]
    if _OF_A_PHONE.search(before) and not _OF_A_SECRET.search(match.string):
        return match.group()
    return f"{match['word']}{match['link']}{MARK}"


def _card(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match.group())
    return MARK if luhn.is_valid(digits) else match.group()


def _after_word(match: re.Match[str]) -> str:
    # "Call my card office at 937-555-0142", "Medicare is 8006334227"; an account may have ten digits as well.
    said = match["number"].strip()
    in_one = _PHONE_IN_ONE.fullmatch(said) and not _ACCOUNT.match(match["word"])
    if _PHONE.fullmatch(said) or in_one:
        return match.group()
    return f"{match['word']}{match['link']}{MARK}"
