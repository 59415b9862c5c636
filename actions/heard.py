"""What the bot's components found in the newest message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from rasa_sdk import Tracker

from actions.needs.need_words import names_need

# A need of a message that is not itself a request must be this sure to count, and the message this long:
# "are they open saturday" asks for nothing new, and "Traverse City" is no wish to travel.
_SURE, _PLACE_SURE, _LIST_SURE = 0.7, 0.85, 0.93
_LONG, _LIST_LONG = 4, 5
_OPENING = 0.5
_NAMED, _NAMED_ALL = 0.9, 0.97
# "A person about my mother's food stamps" names the need; "a person please" none. A question for a doctor or a
# lawyer resembles needs, and asks for none.
_WHO_CAN_SAY = frozenset({"person", "medical_advice", "legal_advice"})
_PERSON_LONG = 6
_BESIDE_A_WISH = 0.6
COMPANY = frozenset({"social_connection", "mental_health", "caregiver_support"})
_SOMEBODY = COMPANY | {"in_home_care"}
# Turns that are about what was shown before.
ABOUT_A_LIST = frozenset(
    "ask_detail more closer free_only not_that choose repeat go_back give_place change_place correct thanks affirm deny".split()
)
_ASKING = frozenset({"correct", "what_else"})
_PLACES = frozenset({"give_place", "change_place"})
_NO_KIND = "none"

# Turns that are about us or the conversation: what they seem to need is an accident of their words.
_NEVER = frozenset(
    "unsure are_you_robot who_are_you how_it_works help insult injection any_news withdraw_consent "
    "delete_my_data language_switch repeat go_back goodbye start_over no_answer wrong_number follow_up_answer".split()
)
# Acts that need something said before, or are the classifier's guess at one word ("copd", "scam"): in a first
# message a sure need counts for more.
BEFORE_ANY_LIST = frozenset(
    "any_news repeat go_back follow_up_answer wrong_number withdraw_consent unsure insult injection no_answer off_topic "
    "how_it_works who_are_you".split()
)
_FIRST_SURE = 0.85
# Such an act is believed when it is sure and the message is more than a word or two.
_SURE_ACT, _FEW = 0.6, 3
# Below this an act is a guess: "we own the house" is some kind of turn, and nobody knows which.
_A_GUESS, _A_WORD_OR_TWO = 0.4, 2
_NEEDS_OR_QUESTION = frozenset({"ask_need", "add_need", "ask_detail"})
# "Help with my mom" says for whom, not what for.
_GENERIC = frozenset(
    "help helps helping need needs needing assistance assist some something someone please with for my our a an the i im i'm me we "
    "mom mother dad father mama papa parents wife husband grandma grandmother grandpa grandfather aunt uncle sister brother "
    "friend neighbor senior seniors elderly old older person people adult services service can could you do get want would like "
    "looking mean guess really just maybe anything at home house casa thing things stuff cosa cosas what about and how que hay de lo who whom helps her him them me us you quien quienes le me nos se les ayuda ayude ayudan ok okay fine yes sure yeah alright right good great si bueno claro dale no not later wait never mind nevermind patient client resident other first second third next paciente cliente otro otra now ahora then again tambien too is there any anything here hello hi yes ayuda ayudar necesito necesita para mi mis una un algo por favor "
    "quiero busco servicios mayores abuela abuelo esposo esposa hermana hermano tia tio con a de la el hola".split()
)

_SAME_AGAIN = re.compile(
    r"^(?:(?:and|so|but|also|y|pero|tambien) )*(?:i|he|she|we|me|my \w+|yo|ella|el|mi \w+) (?:also |too |tambien )?(?:need|needs|want|wants|could use|necesito|necesita|quiero|quiere|ocupo|ocupa)"
    r" (?:one|some|it|that|the same|those|un[oa]|lo mismo|eso)(?: (?:too|as well|also|tambien|please|por favor))*$"
)


# Marks that a telephone wrote out as words: "hours period".
_DICTATED = re.compile(
    r"\b(?:comma|question mark|exclamation (?:point|mark))\b|(?<!waiting)(?<!trial)(?<!grace)(?<!enrollment) period\s*$"
)
CLAUSE_ENDS = re.compile(r"[?!;:\n]+|[.,](?=\s|$)")
_SENTENCES = re.compile(r"[^.!?\n;]+[.!?\n;]*")


BEGINS_A_QUESTION = re.compile(
    r"^(?:(?:and|but|so|ok|okay|well|oh|y|pero|pues|bueno) )*(?:how|what|what's|whats|when|where|who|which|why|is|are|do|does|can|could|would|will|am|"
    r"isn't|isnt|aren't|arent|ain't there|aint there|don't they|dont they|cuant\w+|cuando|donde|que|quien|como|por que|hay|es|son|tiene|tienen|puede|pueden|cobran|aceptan)\b"
)
# "Number two says help line, what's that": asked in a later clause, where "when" and "which" only go on telling.
_BEGINS_LATER = re.compile(
    r"^(?:(?:and|but|so|y|pero) )*(?:what(?:'s|s)? (?:is|are|do|does|did|was|would|should|can|that|this|it|they|for|time|papers|number)\b|what(?:'s|s)\b|why\b|when (?:will|do|does|can|is|are)\b|how (?:much|do|does|can|is|are|far|late|soon|would|about|come)\b|who(?:'s)? (?:is|are|do|does|can|runs|pays)\b|"
    r"(?:is|are|do|does|can|could|would|will|isn't|isnt|aren't|arent|ain't|aint|don't|dont) (?:i|they|it|that|this|there|you|she|he|we|the|number|anybody|anyone|somebody|someone|my)\b|cuant[oa]\b|que es\b|por que\b|como (?:se|le|puedo|hago)\b|quien (?:es|puede|me)\b|hay (?:que|algun\w*)\b)"
)


@dataclass(frozen=True)
class HeardClause:
    """One clause: its act and its kind (bot/components/said_reader.py), each with its share."""

    text: str
    act: str
    act_score: float
    said: tuple[str | None, float]


@dataclass(frozen=True)
class Heard:
    """The newest message."""

    text: str
    act: str
    number: int | None = None
    needs: list[dict[str, Any]] = field(default_factory=list)
    guesses: list[dict[str, Any]] = field(default_factory=list)
    parts: list[dict[str, Any]] = field(default_factory=list)
    about: str | None = None
    # Whom it sounds like where nothing tells: believed of a first message only.
    about_guess: str | None = None
    # Who is no kin, by title and name: "mrs ortiz".
    called: str | None = None
    spoken: str | None = None
    language_asked: str | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    act_score: float = 1.0
    # How likely it is any act that asks for a need.
    asks_share: float = 1.0
    # What the turn says or asks, and how likely: bot/components/said_reader.py. None for nothing that it knows.
    said: tuple[str | None, float] = (None, 0.0)
    # What each clause of a longer message is and says: bot/components/turn_clauses.py.
    clauses: tuple[HeardClause, ...] = ()
    # A person of our desk is asked for in so many words, whatever else the message says.
    asks_person: bool = False

    @classmethod
    def of(cls, tracker: Tracker) -> Heard:
        """From the parse data."""
        message = tracker.latest_message
        return cls(
            text=message.get("text") or "",
            act=(message.get("intent") or {}).get("name") or "ask_need",
            act_score=float((message.get("intent") or {}).get("confidence") or 0.0),
            asks_share=_asks_share(message),
            said=_said(message),
            clauses=tuple(_clauses(message)),
            asks_person=bool(message.get("asks_person")),
            number=message.get("number"),
            needs=message.get("needs") or [],
            guesses=message.get("guesses") or [],
            parts=message.get("parts") or [],
            about=message.get("about"),
            about_guess=message.get("about_guess"),
            called=message.get("called"),
            spoken=message.get("spoken"),
            language_asked=message.get("language_asked"),
            metadata=message.get("metadata") or {},
        )

    @property
    def answered_elsewhere(self) -> bool:
        """Whether the gateway answers with fixed words (a crisis, a scam), so that the bot only remembers."""
        return bool(self.metadata.get("crisis") or self.metadata.get("fixed"))

    @property
    def doubted(self) -> bool:
        """Whether the act is only the likeliest of many, so that nothing may hang on it."""
        if self.number is not None or self.act in _NEEDS_OR_QUESTION:
            return False
        return self.act_score < _A_GUESS and len(self.plain.split()) > _A_WORD_OR_TWO

    @property
    def plain(self) -> str:
        """Lower case, no accents, words only."""
        flat = unicodedata.normalize("NFD", self.text.lower())
        kept = "".join(c for c in flat if unicodedata.category(c) != "Mn")
        return " ".join(_DICTATED.sub(" ", re.sub(r"[^a-z0-9' ]+", " ", kept)).split())

    @property
    def question(self) -> str:
        """The plain words of the last sentence that ends with a question mark, or of the last clause that begins as one; else all."""
        asked = [part for part in _SENTENCES.findall(self.text) if part.rstrip().endswith("?")]
        if asked:
            return replace(self, text=asked[-1]).plain
        if BEGINS_A_QUESTION.match(self.plain):
            return self.plain
        later = [replace(self, text=part).plain for part in CLAUSE_ENDS.split(self.text)[1:]]
        return next((part for part in reversed(later) if _BEGINS_LATER.match(part)), self.plain)

    @property
    def same_again(self) -> bool:
        """ "I need one too": the need spoken of before, for somebody else."""
        return bool(_SAME_AGAIN.match(self.plain))

    @property
    def opening_needs(self) -> list[dict[str, Any]]:
        """Needs where nothing was shown yet: "need a ride" cannot be about a list, whatever it sounds like."""
        said = self.plain.split()
        generic = all(word in _GENERIC for word in said)
        if self.number is not None or generic:
            return []
        if self.act in BEFORE_ANY_LIST:
            if self.act_score >= _SURE_ACT and len(said) > _FEW:
                return []
            return [need for need in self.needs if need["score"] >= _FIRST_SURE]
        if self.act not in ABOUT_A_LIST:
            return []
        return [need for need in self.needs if need["score"] >= _OPENING]

    @property
    def asked_needs(self) -> list[dict[str, Any]]:
        """Needs that this message asks for; bare numbers, places and yes or no ask for nothing."""
        said = self.plain.split()
        if self.number is not None or not self.needs or self.same_again:
            return []
        if self.act == "unsure" and len(said) <= _LONG and self.needs[0]["score"] >= _LIST_SURE:
            # "Food, I guess" is sure enough.
            return self.needs
        if self.asks_person:
            # Read without the words that ask for somebody; "I'd be ashamed to call" is no wish for company.
            sure = [need for need in self.needs if need["score"] >= _BESIDE_A_WISH]
            return [
                n
                for n in sure
                if n["need_id"] not in _SOMEBODY or names_need(n["need_id"], self.plain)
            ]
        if self.act in _NEVER:
            # "A man got my bank number, is it a scam?" is about a number, and asks for something else.
            least = _NAMED if self.act_score < _A_GUESS else _NAMED_ALL
            guessed = self.act_score < _SURE_ACT and len(said) > _LONG
            return [n for n in self.needs if n["score"] >= least] if guessed else []
        if all(word in _GENERIC for word in said):
            return []
        if self.act in ("ask_need", "add_need"):
            return self.needs
        least, words = self._must_be()
        sure = [n for n in self.needs if n["score"] >= least and len(said) >= words]
        # "I want to talk to a person" is no loneliness.
        return [n for n in sure if self.act != "person" or n["need_id"] not in COMPANY]

    def _must_be(self) -> tuple[float, int]:
        """How sure a need must be, and how many words the message must have, for the need to count."""
        if self.act in _WHO_CAN_SAY:
            return _PLACE_SURE, _PERSON_LONG
        if self.act == "off_topic":
            # "My wife died" is no chat about the weather.
            return _LIST_SURE, 2
        if self.act == "greeting":
            # "Hello, is this the senior place?" is no wish for company.
            return _LIST_SURE, _LONG
        if self.act in _ASKING:
            return _SURE, _LONG
        if self.act in _PLACES:
            return _PLACE_SURE, _LIST_LONG
        return (_LIST_SURE, _LIST_LONG) if self.act in ABOUT_A_LIST else (_SURE, _LONG)


def _asks_share(message: dict[str, Any]) -> float:
    ranking = message.get("intent_ranking") or [message.get("intent") or {}]
    asks = [act for act in ranking if act.get("name") in ("ask_need", "add_need")]
    return sum(float(act.get("confidence") or 0.0) for act in asks)


def _clauses(message: dict[str, Any]) -> Iterator[HeardClause]:
    for clause in message.get("clauses") or []:
        act = clause["act"]
        yield HeardClause(clause["text"], act["name"], float(act["confidence"]), _said(clause))


def _said(message: dict[str, Any]) -> tuple[str | None, float]:
    """The likeliest kind and its share."""
    likeliest = next(iter(message.get("said") or []), None)
    if likeliest is None or likeliest["kind"] == _NO_KIND:
        return None, 0.0
    return str(likeliest["kind"]), float(likeliest["share"])
