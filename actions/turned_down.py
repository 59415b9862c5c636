"""Places that somebody has called already or does not want: they do not come back, and get no request."""

from __future__ import annotations

import re

from actions.listed import number_said, view_of
from actions.memory import FOR_VETERANS
from actions.named import named_services
from actions.show import service_ids, show_services
from actions.turn import Turn, asks_nothing_new
from resources_index.search.view import ServiceView

_LONGEST, _AFTER_A_NO = 40, 4  # words
# "I called the area agency already", "ya llamé al 211": done, and to no use.
_CALLED = re.compile(
    r"\b(?:i|we|she|he|they|my \w+)(?:'ve|'d| have| had)? (?:already |just |also )?(?:called|tried|phoned|rang|contacted|talked to|spoke (?:to|with)|been to|went to|asked)\b|\balready (?:called|tried|phoned|contacted|talked|spoke|been|asked|have)\b|"
    r"\bya (?:les |los |le |lo |la )?(?:llam\w+|habl\w+|marqu\w+|fui|fuimos|prob\w+|pregunt\w+)\b|\b(?:llame|hable|marque|fui|pregunte) (?:a|al|con|en|ahi)\b"
)
_NOT_THEM = re.compile(
    r"(?:^|[,.;!] ?)(?:no|nope|nah|please)?[, ]*(?:not|anything but|anybody but|anyone but|other than|besides|except|without|no mas|ya no|menos|que no sea|que no|otro que no sea|no quiero|sin|no) (?:the |that |those |this |el |la |los |las |ese |esa |al |con (?:el|la) )?|"
    r"\b(?:don't|dont|do not|won't|not going to|no) (?:want|call|calling|like|trust|need|quiero|llamo|llamar|me sirve|sirve)\b|\b(?:anyone|anybody|somebody|someone|something|anything) (?:else )?(?:but|besides|other than)\b|\botr[oa] que no sea\b"
)
_NO_GOOD = re.compile(
    r"\b(?:just|only) (?:reads?|gives?|sends?|tells?|has|have)\b|\b(?:sent|sends?) me (?:here|back|away|to you|around)\b|\b(?:no good|no help|useless|worthless|waste of time|rude|never (?:answer\w*|call\w*|pick\w*|help\w*)|(?:won't|can't|couldn't|didn't|doesn't|don't|dont|didnt|cant|wont) (?:help\w*|answer\w*|pick up|call back|do (?:that|anything|nothing)))\b|"
    r"\b(?:hung up|nobody (?:answers|picks)|no one (?:answers|picks)|put me on hold|on hold|said no|told me no|turned (?:me|us) (?:down|away))\b|"
    r"\bno (?:me |nos )?(?:sirv\w+|ayud\w+|contest\w+|resolv\w+|hicieron|hacen)\b|\bme (?:colgaron|mandaron|dijeron que no|pusieron en espera|dejaron esperando)\b|\bsolo (?:me )?(?:leen|dan|mandan)\b|\bnadie contesta\b"
)
NO_VETERAN = re.compile(
    r"\b(?:not|isn't|isnt|ain't|aint|wasn't|wasnt|never|no (?:es|soy|fue|fui|era|somos|son)) (?:was |been |were )?(?:a |an |any |un |una |no |in the |el |la )?(?:veteran\w*|vets?|military|army|service)\b|\bno (?:vets|veteran\w*)\b"
)
_FOR_ALL, _NAMES_IT = "211", re.compile(r"\b(?:211|2 1 1|dos once)\b")
_ASKS = re.compile(
    r"^(?:(?:and|so|but|ok|y|pero) )*(?:do|does|is|are|can|should|what|when|how|which|que|cual|cuando|como|debo|puedo)\b"
)


def note_turned_down(turn: Turn) -> None:
    """Remember which of the places on show are named as called already or not wanted."""
    memory, plain = turn.memory, turn.heard.plain
    if NO_VETERAN.search(plain) and FOR_VETERANS not in memory.case.needs:
        turn.no_veterans = FOR_VETERANS not in memory.case.turned_down
        memory.case.turned_down += [FOR_VETERANS] * turn.no_veterans
    if not memory.shown or memory.pending or len(plain.split()) > _LONGEST:
        return
    told = bool(_CALLED.search(plain) or _NO_GOOD.search(plain))
    if not told and not _NOT_THEM.search(plain):
        return
    if _ASKS.match(plain) and not told:
        return
    named = named_services(turn) if told or number_said(turn) is not None else _refused(turn)
    if told and not named and memory.chosen:
        # "I rang and got the machine", after one was looked at.
        named = [view for view in [view_of(turn, memory.chosen)] if view]
    case = memory.case
    new = [view.record.organization or view.record.name for view in named]
    if _means_the_line_for_all(plain, told) and not any(_NAMES_IT.search(name) for name in new):
        new.append(_FOR_ALL)
    turn.turned_down = [name for name in dict.fromkeys(new) if name not in case.turned_down]
    case.turned_down += turn.turned_down
    if turn.turned_down:
        memory.chosen = None


def _means_the_line_for_all(plain: str, told: bool) -> bool:
    """211 comes up with every need, so it may be meant before it is on show."""
    parts = [plain] if told else _after_a_no(plain)
    return any(_NAMES_IT.search(part) for part in parts)


def _after_a_no(plain: str) -> list[str]:
    ends = (match.end() for match in _NOT_THEM.finditer(plain))
    return [" ".join(plain[end:].split()[:_AFTER_A_NO]) for end in ends]


def _refused(turn: Turn) -> list[ServiceView]:
    """Those that are named right after a no."""
    return [v for part in _after_a_no(turn.heard.plain) for v in named_services(turn, part)]


def answer_turned_down(turn: Turn) -> bool:
    """True when nothing but that was told: the list without them, or honestly nobody else."""
    memory = turn.memory
    if turn.no_veterans and not turn.turned_down:
        return _answer_no_veterans(turn)
    if not turn.turned_down or not asks_nothing_new(turn) or not memory.case.needs:
        return False
    names = ", ".join(turn.turned_down)
    if not service_ids(turn):
        turn.say("utter_run_around_person")
        return True
    told = _CALLED.search(turn.heard.plain) or _NO_GOOD.search(turn.heard.plain)
    turn.say("utter_sorry_without" if told else "utter_without", names=names)
    show_services(turn)
    return True


def _answer_no_veterans(turn: Turn) -> bool:
    """Without what is for veterans alone, where such a thing is on show; "not a veteran" by itself asks for nothing."""
    memory = turn.memory
    views = (view_of(turn, service_id) for service_id in memory.shown)
    on_show = any(view is not None and memory.has_turned_down(view) for view in views)
    if not on_show or turn.new_needs or turn.gave_place or turn.language != turn.language_before:
        return False
    turn.say("utter_without_veterans")
    show_services(turn)
    return True
