"""Places that somebody has called already or does not want: they do not come back, and get no request."""

from __future__ import annotations

import re

from actions.memory import FOR_VETERANS, kinds_of
from actions.show import service_ids, show_services
from actions.shown.listed import number_said, view_of
from actions.shown.named import named_services
from actions.shown.of_the_list import asks_of_one_call, say_whether_one_call
from actions.shown.phrases import clauses_in
from actions.shown.pointing import pointed_at, refused_in
from actions.shown.put_back import puts_right, takes_back_a_no
from actions.shown.ruled_out import NEED_OF, has_after_all, ruled_out_in
from actions.shown.run_around import tells_of_none_here
from actions.talk.complaints import complains_of_us
from actions.turn import Turn
from resources_index.search.view import ServiceView

_LONGEST, _AFTER_A_NO = 40, 4  # words
_NO_PHONE = ""
# "I called the area agency already", "ya llamé al 211": done, and to no use.
_CALLED = re.compile(
    r"\b(?:i|we|she|he|they|my \w+)(?:'ve|'d| have| had)? (?:already |just |also )?(?:called|tried|phoned|rang|contacted|talked to|spoke (?:to|with)|been to|went to)\b|\b(?<!what )(?<!question )(?:i|we|she|he|they|my \w+)(?:'ve|'d| have| had)? (?:already |just |also )?asked (?:them|him|her there|at|the|that place|over there|down there)\b|\balready (?:called|tried|phoned|contacted|talked|spoke|been|asked|have)\b|"
    r"\bya (?:les |los |le |lo |la )?(?:llam\w+|habl\w+|marqu\w+|fui|fuimos|prob\w+)\b|\bya (?:les |los )?pregunte (?:ahi|alla|a|al|en)\b|\b(?:llame|hable|marque|fui|pregunte) (?:a|al|con|en|ahi)\b"
)
_NOT_THEM = re.compile(
    r"(?:^|[,.;!] ?)(?:no|nope|nah|please)?[, ]*(?:not|anything but|anybody but|anyone but|other than|besides|except|without|no mas|ya no|menos|que no sea|que no|otro que no sea|no quiero|sin|no(?! (?:the|i|wait|thanks|thank|but|and|problem)\b)) (?:the |that |those |this |el |la |los |las |ese |esa |al |con (?:el|la) )?|"
    r"\b(?:don't|dont|do not|won't|not going to|no) (?:want|call|calling|like|trust|need|quiero|llamo|llamar|me sirve|sirve)\b|\b(?:anyone|anybody|somebody|someone|something|anything) (?:else )?(?:but|besides|other than)\b|\botr[oa] que no sea\b"
)
_THEY_NO = re.compile(r"\b((?:la|el|esa|ese|los|las) \w+(?: \w+){0,4}) no$")
_NO_GOOD = re.compile(
    r"\b(?:just|only) (?:reads?|gives?|sends?|tells?|has|have)\b|\b(?:sent|sends?) me (?:here|back|away|to you|around)\b|\b(?:no good|no help|useless|worthless|waste of time|rude|never (?:answer\w*|call\w*|pick\w*|help\w*)|(?:won't|can't|couldn't|didn't|doesn't|don't|dont|didnt|cant|wont) (?:help\w*|answer\w*|pick up|call back|do (?:that|anything|nothing)))\b|"
    r"\b(?:hung up|nobody (?:answers|picks)|no one (?:answers|picks)|put me on hold|on hold|said no|told me no|turned (?:me|us) (?:down|away))\b|"
    r"\b(?:nunca|jamas) (?:me |nos )?(?:coge\w*|contest\w+|respond\w+|ayud\w+|llam\w+)\b|\bno (?:me |nos )?(?:sirv\w+|ayud\w+|contest\w+|resolv\w+|hicieron|hacen)\b|\bme (?:colgaron|mandaron|dijeron que no|pusieron en espera|dejaron esperando)\b|\bsolo (?:me )?(?:leen|dan|mandan)\b|\bnadie contesta\b"
)
NO_VETERAN = re.compile(
    r"\b(?:not|isn't|isnt|ain't|aint|wasn't|wasnt|never|no (?:es|soy|fue|fui|era|somos|son)) (?:was |been |were )?(?:a |an |any |un |una |no |in the |el |la )?(?:veteran\w*|vets?|military|army|service)\b|\bno (?:vets|veteran\w*)\b"
)
_FOR_ALL, _NAMES_IT = "211", re.compile(r"\b(?:211|2 1 1|dos once)\b")
_ASKS = re.compile(
    r"^(?:(?:and|so|but|ok|y|pero) )*(?:do|does|is|are|can|should|what|when|how|which|que|cual|cuando|como|debo|puedo)\b"
)


