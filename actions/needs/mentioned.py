"""Places that a message only mentions: a name, a time zone, a town in a story. Nobody's list moves for them."""

from __future__ import annotations

import re

from actions.form.phone_numbers import phone_in
from actions.heard import Heard
from actions.memory import Case
from resources_index.places import Mention

_LOOKS_ELSEWHERE = frozenset({"change_place", "correct", "closer"})
# Words of the sentence; fewer with a place in it are an answer.
_SHORT, _NEAR = 5, 7
_NAMED = re.compile(
    r"\b(?:name is|name's|names|named|call me|this is|i am|i'm|it's|me llamo|me llaman|me dicen|soy|se llama|mi nombre es|habla|le habla) $"
)
_ZONES = frozenset({"pacific", "mountain", "central", "eastern", "pacifico"})
_OF_A_CLOCK = re.compile(
    r"\b(?:times?|hours?|morning|afternoon|evening|noon|am|pm|o'clock|hora|horas|horario|tarde|manana)\b"
)
# "Why is a Scranton number 717, that's Harrisburg": asked of a number, which moves nobody.
_OF_A_NUMBER = re.compile(
    r"\b(?:why|is|what|how come|por que|es)\b.*\b(?:number|area code|numero|prefijo|codigo de area)\b.*\b(?:is|that's|thats|in|from|for|of|de|es)\b"
)
# "Cerca de la iglesia de Guadalupe": a church is no town.
_LANDMARK = re.compile(
    r"\b(?:iglesia|parroquia|capilla|parque|calle|avenida|escuela|hospital|clinica|plaza|mercado|puente|church of|school of|our lady of|nuestra senora)(?: (?:de|del|la|el|los|las|of|senora|our lady))* $"
)
# A county is called Person; alone it is the word that we tell people to write.
_OUR_WORDS = frozenset({"person", "persona"})
_SENTENCE = re.compile(r"[.;!?\n]+")
# "I live in", "we moved to": where somebody is now, said in as many words.
_NOW_THERE = re.compile(
    r"\b(?:liv(?:e|es|ing)|stay(?:s|ing)?|resid\w+|located|(?:he|she|they|we|i|mom|dad|mother|father|who)(?:'s|'m|'re| is| am| are) (?:\w+ )?(?:in|at|near|outside)|i'm in|now in|near|close to|closer|mov(?:ed|e|es) (?:\w+ ){0,2}to|moving|"
    r"zip(?: code)?|code|instead|what about|how about|anything|something|someplace|somewhere|places?|anybody|anyone|help (?:in|near)|viv(?:e|en|o|imos)|esta(?:n|mos)?|estoy|qued(?:a|amos)|cerca|mud[oae]\w*|codigo|algo|alguien|lugar(?:es)?|ayuda en)\b"
)
# What was: "my grandmother raised me in", "trabajó cuarenta años en".
_THEN = re.compile(
    r"\b(?:raised|reared|grew up|born|met|married|wed|served|stationed|retired|graduated|taught|worked|used to|came (?:up )?from|come from|hails?|from|lived|drove|buried|years? ago|back (?:when|in)|"
    r"when (?:i|we|he|she|they) (?:was|were)|my whole life|all (?:my|her|his) life|cri[eoa]\w*|creci\w*|naci\w*|conoci\w*|cas(?:e|o|amos|aron)|trabaj(?:o|e|aba|amos|aron)|vivi(?:a|an|amos|o|eron)?|vino|venimos|viene de|"
    r"jubil\w+|sirvio|estuvo|manej(?:o|aba)|hace \w+ anos|de joven|toda (?:la|su|mi) vida)\b"
)


def only_mentioned(heard: Heard, case: Case, mention: Mention, asked: bool) -> bool:
    """Whether `mention` says nothing of where help is needed. `asked`: we asked for the place just now."""
    if mention.text.strip().isdigit():
        return False
    if mention.text.strip().lower() in _OUR_WORDS:
        return True
    before = Heard(heard.text[: mention.start], "").plain + " "
    if _LANDMARK.search(before):
        return True
    return _is_a_name(heard, mention) or (not asked and _is_of_a_story(heard, case, mention))


def _is_a_name(heard: Heard, mention: Mention) -> bool:
    before = Heard(heard.text[: mention.start], "").plain + " "
    words = mention.text.lower().split()
    if len(words) == 1 and _NAMED.search(before):
        return True
    if _OF_A_NUMBER.search(heard.plain):
        return True
    if words[0] in _ZONES and _OF_A_CLOCK.search(heard.plain):
        return True
    # "Doris. 937-555-0119": a word alone beside a phone number is who to ask for.
    return len(words) == 1 and phone_in(heard.text) is not None


def _is_of_a_story(heard: Heard, case: Case, mention: Mention) -> bool:
    """ "My grandmother raised me too, in Alabama": told of long ago, by somebody whose place is known."""
    if case.place is None or heard.act in _LOOKS_ELSEWHERE:
        return False
    sentence = _sentence_of(heard.text, mention)
    if len(heard.plain.split()) <= _SHORT or _NOW_THERE.search(_just_before(sentence, mention)):
        return False
    if _THEN.search(sentence):
        return True
    # Asks for nothing, answers nothing, and does not say that somebody is there.
    return heard.act != "give_place" and not heard.asked_needs and not _NOW_THERE.search(sentence)


def _sentence_of(text: str, mention: Mention) -> str:
    ends = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    start = max(end for end in ends if end <= mention.start)
    stop = min((end for end in ends if end > mention.start), default=len(text))
    return Heard(text[start:stop], "").plain


def _just_before(sentence: str, mention: Mention) -> str:
    """The words that lead to the place, as many as one breath holds."""
    place = Heard(mention.text, "").plain
    before = sentence.split(place, maxsplit=1)[0] if place and place in sentence else sentence
    return " ".join(before.split()[-_NEAR:])
