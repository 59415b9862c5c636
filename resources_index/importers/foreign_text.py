"""Texts of other directories made fit for people: plain sentences, without the names, numbers and mail of persons."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from resources_index.places.fold import fold

# UTF-8 that was read as another code page: "ChildrenGÇÖs", "familyâ€™s", "JosÃ©".
_WRONG_PAGE = (
    (re.compile(r"[ΓG]Ç."), "cp437"),
    (re.compile(r"â€.|[ÃÂ][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"), "cp1252"),
)
_MARKERS = re.compile(
    r"#{2,}\s*[A-Z]{2,5}\s*#{2,}|<[^>]+>|\*\*|__|^[ \t]*#{1,6}(?=\s)", re.MULTILINE
)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_BREAK = re.compile(r"\\+[nrt]|[\r\n]+")
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b[DMS][rst]\.)(?<!\bMrs\.)(?<!\bRev\.)\s+|\n")
_BULLET = re.compile(r"^\s*(?:[*•·]|-(?=\s))\s*")
_WEB = re.compile(r"\s*\(?(?:https?://|www\.)\S+")
_REACHES_A_PERSON = re.compile(
    r"\S+@\S+|\(?\b\d{3}\)?[ .\-]{0,2}\d{3}[ .\-]\d{4}\b|"
    r"\b(?i:ask for|speak with|speak to|attn|attention|c/o)[:.]?\s+(?:(?:Mr|Mrs|Ms|Dr|Rev|Sr|Sra)\.? )?[A-Z][a-z]+\b|"
    r"\b(?:Mr|Mrs|Ms)\.? [A-Z][a-z]+"
)
_NAME_PART = re.compile(r"[A-Za-zÀ-ÿ]+")
_OWNED = re.compile(r"['’]s\b", re.IGNORECASE)
_TITLES = frozenset("mr mrs ms dr rev sr sra atty hon sister father pastor rabbi capt".split())
# A "contact" of which one word is among these is an office, not a person.
_OFFICES = frozenset(
    """
    administration administrative admissions agency assistance association care center church city clerk clinic
    community coordinator council counselor county customer department desk director enrollment foundation front
    general health help home hotline human information inquiries intake legal library line main manager medical office
    officer operator outreach patient personnel program project reception receptionist referral registration relations
    representative resources school secretary senior service services social staff support the unit volunteer worker
    """.split()
)
# What may follow a name after a comma; anything else there is a first name: "Ruiz, Delbert".
_DEGREES = frozenset(
    """
    aprn atr bc bs bsn ccm cfp cpa cna cnm dc dds dmd dnp do dpm edd esq ii iii iv jd jr lac lcpc lcsw lisw llc lmft lmhc
    lmsw lpc lpn lsw ma mba md mha mph ms msn msw np od ot otr pa pc pharmd phd pt psyd rd rdn rn slp sr
    """.split()
)
_NEAR = (1, 2, 3)
_END = ".!?"
_ACRONYM = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,5}")
_NOTHING = re.compile(r"(?i)(?:none|n/?a|not applicable|unknown|tbd|-+)?\W*")
_SMALL = frozenset("of and the for at in on by".split())
_CAPITALS = frozenset(
    "LLC LP LLP II III IV PC PA USA VA DME NW NE SW SE SNF CCRC UPMC UCSF".split()
)


class Persons:
    """First and last names of the contact persons of a package, to keep them out of what people read."""

    def __init__(self, names: Iterable[str]) -> None:
        self._pairs = {pair for name in names if (pair := _first_and_last(name)) is not None}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._pairs)

    def named_in(self, text: str) -> bool:
        """Whether a contact person's first and last name stand together in `text`, an initial or so between."""
        words = _name_parts(text)
        near = (pair for gap in _NEAR for pair in zip(words, words[gap:], strict=False))
        return any(pair in self._pairs for pair in near)


def _name_parts(text: str) -> list[str]:
    """Words as names are made of: "Mary-Lou Kettner's" is mary, lou, kettner."""
    return [fold(word) for word in _NAME_PART.findall(_OWNED.sub("", text))]


def _first_and_last(name: str) -> tuple[str, str] | None:
    """The two names of a person, also of "Ruiz, Delbert"; None for an office."""
    before, _, after = name.partition(",")
    words, more = _known(before), _known(after)
    if len(words) == 1 and more and more[0] not in _DEGREES:
        words = [more[0], *words]
    if len(words) < 2 or _OFFICES.intersection(words):
        return None
    return words[0], words[-1]


def _known(text: str) -> list[str]:
    return [word for word in _name_parts(text) if word not in _TITLES and len(word) > 1]


def plain(text: str, persons: Persons) -> str:
    """`text` as plain sentences; those that name or reach a person are left out. "None" and the like are nothing."""
    if _NOTHING.fullmatch(text):
        return ""
    lines = _LINK.sub(r"\1", _MARKERS.sub(" ", _BREAK.sub("\n", html.unescape(repaired(text)))))
    kept: list[str] = []
    for piece in _SENTENCE.split(lines):
        sentence = " ".join(_WEB.sub(" ", _BULLET.sub("", piece)).split())
        if (
            sentence.strip(" .,;:-*#")
            and not _REACHES_A_PERSON.search(piece)
            and not persons.named_in(piece)
        ):
            kept.append(sentence)
    return _joined(kept)


def reaches_a_person(text: str) -> bool:
    """Whether a text holds a number or an e-mail address, or says whom to ask for by name."""
    return _REACHES_A_PERSON.search(text) is not None


def repaired(text: str) -> str:
    """`text` with characters mended that came through the wrong code page."""
    for pattern, page in _WRONG_PAGE:
        text = pattern.sub(lambda found, page=page: _mended(found.group(), page), text)  # type: ignore[misc]
    return text.replace("\ufffd", "'")


def _mended(wrong: str, page: str) -> str:
    # The table that wrote "GÇÖ" had no Greek letter for the first byte.
    whole = "Γ" + wrong[1:] if page == "cp437" else wrong
    try:
        return whole.encode(page).decode("utf-8")
    except UnicodeError:
        return wrong


def _joined(sentences: list[str]) -> str:
    """Sentences after each other; list items, which have no end mark, with semicolons between."""
    text = ""
    for sentence in sentences:
        if text and text[-1] not in _END + ":;,":
            text += ";"
        text += f" {sentence}" if text else sentence
    return text


def short(text: str, most: int = 60) -> str:
    """`text` cut after the last whole sentence within `most` words."""
    words = text.split()
    if len(words) <= most:
        return " ".join(words)
    cut = " ".join(words[:most])
    end = max(cut.rfind(mark) for mark in _END)
    return cut[: end + 1] if end > 0 else f"{cut} …"


def title(text: str) -> str:
    """A name in capitals as it is written: "BURNS NURSING HOME, INC." to "Burns Nursing Home, Inc."."""
    text = " ".join(repaired(text).split())
    if text != text.upper():
        return text
    words = [
        word
        if word.strip(".,") in _CAPITALS or _ACRONYM.fullmatch(word.strip(".,()"))
        else word.lower()
        if at and word.lower() in _SMALL
        else _capital(word)
        for at, word in enumerate(text.split())
    ]
    return " ".join(words)


def _capital(word: str) -> str:
    capital = re.sub(r"[^\W\d_]+", lambda part: part[0][:1] + part[0][1:].lower(), word)
    return re.sub(r"(?<=\w['’])S\b", "s", capital)
