"""Somebody called and got nowhere: nobody answers, they were sent on, told to wait. The next places come, and a person."""

from __future__ import annotations

import re

from actions.needs.came_for import wants_not
from actions.needs.losses import tells_of_fading
from actions.show import service_ids, show_services
from actions.talk.complaints import complains_of_us
from actions.talk.said_kinds import LIKELY, kind_of
from actions.turn import Turn

_LONGEST = 22  # words; a longer message tells more than that
_WHO = r"(?:they|he|she|it|nobody|no one|somebody|someone|everybody|everyone|(?:the|that|this) (?:\w+ )?(?:one|place|lady|man|girl|guy|office|number|line)|(?:\w+ )?(?:medicare|medicaid|social security|ssa|county|pharmacy|drug store|clinic))"
_NOT_ANSWERED = (
    r"\b(?:nobody|no one|noone|none of them|not one) (?:ever )?(?:answer\w*|pick\w* up|call\w* (?:me |us )?back|help\w*)|"
    rf"\b{_WHO} (?:\w+ )?(?:don't|dont|doesn't|doesnt|didn't|didnt|won't|wont|never|wouldn't) (?:ever )?(?:answer\w*|pick\w*(?: up)?|call\w* (?:me |us )?back|return)|"
    r"\b(?:rings and rings|just rings|keeps ringing|busy signal|always busy|went to (?:a )?(?:voice ?mail|machine)|got (?:a|the|their|some) (?:machine|voice ?mail|recording)|left (?:a|two|three|\d) (?:messages?|voice ?mails?)|"
    r"(?:put|kept|left) (?:me|us) on hold|hung up(?: on (?:me|us))?)\b|"
    r"\b(?:no|nunca|nadie|ni) (?:me |nos )?(?:contest\w+|coge\w*|cogen|levant\w+|respond\w+|devuelv\w+|devolv\w+)|\bnadie (?:me )?(?:ayuda|ayudo)\b|"
    r"\b(?:suena y suena|esta ocupado|siempre ocupado|(?:me |nos )?(?:sale|salio|contesta|contesto) (?:la|una) (?:maquina|grabadora|contestadora|grabacion)|dej[eo] (?:un |el )?(?:recado|mensaje)|"
    r"(?:me|nos) (?:dejaron|tuvieron) esperando|(?:me|nos) colg\w+)\b"
)
_SENT_ON = (
    r"\brun ?a ?round\b|\b(?:sent|send|sends|sending|passed|pass|passes|bounced|bounce|transferred|referred|shuffled) (?:me|us) (?:\w+ )?(?:to|back|on|around|round|over|somewhere|someplace|from)\b|"
    rf"\b{_WHO} (?:\w+ )?(?:told|tells|said|says|say)(?: (?:me|us|her|him))? (?:to |i should |i have to |i need to |go )(?:call|ask|try|go|see|contact|talk)\b|"
    r"\b(?:all )?(?:told|tell|say|said)(?: me)? (?:to )?call (?:the other|another|somebody else|someone else)\b|"
    r"\b(?:me|nos) (?:mand\w+|envi\w+|pas\w+|regres\w+|refir\w+|transfir\w+)(?: (?:otra vez|de nuevo|para|pa))? (?:a|al|con|aqui|aca|de|otra|donde)\b|"
    r"\b(?:me|nos) (?:traen|tienen|llevan) (?:de un lado|dando vueltas|de aqui para|de aqui pa)|\bdando vueltas\b|"
    r"\b(?:me |nos )?(?:dijo|dijeron|dice|dicen) que (?:le |les |lo |los )?(?:llam\w+|pregunt\w+|habl\w+|vaya|fuera|busc\w+|busqu\w+)(?: (?:a|al|con|en)\b)"
)
_NO_USE = (
    rf"\b{_WHO} (?:said |says |told me )?(?:they |he |she |it )?(?:don't|dont|doesn't|doesnt|didn't|can't|cant|couldn't|won't) (?:do (?:that|it|this|those)|help|give|have (?:any|money|room|that)|take|know)\b|"
    r"\b(?:was|were|is|are) (?:rude|ugly|nasty|no help|useless)|\bno help\b|\bno use\b|\bdid(?:n't|nt) help\b|"
    r"\b(?:have|got|has|there's|there is|said there's|with) (?:a |an )?(?:\w+ )?(?:\w+ )?(?:year|month|week)s? (?:wait|waiting)|\bwait(?:ing)? ?list\b|"
    r"\b(?:ain't|aint|aren't|arent|isn't|isnt|not|no longer|quit|stopped) (?:taking|accepting|seeing|doing|serving|open)\b|\b(?:they're|they|it|place|office|was|were|is) (?:was |were |is |are )?closed\b|^closed\b|"
    r"\b(?:nobody|no one|they)(?: there| over there)? (?:knows?|knew|don't know|didn't know) (?:nothing|anything|a thing)|\b(?:third|second|fourth|fifth|\d+(?:rd|nd|th)|two|three|four|five|many) times? (?:that |now )?i (?:have |'ve )?(?:call|try|tri|phon)\w*|"
    r"\bno (?:estan|esta) (?:recibiendo|aceptando|tomando|dando|atendiendo)\b|\b(?:esta|estaba|estan|estaban) cerrad[oa]s?\b|\b(?:ahi )?nadie sabe(?: nada)?\b|\bveces que (?:llamo|llame|marco|marque)\b|"
    r"\b(?:fue|fueron|es|son) (?:muy )?groser\w+|\bno (?:me |nos )?(?:ayud\w+|sirv\w+)\b|\bdij\w+ que (?:ya )?no (?:dan|hacen|hay|tienen|pueden|ayudan)\b|"
    r"\b(?:hay|tienen|dicen que hay) (?:\w+ ){0,2}(?:anos?|meses|semanas) de espera|\blista de espera\b"
)
_SAID_BEFORE = (
    r"\b(?:u|you|yall) (?:already |just )?(?:told|gave|said|sent|showed) (?:me |us )?(?:\w+ )?(?:them|those|these|the same)(?: (?:already|before|one|ones))?$|"
    r"\b(?:same|mismos?|mismas?) (?:ones|numbers|numeros) (?:again|otra vez)|\b(?:es[oa]s?|est[oa]s?) ya (?:me |nos )?(?:l[oa]s? )?(?:dijo|dio|mando|puso)\b"
)
_NOT_ANSWERED_NOW = re.compile(_NOT_ANSWERED)
_GOT_NOWHERE = re.compile("|".join((_NOT_ANSWERED, _SENT_ON, _NO_USE, _SAID_BEFORE)))
# Of our own desk, or a question: answered elsewhere.
_OF_THE_DESK = re.compile(
    r"\b(?:did|has|have|will|when|alguien|ya) (?:anybody|anyone|somebody|someone|you|they|me)\b|^(?:what|que) (?:if|pasa)\b|\b(?:y si|what if|in case)\b"
)
# "Is there a waiting list?" tells of none.
_WAITING = re.compile(r"\b(?:wait\w*|espera)\b")
_ASKS_OF_WAITING = re.compile(
    r"^(?:(?:and|so|but|ok|y|pero) )*(?:is|are|do|does|how|will|cuanto|cuantos|que tan)\b.*\b(?:wait\w*|espera\w*)\b"
)
# "He can't do that, can he?" asks what is allowed, and tells of no call.
_ASKS_WHAT_IS_ALLOWED = re.compile(
    r"(?<!n't )(?<!nt )(?<!not )\b(?:can|could|is|are|do|does|did|will|would) (?:he|she|they|it|that)$|\b(?:right|verdad|no|or what)$|\bpuede hacer eso\b"
)
# A need in the same breath.
_ALSO = re.compile(
    r"\b(?:also|too|i need|she needs|he needs|we need|tambien|necesit[oa]|y ademas)\b"
)
_SURE = 0.7
# "I already paid it" is no call that went wrong.
_OF_A_CALL = re.compile(
    r"\b(?:call\w*|told|tell|tells|said|says|say|they|them|office|number|answer\w*|help\w*|went|wait\w*|left|message|girl|lady|woman|man|hung|nobody|no one|qualif\w*|denied|turned|papers|dij\w+|dic\w+|llam\w+|contest\w+|califi\w+|neg\w+|nada|nadie|papeles|ayud\w+|esper\w+)\b"
)
_TELLS_OF_A_CALL = frozenset({"follow_up_answer", "wrong_number"})
_HOW_IT_WENT = frozenset({"got_nowhere", "waitlisted", "no_answer"})