def note_turned_down(turn: Turn) -> str | None:
    """Remember which of the places on show are named as called already or not wanted; the first of them, or one of before."""
    named = _meant(turn)
    case = turn.memory.case
    has_after_all(turn)
    known = {told["name"] for told in case.turned_down}
    if NO_VETERAN.search(turn.heard.plain) and FOR_VETERANS not in (*case.needs, *known):
        turn.no_veterans = True
        case.turned_down.append({"name": FOR_VETERANS, "phone": _NO_PHONE})
    new = {_name(view): _phone(view) for view in named if _name(view) not in known}
    if _means_the_line_for_all(turn) and not any(_NAMES_IT.search(name) for name in (*new, *known)):
        new[_FOR_ALL] = _FOR_ALL
    ruled_out = ruled_out_in(turn)
    kinds = [kind for kind in ruled_out if kind not in known]
    # "She has no Medicare, SHIP is no use": all of the kind, and not everybody at the same number.
    new = {name: phone for name, phone in new.items() if not ruled_out} | dict.fromkeys(
        kinds, _NO_PHONE
    )
    for need in [NEED_OF[kind] for kind in kinds if kind in NEED_OF]:
        _leave_need(turn, need)
    case.turned_down += [{"name": name, "phone": phone} for name, phone in new.items()]
    turn.turned_down = list(new)
    if new:
        turn.memory.chosen = None
    return next(iter(new), None) or _named_before(turn)


def is_turned_down(turn: Turn, organization: str, phones: list[str]) -> bool:
    """Whether this person does not want it, or has called it or its number already."""
    told = turn.memory.case.turned_down
    return any(one["name"] == organization or one["phone"] in phones for one in told)


def turn_down(turn: Turn, view: ServiceView) -> str:
    """This office is not to speak; its name."""
    told = {"name": _name(view), "phone": _phone(view)}
    if told not in turn.memory.case.turned_down:
        turn.memory.case.turned_down.append(told)
    if turn.memory.referral.get("agency") == view.record.id:
        del turn.memory.referral["agency"]
    if turn.memory.chosen == view.record.id:
        turn.memory.chosen = None
    return _name(view)


def _leave_need(turn: Turn, need: str) -> None:
    """What was ruled out and had been taken for a wish is none; what was asked for before is in hand again."""
    case = turn.memory.case
    others = [asked for asked in case.asked if asked != need]
    if need in case.needs and others:
        case.ask_for(
            [known for known in case.needs if known != need] or others[-1:], turn.heard.text
        )
    case.asked = [asked for asked in case.asked if asked != need]
    case.heard = [heard for heard in case.heard if heard["need_id"] != need]


def wanted_after_all(turn: Turn, view: ServiceView) -> None:
    """It is asked for by its name: nothing that was said against it counts any more."""
    # "That is the Medicaid one, I don't have Medicaid" names it, and wants it no more than before.
    gone = {_name(view), *kinds_of(view)} - set(ruled_out_in(turn))
    for case in turn.memory.cases.values():
        case.excluded = [one for one in case.excluded if one != view.record.id]
        case.turned_down = [
            told
            for told in case.turned_down
            if told["name"] not in gone and told["phone"] != (_phone(view) or None)
        ]


