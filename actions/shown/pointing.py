"""Which of all the places that a talk has shown is pointed at: by a name or its letters, by what it helps with, by what it is.

A word tells as much as it sets one office apart from the others that were shown: "county" names the only one that has it.
A name beats a place in the list: "the first number, the Area Agency" is the agency, wherever it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

from actions.needs.need_words import OWN_WORDS, names_need
from actions.shown.named import ALSO, IS_AGENCY, NAMES_AGENCY
from actions.shown.phrases import Clause, clauses_in
from actions.shown.seen import seen_views
from actions.shown.tells import content
from actions.turn import Turn
from resources_index.search.view import ServiceView

_WORD = re.compile(r"[a-z0-9]+")
# Words that no place is told by.
_TELL_NOTHING = frozenset(
    "the and for of in on to a an at by or with one ones number numbers call first second third last your you that they them who what which was is it again please give me my line help phone "
    "office service program people place info get want need us our other from back there his her him she he no not do does can i we just again also any some all thing free old older "
    "de la el los las del para por con en y que un una lo al numero telefono linea ayuda servicio otra vez cual era es su mi me ese esa".split()
)
# Said of the talk itself: "the number you sent me yesterday".
_OF_A_TALK = content(
    "once more gave sent told said showed had wrote written before earlier yesterday today morning list same other hold minute paper "
    "mande mando dijo dio antes ayer hoy vez lista misma mismo otro otra"
)
_WHICH = re.compile(
    r"\b(?:which|what|whats|what's|cual)\b|\b(?:and|y) (?:the|el|la) (?:\w+ )?(?:number|phone|one|numero|telefono|de|del)\b"
)
_SMALL = frozenset("of and for the on in a to de la del los las y".split())
_SPANISH = {
    "ciudad": "city", "condado": "county", "estado": "state", "veterano": "veteran", "salvacion": "salvation", "justicia": "justice", "agencia": "agency", "departamento": "department",
    "envejecimiento": "aging", "mayore": "aging", "anciano": "aging", "seguro": "social", "hambre": "hunger", "agricultura": "agriculture", "guerra": "veteran", "biblioteca": "library",
    "verdura": "farmer", "vegetable": "farmer", "veggie": "farmer",
}  # fmt: skip
_LEAST_LETTERS, _MOST_LETTERS = 3, 6
_NAMED, _SETS_APART, _NOT_WANTED = 0.5, 0.15, 0.2
_OF_A_NEED, _BESIDE, _IS = 0.6, 0.3, 0.6
_ONE_THING = 6  # needs; who helps with more is a line for everything
_FEATURES: list[tuple[re.Pattern[str], Callable[[ServiceView], bool]]] = [
    (re.compile(r"\b(?:county|city|town|local|nearest|closest|near(?:by)?|here|condado|ciudad|pueblo|cercan[oa]|cerca|aqui)\b"), lambda view: view.record.level == "local"),
    (re.compile(r"\b(?:state|statewide|estado|estatal)\b"), lambda view: view.record.level == "state"),
    (re.compile(r"\b(?:national|nationwide|federal|nacional)\b"), lambda view: view.record.level == "national"),
    (re.compile(r"\b(?:free|gratis|no cost|nothing)\b"), lambda view: bool(re.match(r"free\.", view.record.cost.get("en", ""), re.IGNORECASE))),
    (re.compile(r"\b(?:24|day and night|night|nights|any hour|noche|dia y noche|toda hora)\b"), lambda view: "night" in view.record.hours.get("en", "").lower()),
    (re.compile(r"\b(?:website|web|online|internet|pagina)\b"), lambda view: not view.record.phones),
    (NAMES_AGENCY, lambda view: view.record.level != "national" and bool(IS_AGENCY.search(_names(view)))),
]  # fmt: skip


@dataclass(frozen=True)
class Pointed:
    """The place, the words that pointed at it, and whether they are of its name."""

    view: ServiceView
    phrase: str
    by_name: bool


def pointed_at(turn: Turn, pointing: bool = False) -> Pointed | None:
    """The one that all wanted phrases of the message point at best."""
    wanted = [clause for clause in _clauses(turn, pointing) if not clause.refused]
    return _best(turn, " ".join(phrase for clause in wanted for phrase in clause.phrases))


def each_pointed_at(turn: Turn) -> list[Pointed]:
    """One for each wanted phrase that points at some place: "which is the ride and which the gas bill"."""
    found: dict[str, Pointed] = {}
    for clause in _clauses(turn, True):
        for phrase in clause.phrases[-1:] if not clause.refused else ():
            best = _best(turn, phrase)
            if best is not None:
                found.setdefault(best.view.record.id, best)
    return list(found.values())


def refused_in(turn: Turn) -> list[ServiceView]:
    """Those that are pointed at with a no."""
    refused = [clause for clause in _clauses(turn, True) if clause.refused]
    best = (_best(turn, " ".join((clause.plain, *clause.phrases))) for clause in refused)
    return [one.view for one in best if one is not None and one.by_name]


def asks_for_several(turn: Turn) -> bool:
    """ "Which number for the ride and which for the gas bill"."""
    return len(_WHICH.findall(turn.heard.plain)) > 1


def points_at_nothing_known(turn: Turn) -> bool:
    """Whether a phrase names something, and it is nothing that was shown or asked for."""
    views = seen_views(turn)
    known = {word for view in views for word in _handles(view)} | _town(turn)
    for clause in clauses_in(turn.heard.text):
        for phrase in clause.phrases:
            words = _content(phrase)
            if words and not words & known and not _is_said_otherwise(phrase):
                return True
    return False


def _content(phrase: str) -> set[str]:
    words = _WORD.findall(_flat(phrase))
    return {_stem(word) for word in words if content(word) - _OF_A_TALK} - _TELL_NOTHING


def _is_said_otherwise(phrase: str) -> bool:
    return any(names_need(need, phrase) for need in OWN_WORDS) or any(
        feature.search(phrase) for feature, _ in _FEATURES
    )


def _clauses(turn: Turn, pointing: bool) -> list[Clause]:
    return clauses_in(turn.heard.text, pointing)


def _best(turn: Turn, phrase: str) -> Pointed | None:
    """Of equals the first wins where need or kind decide; a name that fits two offices alike names none, unless one alone is on show."""
    if not phrase:
        return None
    views = seen_views(turn)
    by_name = _name_scores(turn, phrase, views)
    told = {view.record.id: _kind_score(turn, phrase, view) for view in views}
    total = {view.record.id: by_name[view.record.id] + told[view.record.id] for view in views}
    for view in views:
        if turn.memory.has_turned_down(view):
            # Of two that go by the same word, the one that is not wanted is not meant.
            total[view.record.id] -= _NOT_WANTED
    top = max(total.values(), default=0.0)
    if top < _NAMED:
        return None
    best = [view for view in views if total[view.record.id] > top - _SETS_APART]
    if len({_office(view) for view in best}) > 1 and not any(told[v.record.id] for v in best):
        best = [view for view in best if view.record.id in turn.memory.shown]
        if len({_office(view) for view in best}) != 1:
            return None
    return Pointed(best[0], phrase, by_name[best[0].record.id] >= _NAMED)


def _name_scores(turn: Turn, phrase: str, views: list[ServiceView]) -> dict[str, float]:
    said = _words(phrase)
    said |= {_SPANISH[word] for word in said if word in _SPANISH}
    said |= {_stem(ALSO[word]) for word in said if word in ALSO}
    said -= _TELL_NOTHING | _town(turn)
    handles = {view.record.id: _handles(view) for view in views}
    offices = {_office(view) for view in views}
    scores = dict.fromkeys(handles, 0.0)
    for word in said:
        having = {_office(view) for view in views if word in handles[view.record.id]}
        if not having or (len(having) == len(offices) and len(offices) > 1):
            continue
        for view in views:
            if word in handles[view.record.id]:
                scores[view.record.id] += 1 / sqrt(len(having))
    return scores


def _kind_score(turn: Turn, phrase: str, view: ServiceView) -> float:
    needs = [need for need in OWN_WORDS if names_need(need, phrase)]
    helps = view.record.need_ids
    score = 0.0
    if helps[:1] and helps[0] in needs and len(helps) <= _ONE_THING:
        score += _OF_A_NEED
    elif set(needs) & set(helps[:3]):
        score += _BESIDE
    is_so = [true for pattern, true in _FEATURES if pattern.search(phrase)]
    if _words(phrase) & _town(turn):
        is_so.append(lambda one: one.record.level == "local")
    return score + _IS * sum(true(view) for true in is_so)


def _town(turn: Turn) -> set[str]:
    return _words(str((turn.memory.case.place_shown or {}).get("text", "")))


def _office(view: ServiceView) -> str:
    return view.record.organization or view.record.name


def _names(view: ServiceView) -> str:
    record = view.record
    return " ".join((record.name, record.organization, *record.names.values()))


def _handles(view: ServiceView) -> set[str]:
    """Words of its names, and the first letters of them: "doj"."""
    letters = {a for name in (view.record.name, view.record.organization) for a in _letters(name)}
    return _words(_names(view)) | letters


def _letters(name: str) -> set[str]:
    words = _WORD.findall(_flat(re.sub(r"\(.*?\)", " ", name)))
    runs = [words[start:] for start in range(len(words))]
    runs += [[word for word in run if word not in _SMALL] for run in runs]
    made = {"".join(word[0] for word in run) for run in runs}
    return {word for word in made if _LEAST_LETTERS <= len(word) <= _MOST_LETTERS} - _TELL_NOTHING


def _words(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(_flat(text).replace("'s", ""))}


def _stem(word: str) -> str:
    return (
        word[:-1] if word.endswith("s") and len(word) > _LEAST_LETTERS and word[-2] != "s" else word
    )


def _flat(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
