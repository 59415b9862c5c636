"""Remarks about what was shown: "I don't have Medicaid", "I can't afford that", "whom do I call first?".

Their words resemble needs of their own. Taken for such, they would push aside what the person asked for.
"""

from __future__ import annotations

import re

from actions.ask_detail import answer_detail, say_field
from actions.show import find_help, service_ids, show_services
from actions.shown.answers import name_of, phone_of
from actions.shown.details import about_a_listed_service
from actions.shown.listed import first_to_call, last_page
from actions.shown.price import is_surely_free
from actions.shown.turned_down import NO_VETERAN
from actions.talk.said_kinds import kind_of
from actions.talk.told import say_noted
from actions.turn import Turn

_LONGEST = 14  # words; a longer message tells more than a remark
_WITHOUT_MEDICAID = re.compile(
    r"\b(?:(?:don't|dont|do not|doesn't|doesnt|does not|didn't|never) (?:have|got|get|qualify for)|not (?:on|got)|"
    r"(?:ain't|aint) (?:got|on)|isn't on|isnt on|no tengo|no tiene|no tenemos|sin|without|no) (?:any |no |el |the )?medicaid\b"
)
_TOO_MUCH = re.compile(
    r"\b(?:(?:can't|cant|cannot|can not|couldn't|couldnt|not sure (?:i|we|she|he) can|don't think (?:i|we|she|he) can|never) "
    r"(?:really )?(?:afford|pay)(?: for)?(?: (?:it|that|them|this|those|much|anything|nothing|a lot|none of (?:that|them|it)))*|"
    r"(?:too|so|awful|kind of|pretty|real) (?:expensive|high|much money|pricey|costly)(?: for (?:me|us))?|"
    r"no (?:lo |la |los )?(?:puedo|podria|podemos) pagar(?:lo|la|los)?|(?:muy|tan|demasiado) car[oa]s?|no me alcanza)$"
)
_PAPERS = re.compile(
    r"\b(?:undocumented|indocumentad[oa]s?|sin papeles|no tengo papeles|no tiene papeles|without papers|(?:no|my|got) immigration papers|(?:has|have|got) no papers|don't have (?:any )?papers|"
    r"(?:not|isn't|isnt|ain't) (?:a |an )?(?:us |american )?citizens?|no (?:soy|es|somos) ciudadan[oa]s?|green card|no status|"
    r"immigration|inmigracion|la migra|deport\w*|residencia legal|illegal(?:ly)? (?:here|in)|here illegal(?:ly)?)\b"
)
_WHOM_FIRST = re.compile(
    r"\b(?:(?:who|which|what)(?: one| number| of (?:them|these|those))? (?:do|should|would|must|can|d)? ?(?:i|we|she|he|you|u) (?:call|try|start|contact|phone|talk|speak|ask)(?: with| to| for)?"
    r"(?: first| up)?|tell me (?:who|which(?: one)?) to call|(?:what|who|which)(?:'s|s| is)? first|what do i do first|que hago primero|^(?:(?:y|and|so|ok|entonces|ahora|now) )*(?:que hago|que hacemos|what now|now what|y ahora|what (?:do|should|can) i do)(?: ahora| entonces| now| next| then)?$|\b(?:what now|now what|y ahora que(?: hago)?)$|which (?:one )?is (?:the )?(?:fast|quick|soon|easi)\w+|cual es (?:el |la )?mas (?:rapid|facil)\w*|which (?:one )?is (?:the )?best(?: (?:one|to call))?|where (?:do|should) i start|"
    r"which (?:one )?of (?:the(?:se|m)?|those|you) (?:\w+ )?(?:would|will|can|could|should|actually|really) (?:\w+ )?(?:help|do|pay|come|work|take|give)|which (?:one|place|number) (?:would|will|can|could) (?:\w+ )?(?:help|pay)|which (?:one )?(?:should|would) (?:i|we|she|he|\w+) (?:call|use|try|start with)(?: first)?|con cual (?:me quedo|empiezo|llamo)|cual de (?:ell[oa]s|est[oa]s|l[oa]s \w+) (?:si )?(?:ayuda|me ayuda|sirve|conviene|paga)|"
    r"(?:que|cual) me (?:recomienda|aconseja)|(?:what|which)(?: one)? (?:do|would) you (?:recommend|suggest|think is best)|(?:a )?(?:quien|cual) (?:de (?:ellos|estos) )?(?:llamo|debo llamar)(?: primero)?|por cual empiezo|cual es (?:el|la) mejor)\b"
)
_TELLS_ON_ME = re.compile(
    r"\b(?:will|would|do|are|can) (?:they|you|anyone|anybody|somebody|it) (?:going to |gonna )?(?:tell|let|find out) (?:him|her|them|my \w+|on (?:him|her|me))\b(?! (?:the|what|which|who|how|about|it|that|this|where|when)\b)|"
    r"\b(?:will|would|are) (?:they|anyone|anybody|somebody|it) (?:going to |gonna )?(?:call|contact) my (?:son|daughter|kids|family|children|husband|wife|brother|sister|landlord|boss|doctor)\b|"
    r"\b(?:take|takes|taking) it out on\b|\bget (?:her|him|me|them) in(?:to)? trouble\b|\bmake it worse for\b|\breport\w* (?:on )?(?:her|him|me|them)\b|"
    r"\b(?:le|les) van a (?:decir|avisar|contar|hacer)\b|\bdesquit\w+\b|\bse (?:va|van) a enterar\b"
)
# "She gets Medicaid", "I have Humana": told so that it can be said on the telephone.
_COVERED = re.compile(
    r"^(?:(?:yes|well|but|and|also|si|pero|y|pues) )*(?:i|she|he|we|they|mom|dad|my \w+|yo|ella|el|mi \w+)?(?:'m|'s|'ve)? ?(?:already |ya )?(?:have|has|got|gets|get|am on|is on|on|carry|tengo|tiene|tenemos|recibe|recibo)"
    r"(?: got)? (?:\w+ )?(?:(?:the|el|la) )?(?:medicaid|medicare|medi cal|humana|aetna|cigna|kaiser|insurance|blue cross|united ?healthcare|tricare|advantage|part [abcd]|ssi|ssdi|"
    r"disability|food stamps|snap|ebt|pension|seguro|parte [abcd])(?: (?:and|y|plus) \w+)*(?: (?:already|plan|card|ya|too|insurance))*$"
)
_IS_IT_FREE = re.compile(
    r"^(?:and |so |but |y )?(?:(?:is|are|was|does) (?:it|that|this|they|those|these|all of (?:them|these)) (?:all )?(?:free|cost\w*|no cost)|"
    r"(?:eso |todo )?(?:es|son) gratis)\b|\bwhich (?:one |ones |of them )?(?:is|are) (?:the )?free\b|"
    r"\bcual(?:es)? (?:de (?:ellos|estos) )?(?:es|son) gratis\b"
)
_TO_BRING = re.compile(
    r"\b(?:bring|papers?|paperwork|documents?|ready|handy|proof|id|to (?:apply|sign up|enroll)|llevar|papeles|documentos|listos?|a (?:la )?mano|preparad[oa]s?|para (?:aplicar|solicitar|inscribir\w*))\b"
)
_MUST_HAVE = re.compile(
    r"(?<!how )(?<!where )(?<!when )\b(?:do|does|would|must|will) (?:i|we|she|he|you|they|my \w+) (?:(?:have to|need to|got to|gotta) (?:be(?! (?:home|there|present|in|at)\b)|have|own|live|get)|(?<!they )(?<!you )(?:be|have|own|live|get))\b(?! (?:to\b(?! (?:be(?! (?:home|there|present|in|at)\b)|own|live|get)\b)|ready\b))|"
    r"\b(?:do|does) (?:i|we|she|he|you) need (?:medicaid|medicare|insurance|to be|to have|to own)\b|"
    r"\b(?:tengo|tiene|tenemos|hay) que (?:ser|tener|vivir|estar)\b(?! (?:gratis|barat\w+|facil|cerca))|\bnecesit(?:o|a) (?:tener|ser|medicaid|medicare|seguro)\b"
)