def wants_again(turn: Turn, organization: str) -> None:
    """ "Ok, the second one then": chosen after all."""
    case = turn.memory.case
    case.turned_down = [told for told in case.turned_down if told["name"] != organization]


def _named_before(turn: Turn) -> str | None:
    """ "The area office, I told you": what stands on the list of those already."""
    plain = turn.heard.plain
    if not (_led_nowhere(plain) or _refuses(plain)):
        return None
    named = {_name(view) for view in named_services(turn)}
    told = (one["name"] for one in turn.memory.case.turned_down)
    return next((name for name in told if name in named), None)


def _meant(turn: Turn) -> list[ServiceView]:
    memory, plain = turn.memory, turn.heard.plain
    if not memory.shown or len(plain.split()) > _LONGEST:
        return []
    # "I can't be on hold all day, call them for me" asks for our desk, and drops nobody.
    ours = turn.heard.asks_person
    told = (
        not ours
        and _led_nowhere(plain)
        and not complains_of_us(plain)
        and not tells_of_none_here(plain)
    )
    chosen = puts_right(turn) or takes_back_a_no(turn)
    if not told and (not _refuses(plain) or _ASKS.match(plain) or chosen):
        return []
    named = named_services(turn) if told else _refused(turn)
    if told and not named and memory.chosen:
        # "I rang and got the machine", after one was looked at.
        named = [view for view in [view_of(turn, memory.chosen)] if view]
    return named


def _name(view: ServiceView) -> str:
    return view.record.organization or view.record.name


def _phone(view: ServiceView) -> str:
    return view.record.phones[0].number if view.record.phones else _NO_PHONE


def _led_nowhere(plain: str) -> bool:
    return bool(_CALLED.search(plain) or _NO_GOOD.search(plain))


def _refuses(plain: str) -> bool:
    return bool(_NOT_THEM.search(plain) or _THEY_NO.search(plain))


def _means_the_line_for_all(turn: Turn) -> bool:
    """211 comes up with every need, so it may be meant before it is on show."""
    plain = turn.heard.plain
    if not turn.memory.shown or len(plain.split()) > _LONGEST or _ASKS.match(plain):
        return False
    parts = [plain] if _led_nowhere(plain) else _after_a_no(plain)
    parts += [clause.plain for clause in clauses_in(turn.heard.text) if clause.refused]
    return any(_NAMES_IT.search(part) for part in parts)


def _after_a_no(plain: str) -> list[str]:
    ends = (match.end() for match in _NOT_THEM.finditer(plain))
    before = [match.group(1) for match in _THEY_NO.finditer(plain)]
    return [*(" ".join(plain[end:].split()[:_AFTER_A_NO]) for end in ends), *before]


def _refused(turn: Turn) -> list[ServiceView]:
    """Those that are named right after a no."""
    pointed = refused_in(turn)
    if pointed:
        return pointed
    named = [v for part in _after_a_no(turn.heard.plain) for v in named_services(turn, part)]
    if named or number_said(turn) is None or pointed_at(turn) is not None:
        return named
    return named_services(turn)


def answer_turned_down(turn: Turn) -> bool:
    """True when nothing but that was told: the list without them, or honestly nobody else."""
    memory = turn.memory
    if turn.no_veterans and not turn.turned_down:
        return _answer_no_veterans(turn)
    moved = turn.new_needs or turn.gave_place or turn.new_person or memory.pending is not None
    if not turn.turned_down or moved or not memory.case.needs:
        return False
    names = ", ".join(turn.turned_down)
    if not service_ids(turn):
        turn.say("utter_run_around_person")
        return True
    told = _led_nowhere(turn.heard.plain)
    turn.say("utter_sorry_without" if told else "utter_without", names=names)
    show_services(turn)
    if asks_of_one_call(turn):
        say_whether_one_call(turn)
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
