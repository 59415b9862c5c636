"""How people answer the questions before a person is asked: a yes, a no in all its shapes, a question, somebody else.

Names, numbers and times have files of their own (form_names, form_numbers, form_times).

All functions take the message as it was written (`text`) or as `Heard.plain` makes it (`plain`).
"""

from __future__ import annotations

import re

_NOTHING = re.compile(
    r"^(?:no|nothing|none|skip|nope|nada|no gracias|ninguna|nothing else|no nothing else|nada mas|no nada mas|n a|not really|that's all|thats all)$"
)
_YES = re.compile(
    r"^(?:1|yes|y|si|sure|ok|okay|share|share it|i agree|agree|yes share|comparta|compartalo|compartir|de acuerdo|claro|acepto|yes please|si por favor|go ahead)\b"
)
_YES_AT_THE_END = re.compile(
    r"(?<!don't )(?<!dont )(?<!not )(?<!no )(?<!to )\b(?:(?:ok|okay|yes|fine|si|bueno) (?:go ahead and )?(?:share|compart\w+)(?: it| this)?|go ahead|adelante)(?: i guess| then| please| pues| por favor)*$"
)
_AGREEING = re.compile(
    r"\b(?:yes|yeah|yep|yup|ya|ok|okay|sure|fine|good|right|please|share|do it|go ahead|agree\w*|allowed|si|claro|bueno|dale|adelante|compart\w+|acepto|de acuerdo|esta bien|andele|orale|perfecto|correcto|por supuesto)\b"
)
_A_PERSON = re.compile(r"\bperson(?:a)?(?: please| por favor| now| ya)?$")
_NO = re.compile(r"^(?:2|no|nope|don't|dont|do not|no comparta|no gracias|not now|never)\b")
_CORRECTS = re.compile(
    r"^(?:no|nope|not|don't|dont)\b.{0,60}\b(?:it's|its|it is|is about|about|meant|es|sobre|para) (?!(?:ok|okay|fine|all right|alright|enough|too|mine|private)\b)\w+ \w+"
)
# "Yes, but not my address" is no yes.
_HEDGED = re.compile(
    r"\b(?:but|except|unless|maybe|only if|not sure|pero|excepto|menos|solo si|quizas|tal vez|no se|don't|dont|no)\b"
)
_NO_PHONE = re.compile(
    r"\b(?:no (?:phone|number|telephone|cell|cellphone|landline)|(?:don't|dont|do not|haven't) (?:have|got|own) (?:a |any |no )?(?:phone|number|telephone|cell\w*)|"
    r"no (?:tengo|hay) (?:un )?(?:telefono|numero|celular)|sin (?:telefono|celular)|"
    r"(?:don't|dont|do not|won't|wont|not going to|not gonna|rather not|prefer not to) (?:want to |like to |wanna )?(?:give|giv\w+|say|hand)(?: you| out| it out)?(?: (?:that|it|my number|my phone|a number|out|one))*$|"
    r"no (?:se lo |lo |la |le |les )*(?:quiero|voy a|puedo|pienso) (?:dar\w*|decir\w*)(?: (?:eso|mi numero|mi telefono|el numero|ese dato))*$|(?:prefiero|mejor) no (?:dar\w*|decir\w*)(?: \w+)*$|no (?:doy|digo) (?:eso|mi numero|mi telefono))\b"
)
_PEOPLE = (
    r"(?:son|daughter|brother|sister|mother|mom|father|dad|wife|husband|niece|nephew|granddaughter|grandson|neighbor|aide|friend|landlord|kids|family|"
    r"hij[oa]s?|herman[oa]|mama|papa|madre|padre|espos[oa]|sobrin[oa]|niet[oa]|vecin[oa]|cuidadora|amig[oa]|casero|familia)"
)
# "Don't call my son", "not before nine", "don't share it with him" are wishes about the call.
_OF_TIME = r"(?:at|before|after|in|on|until|till|during|when|while|past|between|too|so|early|late|mornings?|afternoons?|evenings?|nights?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
_DETAIL = rf"(?: (?:(?:it |this |that )?(?:with|to)? ?(?:my|him|her|{_OF_TIME}|me {_OF_TIME})|(?:it |this |that )?(?:with|to) (?:the|those|that)|(?:any |no |out |me |us )*(?:mail|letters?|papers?|texts?|emails?|paperwork|bills?|things|junk))\b)"
# A no to the whole thing, at any question.
_WILL_NOT = re.compile(
    r"\b(?:(?:don't|dont|do not|no longer) want (?:a |any |the |your |that )?(?:call|calls|person|help|referral)|"
    rf"(?:don't|dont|do not|never) (?:want|like) (?:(?:you|them|anybody|anyone|nobody|any of you) )?(?:to )?(?:share|shar\w+|send|sending|tell|give out|giv\w+ (?:out|away)|call|calling)(?!{_DETAIL})|"
    rf"(?<!write )(?<!write me )(?<!text )(?<!text me )(?:don't|dont|do not) (?:share|send|call me|call)(?!{_DETAIL})|not? (?:sharing|comfortable)|(?:don't|dont|do not) agree|never ?mind|forget it|cancel|leave it|"
    r"(?:rather|prefer to|i'll|i will|let me|gonna|going to) (?:just )?(?:call|ring|phone|do it|try)(?: them| it)?(?: myself| first)?|changed my mind|"
    r"no quiero(?:$| (?:nada|ya|eso|esto|ayuda|que (?:me )?(?:llam\w+|habl\w+|busq\w+|marqu\w+)(?! (?:a|antes|despues|en|por|tan)\b)|que (?:lo |la |los |las |me |se |nadie |le )*(?:compart\w+|sep\w+ nada)|compartir|seguir|hablar con nadie|hacer esto)\b)|"
    r"no (?:estoy de acuerdo|acepto)|olvidelo|(?<!asi )(?<!si )(?:mejor )?(?:dejelo|deje(?! que| de))|mejor no(?! (?:antes|tan|muy))|(?:mejor|prefiero)(?: yo)? (?:llamo|llamar|les hablo|hablo|hablar)(?: yo)?|"
    r"no (?:deseo) que \w+|no (?:lo )?(?:compartan?|manden?|llamen?)(?! (?:a|con|antes|despues|en|por|tan|muy|cartas?|correo|papeles|mensajes|cosas|los|las|el|la|durante|cuando|mientras)\b))\b"
)
_A_SHORT_NO = re.compile(
    r"^(?:no|n|nope|nah|no thanks|no thank you|no gracias|not now|no ma'am|no sir|ahora no|mejor no|para nada|i don't think so|i dont think so|(?:no )+(?:not (?:now|today|yet|right now|me)|later|wait)|no (?:ahorita|todavia|hoy) no|no por ahora)$"
)
_JUST_YES = re.compile(
    r"^(?:yes|yeah|yep|y|ok|okay|sure|please|si|claro|bueno|por favor|go ahead|yes please|si por favor|that's fine|alright|all right)$"
)
_OF_THE_CONSENT = re.compile(
    r"^(?:(?:yes|si|ok|no) )?(?:don't |dont |do not |no )?(?:share|compart\w+)(?: it| this)?$"
)
_CALL_ANOTHER = re.compile(
    rf"\b(?:call|ring|phone|talk to|speak (?:to|with)|llam\w+|hablen? con|habl\w+le)(?: a| con)? (?:my|mi) {_PEOPLE}\b|"
    rf"\b(?:my|mi) {_PEOPLE} (?:be (?:called|the one)|get the call|get called|(?:can |could |should |will )?(?:take|answer) the call)|\b(?:can|could) (?:they|you|it) (?:call|be) (?:my|mi) {_PEOPLE}\b"
)
_TELL_ANOTHER = re.compile(
    rf"\b(?:don't|dont|do not|not|never|without)\b(?: \w+){{0,4}} (?:tell\w*|let\w*|share|shar\w+|call\w*|contact\w*|say\w*|give|involve|know|bother\w*)\b.{{0,25}}\b(?:my|his|her) {_PEOPLE}\b|"
    rf"\b(?:leave|keep) (?:my|his|her) {_PEOPLE} (?:\w+ )?(?:out\b(?! (?:the|late))|away|from (?:know|find))|\b(?:nobody|no one|without anybody) (?:\w+ )?(?:tell\w*|call\w*|contact\w*|bother\w*)(?: to)? (?:my|his|her) {_PEOPLE}\b|"
    rf"\b(?:my|his|her) {_PEOPLE} (?:not |to not |isn't |is not |shouldn't |should not |doesn't |can't |must not )(?:to )?(?:know|be told|hear|find out|see)|\b(?:but|just|and|only) not (?:to |with |for )?(?:my|his|her) {_PEOPLE}\b|"
    rf"\b(?:call|tell|ask) me,? not (?:my |his |her )?{_PEOPLE}\b|\b(?:llam\w+|dig\w+|habl\w+) a mi,? no a (?:mi )?{_PEOPLE}\b|"
    rf"\bno (?:\w+ ){{0,3}}(?:dig\w+|avis\w+|llam\w+|cuent\w+|compart\w+|molest\w+|sep\w+|enter\w+|met\w+)\b.{{0,25}}\b(?:mi|mis|su) {_PEOPLE}\b|\b(?:mi|mis) {_PEOPLE} no (?:sep\w+|se enter\w+|tiene que saber|debe saber)|"
    rf"\b(?:pero|y|menos|excepto) (?:no )?(?:a |con )?(?:mi|mis) {_PEOPLE}(?: no)?$"
)

