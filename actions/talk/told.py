"""What people tell after a list and that asks for nothing of it: a feeling, a story, a loss, a fact, "let it be".

Each gets one kind sentence of its own. Only what an agency should hear is answered with "say that when you call".
"""

from __future__ import annotations

import re

from actions.form.phone_numbers import phone_in
from actions.needs.denied import denied_needs
from actions.needs.losses import tells_of_a_loss, tells_of_fading
from actions.show import show_services
from actions.shown.answers import name_of, phone_of, say_from_records
from actions.shown.listed import first_to_call, view_of
from actions.shown.topics import asked_field
from actions.talk.complaints import complains_of_us
from actions.turn import Turn
from resources_index.index.needs import need_name

_SHORT = 7  # words
_LETS_BE = re.compile(
    r"^(?:(?:oh|you know what|well|ok|okay|no|ay|ah|bueno|pues|sabe que|just|mejor) )*(?:forget (?:about )?(?:it|that|the whole thing)|never ?mind|skip it|let it (?:be|go)|olvid(?:elo|alo|ate|ese)\w*|dej(?:elo|alo)(?: asi)?|ya no importa|no importa ya)\b"
)
_SHAME = re.compile(
    r"\b(?:(?:feel|felt|feels) (?:so |kind of |just |a little )*(?:foolish|silly)|foolish (?:asking|to ask)|asham\w+|embarrass\w*|laugh\w* at|look down on|judge me|beg(?:ging)?|charity|mortified|(?:feel|felt) (?:so |kind of )?(?:stupid|dumb)|bother anyone|be a (?:bother|burden)|verguenza|avergonz\w*|apenad[oa]|me da pena|burl\w+|se (?:van a )?ri(?:en|e|eran|an)|limosna|siento tont[oa]|ser una (?:carga|molestia))\b"
)
_GUILT = re.compile(
    r"\b(?:(?:bad|terrible|awful|horrible|good|worst) (?:daughter|son|wife|husband|sister|brother|mother|father|person|grandmother|grandson|granddaughter|niece|nephew)|guilt\w*|abandon\w*|let (?:her|him|them) down|living so far|should be there|"
    r"(?:mala|mal|buena|buen) (?:hij[oa]|espos[oa]|herman[oa]|madre|padre|persona|niet[oa])|culpa\w*|dejarl[oa] sol[oa])\b"
)
_LONESOME = re.compile(
    r"\b(?:lonesome|lonely|(?:all|i'm|am|feel|sit|eat\w*|going|going in|walk\w* in) (?:alone|by myself)|on my own now|miss (?:her|him|them|my (?:wife|husband|mom|mother|dad|father|sister|brother|son|daughter|friends?))|so quiet|too quiet|nobody to talk|no one to talk|in (?:couples|pairs)|solit[oa]|(?:me siento|estoy|me quede) (?:muy |tan )?sol[oa]|l[ao] extran[oa]|me hace falta|con quien hablar|callad[oa])\b"
)
_SAD = re.compile(
    r"\b(?:sad|worr(?:y|ied|ies)|scared|afraid|frighten\w*|nervous|shy|tired|worn out|exhausted|overwhelmed|heart ?broken|cry\w*|upset|hard on (?:me|us)|so hard|hard part|hardest|can't sleep|stress\w*|frustrat\w*|"
    r"triste\w*|preocup\w+|miedo|nervios\w*|timid[oa]|cansad[oa]|agotad[oa]|agobiad[oa]|llor\w+|duro|dificil|me duele|no duermo|estres\w*|desesperad[oa])\b"
)
_THANKS = re.compile(
    r"\b(?:thank\w*|thx|god bless|bless you|appreciate|grateful|gracias|agradec\w+|dios (?:lo|la|le|los|me lo|me la) (?:bendiga|cuide|guarde|pague)|bendicion\w*)\b"
)
_THANKS_FIRST = re.compile(
    r"^(?:(?:ok|okay|well|oh|ay|bueno|muy bien|si|yes|alright|muchas|mil|many) )*(?:thank\w*|thx|ty|god bless|bless you|gracias|dios (?:lo|la|le|los) (?:bendiga|cuide))\b"
)
_BYE = re.compile(
    r"\b(?:good ?night|good ?bye|bye|have a (?:good|nice|blessed)|take care|talk (?:to you )?later|buenas noches|hasta (?:luego|manana)|que (?:le|te) vaya bien|que (?:este|pase) (?:bien|buen\w*))\b"
)
_IS_IT = re.compile(r"\?$|\b(?:right|correct|is it|is that|verdad|correcto|cierto|es el|es ese)\b")
_HEARS_BADLY = re.compile(
    r"\b(?:(?:can't|cant|cannot|don't|dont|doesn't|hardly|not|hard to) (?:\w+ ){0,2}hear\b|hard of hearing|deaf|(?:can't|cant|cannot|don't like to|hate to|hard to) (?:talk|speak|be) on the (?:phone|telephone)|no (?:oigo|oye|escucho|escucha)|sord[oa]|oigo (?:mal|poco))\b"
)
# What a place should hear: how somebody is, lives, moves, hears and sees.
_FACT = re.compile(
    r"\b(?:(?:i'm|im|i am|she's|shes|he's|hes|she is|he is|they are|mom is|dad is|my \w+ is|i have|i've got|i got|she has|he has|we have|has|she uses|he uses|i use|uses|i live|she lives|he lives|we live|lives|"
    r"i can't|i cant|she can't|he can't|can't|cannot|i don't|she doesn't|he doesn't|we don't|we own|i own|we rent|i rent|i get|she gets|he gets|there is|there's|tengo|tiene|tenemos|soy|es|esta|estoy|vive|vivo|vivimos|usa|uso|"
    r"no (?:puede|puedo|oye|oigo|ve|veo|camina|camino|maneja|manejo|tiene|tengo)|padece|toma|recib\w+|cobr\w+))\b"
)
_LONG_AGO = re.compile(
    r"\b(?:was|were|had|used to|did|worked|raised|grew up|built|met|married|came|went|lived|years ago|back (?:when|in)|in (?:19|20)\d\d|when (?:i|we|he|she) |era|eran|fue|fui|fuimos|trabaj(?:o|e|aba\w*)|vivi(?:a|mos|o)|crec\w+|naci\w*|conoc[ií]\w*|hace \w+ anos|de joven)\b"
)