def is_remark(turn: Turn) -> bool:
    """Whether the message speaks of the list that was shown, so that it asks for no new need."""
    plain = turn.heard.plain
    if turn.memory.case.needs and _COVERED.search(plain):
        return True
    if not turn.memory.shown:
        return False
    if _IS_IT_FREE.search(plain) or _TELLS_ON_ME.search(plain) or _asks_whom_first(turn):
        return True
    return _remark_in(turn) is not None


def _remark_in(turn: Turn) -> str | None:
    """The plain words that make such a remark: all of the message where it is short, else the question in it."""
    patterns = (_WITHOUT_MEDICAID, NO_VETERAN, _TOO_MUCH, _PAPERS, _WHOM_FIRST, _MUST_HAVE)
    for words in (turn.heard.plain, turn.heard.question):
        if len(words.split()) <= _LONGEST and any(pattern.search(words) for pattern in patterns):
            return words
    return None


def _asks_whom_first(turn: Turn) -> bool:
    """As the bot's reader hears it, where nothing new is asked for."""
    return kind_of(turn) == "which_first" and turn.memory.pending is None


def asks_of_his_list(turn: Turn) -> bool:
    """Whether the message asks about a list of the person who is spoken of now, and for nothing new."""
    case = turn.memory.case
    asks = is_remark(turn) or about_a_listed_service(turn)
    return bool(turn.memory.shown and case.needs and not case.heard and asks)


def answer_remark(turn: Turn) -> bool:
    """True when the message was such a remark and has been dealt with."""
    plain = turn.heard.plain
    if _PAPERS.search(plain):
        turn.say("utter_papers")
        return is_remark(turn)
    if not is_remark(turn):
        return False
    if _COVERED.search(plain):
        find_help(turn) if not turn.memory.shown else say_noted(turn)
    elif _TELLS_ON_ME.search(plain):
        turn.say("utter_nobody_is_told")
    elif _IS_IT_FREE.search(plain):
        answer_detail(turn)
    elif _WITHOUT_MEDICAID.search(plain):
        say_field(turn, "eligibility")
    elif NO_VETERAN.search(plain):
        turn.say("utter_without_veterans")
    elif _TOO_MUCH.search(plain):
        only_free(turn)
    elif _WHOM_FIRST.search(plain) or _asks_whom_first(turn):
        say_whom_first(turn)
    else:
        say_field(turn, "have_ready" if _TO_BRING.search(plain) else "eligibility")
    return True


def only_free(turn: Turn) -> None:
    """The free ones; when these are the same as before, that is said instead of the list again."""
    if not turn.memory.case.needs:
        find_help(turn)
        return
    page = last_page(turn)
    if page and all(is_surely_free(view) for view in page):
        turn.say("utter_all_free")
        return
    before = [view.record.id for view in page]
    if before and service_ids(turn, free_only=True) == before:
        # None is left out: what each of them costs is the answer.
        say_field(turn, "cost")
    elif not show_services(turn, free_only=True):
        turn.say("utter_none_free")


def say_whom_first(turn: Turn) -> None:
    """The first of the page that can be called."""
    first = first_to_call(turn)
    if first is None:
        find_help(turn)
        return
    turn.memory.chosen = first.record.id
    turn.say("utter_start_with", name=name_of(first), phone=phone_of(first))