# "I haven't called anybody yet", "last time I called a place they hung up": nothing is told of those on show.
_NOT_OF_THESE = re.compile(
    r"\b(?:haven't|havent|have not|hasn't|(?:i|we|she|he) (?:didn't|didnt|did not|never|not)) (?:even |yet |actually )?(?:called|call|tried|try|phoned|spoke\w*|talked)\b|\blast time i (?:called|tried|phoned|asked)\b|"
    r"\b(?:todavia |aun )?no (?:(?:les|los|la|le) )?(?:he llamado|llamo|llame|he hablado)\b|\bla (?:otra|ultima) vez que (?:llame|hable|pedi)\b"
)


def tells_of_none_here(plain: str) -> bool:
    """Whether a call is spoken of that was not made, or that was made to others long ago."""
    return bool(_NOT_OF_THESE.search(plain))


def got_nowhere(turn: Turn) -> bool:
    """Whether the message tells that calling led to nothing."""
    plain, needs = turn.heard.plain, turn.heard.needs
    in_hand = bool(turn.memory.case.needs)
    also = _ALSO.search(plain) if in_hand else needs and needs[0]["score"] >= _SURE
    if (
        also
        or len(plain.split()) > _LONGEST
        or _OF_THE_DESK.search(plain)
        or tells_of_none_here(plain)
        or plain.startswith("if ")
        or _ASKS_OF_WAITING.search(plain)
        or (_ASKS_WHAT_IS_ALLOWED.search(plain) and not _NOT_ANSWERED_NOW.search(plain))
        or ("?" in turn.heard.text and _WAITING.search(plain))
    ):
        return False
    return bool(_GOT_NOWHERE.search(plain)) and not tells_of_fading(plain)


def sounds_so(turn: Turn) -> bool:
    """Whether what is told after a list is likeliest how a call went, though no words of ours say so."""
    plain = turn.heard.plain
    if wants_not(plain) or complains_of_us(plain) or tells_of_none_here(plain):
        return False
    by_act = turn.heard.act in _TELLS_OF_A_CALL and not turn.heard.doubted
    told = (by_act or kind_of(turn, LIKELY) in _HOW_IT_WENT) and _OF_A_CALL.search(plain)
    return bool(told) and bool(turn.memory.case.needs)


def answer_run_around(turn: Turn) -> bool:
    """True when it was such a message: sorry, then the next places for the same need, and a person."""
    memory = turn.memory
    if memory.pending is not None or not got_nowhere(turn) or memory.case.heard or turn.gave_place:
        return False
    return show_others(turn)


def show_others(turn: Turn) -> bool:
    """Sorry, then the next places for the same need, and a person."""
    memory = turn.memory
    if not memory.case.needs:
        turn.say("utter_went_badly")
        return True
    if not memory.shown:
        return False
    offset = len(memory.shown)
    if not service_ids(turn, offset=offset):
        turn.say("utter_run_around_person")
        return True
    turn.say("utter_run_around")
    show_services(turn, offset=offset)
    return True
