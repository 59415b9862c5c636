"""How a person is named to the one who writes."""

from __future__ import annotations

import re

from actions.heard import ABOUT_A_LIST
from actions.memory import Case
from actions.turn import Turn

_CARE = r"(?:cuid|acompan|ban|llev|ayud|atiend|visit|vigil|recoj|bus)"
_SHE = re.compile(rf"\b(?:she|she's|shes|her|hers|ella|que la {_CARE}\w*|{_CARE}arla)\b")
_HE = re.compile(rf"\b(?:he|he's|hes|him|his|el tiene|el necesita|que lo {_CARE}\w*|{_CARE}arlo)\b")
_THEY = re.compile(r"\b(?:they|they're|theyre|them|their|ellos|ellas)\b")
_FOR_THEM = re.compile(r"\b(?:for|about|para|de) (?:him|her|el|ella)\b|\b(?:his|hers)$")
_WOMEN = frozenset("mother wife daughter sister aunt mother_in_law".split())
_MEN = frozenset("father husband son brother uncle father_in_law".split())

_SPANISH = {
    "mother": "madre", "father": "padre", "parents": "padres", "husband": "esposo", "wife": "esposa",
    "partner": "pareja", "son": "hijo", "daughter": "hija", "brother": "hermano", "sister": "hermana",
    "grandparent": "abuelos", "grandchild": "nieto", "aunt": "tía", "uncle": "tío", "friend": "amistad",
    "neighbor": "vecino", "mother_in_law": "suegra", "father_in_law": "suegro", "client": "cliente",
}  # fmt: skip


_SHORT = {
    "mom": "mother", "mama": "mother", "mum": "mother", "dad": "father", "papa": "father", "marido": "husband",
    "hermana": "sister", "hermano": "brother", "mujer": "wife", "tia": "aunt", "grandma": "grandparent", "grandpa": "grandparent",
    "grandmother": "grandparent", "grandfather": "grandparent", "abuela": "grandparent", "abuelo": "grandparent", "vecina": "neighbor",
    "amiga": "friend", "amigo": "friend", "hija": "daughter", "nieta": "grandchild", "grandson": "grandchild", "granddaughter": "grandchild",
}  # fmt: skip
_BY_WORD = {
    **{spanish: english for english, spanish in _SPANISH.items()},
    **{english: english for english in _SPANISH}, **_SHORT,
}  # fmt: skip
_FOR_WHOM = re.compile(
    r"\b(?:for|about|para|de) (?P<of>my |our |mi |nuestra |nuestro )?(?P<who>[a-z]+)\b"
)


def person_name(about: str, language: str) -> str:
    """The contract's name of a person (not `self`) in words."""
    name = _SPANISH.get(about, "otra persona") if language == "es" else about
    return name.replace("_", " ")


def relative_in(plain: str) -> str | None:
    """Whom "for my sister, not me", "para mi hermana" names, as the contract calls them; "self" for "for me"."""
    found = _FOR_WHOM.search(plain)
    if found is None:
        return None
    word = found["who"]
    return "self" if word in ("me", "mi", "myself") and not found["of"] else _BY_WORD.get(word)


def spoken_name(case: Case, language: str) -> str:
    """What somebody is called, else what they are to the writer: "Mrs B", "your mother"."""
    return (case.called or "").title() or yours(case.about or "", language)


def yours(about: str, language: str) -> str:
    """ "your mother", "su madre"; somebody whom no word names is "the other person"."""
    if about in ("", "other"):
        return "la otra persona" if language == "es" else "the other person"
    return f"{'su' if language == 'es' else 'your'} {person_name(about, language)}"


def say_for_whom(turn: Turn) -> None:
    """ "All right, for your mother": the list stays, for whom it is was put right."""
    case = turn.memory.case
    word = "utter_for_you" if case.about in (None, "self") else "utter_for_person"
    turn.say(word, person=spoken_name(case, turn.language))


def fits_pronoun(about: str, plain: str) -> bool:
    """Whether "he", "she" or "they" in `plain` can mean `about`, who is not the writer."""
    if about in ("", "self"):
        return False
    she, he = bool(_SHE.search(plain)), bool(_HE.search(plain))
    if about in _WOMEN:
        return she
    if about in _MEN:
        return he
    return she or he or (about == "parents" and bool(_THEY.search(plain)))


def whom_pronoun_means(turn: Turn) -> str | None:
    """The one person spoken of before whom "she" or "he" can mean, when it is not the one spoken of last."""
    memory, plain = turn.memory, turn.heard.plain
    she, he = bool(_SHE.search(plain)), bool(_HE.search(plain))
    if she == he:
        return None
    fitting, others = (_WOMEN, _MEN) if she else (_MEN, _WOMEN)
    known = [about for about in memory.cases if about in fitting]
    # "What was his?", "closer for him": of the list, while the writer was spoken of.
    own = memory.current == "self" and (turn.heard.act in ABOUT_A_LIST or _FOR_THEM.search(plain))
    return known[0] if (memory.current in others or own) and len(known) == 1 else None
