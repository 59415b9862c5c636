"""A wish for our desk in the same breath as a need: "a person please, meals 45402".

The words of the wish say nothing about the need ("a person" resembles an aide), so the need is read without them.
"""

import re
from typing import List, Match

_WHO = r"(?:an? |some |the |your |another )?(?:(?:real|live|actual|living|human) )*(?:person|human being|human(?! being)|operator|agent|representative|rep)"
_SOMEONE = r"(?:someone|somebody|anyone|anybody)(?= (?:about|there|here|please|now|instead|at|from|over|than|and not)\b|\s*(?:$|[.,;!?]))"
_I_WANT = (
    r"(?:(?:i|we|please|pls|just|only|can|could|may|would|i'd|id|like|wants?|needs?|wanna|gotta|have|rather|to|me|get|let|"
    r"prefer|instead|better|now) )*"
)
_COURTESY = r"(?:[, ]+(?:una persona|a person|please|pls|instead|first|por favor|mejor|de verdad|de carne y hueso|real))*"
_YOU = r"(?:you|yall|y'all|ya'll|u|someone|somebody|anyone|anybody|one of you)(?: (?:all|guys|folks|people))?"
_ENGLISH = (
    rf"{_I_WANT}(?:talk|speak|chat)(?:ing)? (?:to|with) (?:{_WHO}|{_SOMEONE})",
    rf"{_I_WANT}(?:want|need|get|give|like|prefer)(?: me| to have)? {_WHO}\b(?! (?:to|who|that|from the)\b)",
    r"(?:an? )?(?:real |live |human )?(?:person|human|operator),? (?:please|pls)\b",
    r"is there (?:an? |any )?(?:real |live )?(?:person|someone|somebody|anyone) (?:there |here )?(?:that )?(?:i|we) (?:can|could) (?:talk|speak) (?:to|with)",
    rf"{_I_WANT}(?:have |can |could |will |would )?(?:somebody|someone|a (?:real )?person|anybody|you) (?:to )?(?:please |just )?(?:call|phone|ring) me(?: back)?",
    r"(?:have|get|let|ask|send|want|need) (?:some ?(?:body|one)|an? (?:real |live |human )?(?:person|human)|any ?(?:body|one))(?: \w+)? (?:to )?(?:call|phone|ring|reach|contact) (?:me|us|her|him|my \w+)\b",
    r"(?:can|could|may|would|will|is there) (?:an? |any )?(?:real |live |actual )?(?:person|human(?: being)?|operator)(?: (?:there|here|from \w+))?(?: (?:please|just|to|who can|that can)){0,2} (?:help|call|phone|talk to|speak (?:to|with)|answer) (?:me|us|him|her)\b",
    r"(?:can|could|would|will) (?:you|somebody|someone|anybody)(?: (?:from|at|in) (?:your|the) \w+)?(?: please| just)? (?:call|phone|ring)(?: around| there| them)? for (?:me|us|him|her)\b",
    r"is there (?:an? |any )?(?:real |live |actual )?(?:person|human)(?: being)? (?:there|here)(?=\s*(?:$|[.,;!?]))|\bany(?:body|one) human\b",
    r"(?:no|not an?) (?:machine|robot|computer),?(?: please,?)? an? (?:real |live )?(?:person|human)",
    r"^(?:(?:no|well|but|so|hey|and)[ ,]+)?(?:i )?(?:just |already |only )?(?:said|told (?:you|u|ya)|typed|sent|wrote|put|texted|asked for|want|need)(?: the word| for)?[ ,:]*(?:an? )?person(?=\s*(?:$|[.,;!]))",
    r"^(?:(?:ok|okay|well|fine|yes|sure|all right|alright)[ ,.]+)?(?:an? )?(?:real )?person[ ,.]*(?:then|i guess|i suppose|fine|instead|is fine|would be (?:good|better|fine|nice)|i (?:said|typed|sent|told you)|like i said|already|now|again)(?=\s*(?:$|[.,;!]))",
    r"(?:don't|dont|do) (?:you|yall|y'all|u)(?: all| not| even)* have (?:an? |any )?(?:real |live )*(?:person|people|human)s?(?: (?:there|i can (?:talk|speak) to|to (?:talk|speak) (?:to|with)))*(?=\s*(?:$|[.,;!?]))",
    rf"(?:can|could|will|would|can't|couldn't|won't) (?:{_YOU})(?: (?:please|just|maybe))* (?:call|phone|ring|dial)(?: (?:up|'?em|them|him|her|there|(?:that|the) (?:\w+ )?(?:one|place|office|agency|number)|these (?:people|places)|those (?:people|places)))*(?: up)? for (?:me|us|him|her|my \w+)\b",
    rf"(?:can|could|will|would) (?:{_YOU}) (?:please )?do (?:it|the calling|that) for (?:me|us|him|her)\b",
    r"you can (?:please )?(?:call|phone) for (?:me|us)\b",
    r"(?:sign me up|put me down) (?:for (?:a|the|that) (?:call|person)|with (?:somebody|someone|a person))\b",
    r"(?:(?:^|(?<=[.,;!?] )|(?<=[.,;!?]))an? )person(?: like i said| as i said)\b",
    r"^(?:please |just )?(?:call|phone|ring) me(?: back)?(?= (?:please|at|on|about|later|today|tomorrow|now|when|after|before|instead|for)\b|\s*(?:$|[.,!?]))",
)
_SPANISH = (
    r"(?:(?:yo|quiero|quisiera|necesito|deseo|puedo|podria|podría|me gustaria|me gustaría|prefiero|mejor|por favor|solo|ocupo) )*"
    r"(?:hablar|platicar|conversar|comunicarme) con (?:una |alguna |un |la |el )?(?:persona|humano|operador\w*|agente|alguien(?= (?:sobre|acerca|por favor|ya|ahora|ah[ií]|aqu[ií]|de (?:la oficina|ustedes))\b|\s*(?:$|[.,;!?])))",
    r"(?:una )?persona,? por favor",
    r"(?:la |una )?persona,? como (?:ya )?le dije",
    r"^(?:(?:bueno|si|sí|pues) )*(?:ap[uú]nt|an[oó]t)[ea](?:me|nos)(?: por favor)?$",
    r"(?:ap[uú]nt|an[oó]t)[ea](?:me|nos) para (?:la llamada|que me llamen)",
    r"(?:quiero|necesito|deme|ocupo|quisiera) (?:a )?una persona(?! (?:que|para|de)\b)",
    r"(?:^(?:(?:s[ií]|ok|bueno|pues),? )*|(?:(?:quiero|quisiera|necesito|prefiero|mejor|por favor) )+)que (?:alguien )?(?:me|nos) (?:llamen?|hablen?|marquen?)(?: por tel[eé]fono)?(?: (?:una persona|alguien))?",
    r"(?:ap[uú]nt[ea]me|an[oó]t[ea]me|p[oó]ngame|comun[ií]queme|p[aá]s[ea]me) con (?:alguien|una persona|un\w* \w+)",
    r"(?:una persona|alguien)(?: de (?:ustedes|ah[ií]|la oficina))? (?:que )?(?:hable|llame|llamara) por (?:m[ií]|nosotros|ella|[eé]l)(?!\w)",
    r"(?:puede|podr[ií]a|pueden) (?:\w+ )?(?:ayudar|llamar|atender|hablar)(?:me|nos)? (?:una persona|alguien)(?: de (?:ustedes|ah[ií]|la oficina))",
    r"(?:puede|podr[ií]a) (?:una persona|alguien)(?: de (?:ustedes|ah[ií]|la oficina))? (?:llamar|hablar|marcar)(?:me|nos|le)(?!\w)",
    r"(?:es mejor |mejor |prefiero )(?:si |que )?me (?:hablan?|hablen|llaman?|llamen) (?:por tel[eé]fono|a m[ií])",
    r"(?:si |que )*alguien (?:me |nos |la |lo |le )?(?:puede|podr[ií]a|pudiera) (?:llamar|hablar|marcar)(?:me|nos|la|lo|le)(?!\w)",
    r"(?:una persona|alguien) (?:me|nos) (?:llame|puede llamar|hable)(?! (?:de vez|cada|todos|a diario))",
    r"(?:(?:mejor|prefiero|quiero|quisiera|que) )+(?:una persona|alguien)(?: de (?:ustedes|ah[ií]|la oficina))? (?:me|nos|le|les|la|lo) (?:hable|llame|marque)n?(?! (?:de vez|cada|todos|a diario))(?: (?:a (?:m[ií]|ella|[eé]l|mi \w+)|por tel[eé]fono))*",
    r"una persona que (?:me|nos|le) (?:ayude|oriente|atienda|explique|llame|hable)(?:(?= (?:por favor|ya|ahora|hoy))|(?=\s*(?:$|[.,;!])))",
    r"^(?:ya )?(?:le |les )?(?:dije|puse|escrib[ií]|mand[eé]) (?:que )?persona(?=\s*(?:$|[.,;!]))",
)
_ASKS = re.compile(
    rf"(?<!\w)(?:{'|'.join((*_ENGLISH, *_SPANISH))}){_COURTESY}(?!\w)", re.IGNORECASE
)
# The word that we tell people to send, as it is written in our texts.
_OUR_WORD = re.compile(r"(?<!\w)(?:PERSON|PERSONA)(?!\w)")
# "I don't want to talk to a person"; "when will somebody call me" asks for news.
_REFUSED = re.compile(
    r"\b(?:don't|dont|do not|doesn't|doesnt|didn't|didnt|won't|wont|not|no|never|without|rather than|instead of|sin|nunca|en vez de)(?: \w+){0,3}\s*$|"
    r"\b(?:when|what time|how soon|did|has|if|cuando|cu[aá]ndo|a que hora|si)\s*$",
    re.IGNORECASE,
)
# "I just want to talk to somebody, it's so quiet since he died" wants company.
_LONESOME = re.compile(
    r"\b(?:lonely|lonesome|alone|quiet|miss (?:him|her)|viejit[oa]s?|los viejos|ancian[oa]s|old folks|shut ?ins|sad|depressed|griev\w+|cry\w*|sol[oa]s?|triste|extra[nñ]o|llor\w+|died|passed|lost my|grief|muri[oó]|falleci[oó]|perd[ií]|duelo|exploto|nervios)\b",
    re.IGNORECASE,
)
# "Am I talking to a real person or a machine?" asks who we are.
_OR_A_MACHINE = re.compile(
    r"\b(?:or|o) (?:an? |una? )?(?:machine|robot|computer|recording|bot|m[aá]quina|computadora|grabaci[oó]n)\b",
    re.IGNORECASE,
)
# Whoever tells much and then wants to talk to "someone" wants company or a counselor.
_ANYBODY = re.compile(r"\b(?:someone|somebody|anyone|anybody|alguien)\b", re.IGNORECASE)
_FEW = 14  # words
# Somebody who calls is of our desk, however long the message is.
_TO_CALL = re.compile(
    r"(?<!\w)(?:PERSON|PERSONA)(?!\w)|\b(?:call|phone|ring)(?: \w+){0,4} (?:me|us|for me|for us)\b|\b(?:me|nos) (?:llam|habl|marqu)\w+"
)
_LETTERS = re.compile(r"[^\W\d_]")


def asks_for_person(text: str) -> bool:
    """Whether a person of our desk is asked for in so many words."""
    return bool(_wishes(text))


def without_person_request(text: str) -> str:
    """`text` without that wish; empty where nothing else was written."""
    rest = text
    for wish in reversed(_wishes(text)):
        rest = f"{rest[: wish.start()]} {rest[wish.end() :]}"
    rest = " ".join(rest.split()).strip(" ,.;:-")
    return rest if _LETTERS.search(rest) or rest == text else ""


def _wishes(text: str) -> List[Match[str]]:
    if (
        _LONESOME.search(text)
        or _OR_A_MACHINE.search(text)
        or (_ANYBODY.search(text) and len(text.split()) > _FEW and not _TO_CALL.search(text))
    ):
        return []
    found = [*_ASKS.finditer(text)] or [*_OUR_WORD.finditer(text)]
    return [wish for wish in found if not _REFUSED.search(text[: wish.start()])]