def lets_it_be(plain: str) -> bool:
    """ "Oh forget it": nothing is asked for any more."""
    return bool(_LETS_BE.search(plain))


def asks_about_oneself(plain: str) -> bool:
    """ "Am I a bad daughter?", "will they laugh at me?": a question that no agency answers."""
    return bool(_GUILT.search(plain) or _SHAME.search(plain))


def answer_told(turn: Turn) -> bool:
    """True when the message tells a feeling, confirms a number or lets it be, and has been answered."""
    plain = turn.heard.plain
    if lets_it_be(plain):
        turn.say("utter_let_be" if turn.memory.shown else "utter_anything_else")
        return True
    if not turn.memory.case.needs or not turn.memory.shown:
        return False
    if _puts_right(turn):
        return True
    if _HEARS_BADLY.search(plain):
        turn.say("utter_desk_writes")
        return True
    word = feeling_in(plain)
    if word is None:
        return _confirms_number(turn)
    first = first_to_call(turn)
    if word == "utter_no_shame" and first is not None:
        turn.say("utter_no_shame_call", name=name_of(first), phone=phone_of(first))
        return True
    turn.say(word)
    return True


def feeling_in(plain: str) -> str | None:
    """The kind word for a feeling that is told; None where none is."""
    if _GUILT.search(plain):
        return "utter_no_guilt"
    if _SHAME.search(plain):
        return "utter_no_shame"
    if _LONESOME.search(plain):
        return "utter_lonesome"
    return "utter_that_is_hard" if _SAD.search(plain) else None


def _puts_right(turn: Turn) -> bool:
    """ "Help at home?? No. I said social security": what is in hand stays, and is shown again."""
    denied = denied_needs(turn.heard.plain)
    if not denied or denied & set(turn.memory.case.needs) or turn.memory.case.heard:
        return False
    turn.say("utter_corrected")
    return show_services(turn)


def _confirms_number(turn: Turn) -> bool:
    """ "Es el 210-362-5200, ¿verdad?": yes or no is the answer."""
    number = phone_in(turn.heard.text)
    if number is None or not _IS_IT.search(f"{turn.heard.plain} {turn.heard.text[-1:]}"):
        return False
    views = [view_of(turn, service_id) for service_id in turn.memory.shown]
    known = next(
        (v for v in views if v and number in {phone_in(p.number) for p in v.record.phones}), None
    )
    if known is None:
        return False
    turn.say("utter_number_is_right", name=name_of(known), phone=number)
    return True


def thanks_only(turn: Turn) -> bool:
    """Whether the message begins with thanks and asks for nothing."""
    heard = turn.heard
    return not turn.asks_too and (
        bool(_THANKS_FIRST.match(heard.plain)) and not heard.asked_needs and "?" not in heard.text
    )


def say_noted(turn: Turn) -> None:
    """One sentence for what is told: of its kind, and never the same one twice in a row."""
    plain = turn.heard.plain
    if tells_of_fading(plain):
        turn.say("utter_that_is_hard")
    elif _THANKS.search(plain) or _BYE.search(plain):
        turn.say("utter_goodbye" if _BYE.search(plain) else "utter_thanks")
    elif complains_of_us(plain):
        turn.say("utter_sorry_ask_again")
    elif tells_of_a_loss(plain):
        turn.say("utter_loss")
    else:
        _say_fact_or_story(turn)


def _say_fact_or_story(turn: Turn) -> None:
    page, needs, plain = turn.memory.page, turn.memory.case.needs, turn.heard.plain
    topic = need_name(needs[0], turn.language) if needs else ""
    again, page["noted"] = bool(page.get("noted")), not page.get("noted")
    if not topic:
        turn.say("utter_anything_else")
    elif asked_field(plain) == "" and len(plain.split()) <= _SHORT:
        # "Me la traen a la casa": a question without its mark.
        say_from_records(turn)
    elif again:
        turn.say("utter_what_is_missing", topic=topic)
    elif _FACT.search(plain) and not _LONG_AGO.search(plain):
        turn.say("utter_say_it_when_you_call", topic=topic)
    else:
        turn.say("utter_heard_you")