_KEEPS_NAME = re.compile(
    r"\b(?:(?:no|not|don't|dont|rather|won't) .{0,25}\b(?:my |a |give |say )?names?\b|(?:no|prefiero) .{0,25}\bnombre\b|anonymous|anonim[oa])"
)


def keeps_the_name(plain: str) -> bool:
    """Would rather not give a name."""
    return bool(_KEEPS_NAME.search(plain))


def calls_somebody_else(plain: str) -> bool:
    """Wants another person of the family called instead."""
    return bool(_CALL_ANOTHER.search(plain)) and not keeps_from_somebody(plain)


def keeps_from_somebody(plain: str) -> bool:
    """ "Yes, but not my daughter": one person is not to know or to be called; nothing else is refused."""
    return bool(_TELL_ANOTHER.search(plain))


def is_yes(plain: str) -> bool:
    """Begins with a yes, or ends with one: "ok share it I guess"."""
    return bool(_YES.match(plain)) or ends_with_a_yes(plain)


def ends_with_a_yes(plain: str) -> bool:
    """ "… ok share it I guess": said last, and said in so many words."""
    return bool(_YES_AT_THE_END.search(plain))


def wants_a_person(plain: str) -> bool:
    """ "Forget it. PERSON": no no to a person."""
    return bool(_A_PERSON.search(plain))


def sounds_like_yes(plain: str) -> bool:
    """Whether a word of agreeing is in it at all."""
    return bool(_AGREEING.search(plain))


def is_a_bare_yes(plain: str) -> bool:
    """A yes and nothing else."""
    return bool(_JUST_YES.match(plain))


def is_no(plain: str) -> bool:
    """Begins with a no."""
    return bool(_NO.match(plain))


def is_a_correction(plain: str) -> bool:
    """ "No, it's not legal help, it's about her pills": a no to what was understood, not to being called."""
    return bool(_CORRECTS.match(plain))


def is_hedged(plain: str) -> bool:
    """Holds something that makes a yes uncertain."""
    return bool(_HEDGED.search(plain))


def is_nothing_more(plain: str) -> bool:
    """ "Nothing else", "no, nada más": no more to say, which shares nothing and refuses nothing."""
    return bool(_NOTHING.match(plain)) and plain != "no" and "gracias" not in plain


def is_of_the_consent(plain: str) -> bool:
    """The words of the last question's choices, said before it."""
    return bool(_OF_THE_CONSENT.match(plain))


def is_a_short_no(plain: str) -> bool:
    """A no and nothing else."""
    return bool(_A_SHORT_NO.match(plain))


def will_not(plain: str) -> bool:
    """Wants no call and no sharing at all, or will call alone."""
    return bool(_WILL_NOT.search(plain))


def has_no_phone(plain: str) -> bool:
    """Tells that there is no phone."""
    return bool(_NO_PHONE.search(plain))


def is_nothing(plain: str) -> bool:
    """Nothing to add."""
    return bool(_NOTHING.match(plain))
