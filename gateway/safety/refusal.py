"""After a crisis text: somebody does not want the help, or says that it is not so bad."""

from __future__ import annotations

import re

_MOST_WORDS = 16
_HELP = r"(ambulance|911|988|hospital|er|e r|emergency room|paramedics?|doctor|police|them|anyone|anybody|nobody|you)"
_NO = re.compile(
    # No ambulance, no calls, no hospital; they cost too much; I will wait.
    rf"\b(no|not|don't|won't|can't|never|refuse\w*|rather not|hate) (\w+ ){{0,4}}{_HELP}\b"
    r"|\b(can't afford|too much money|no insurance|owe\w* (them|for the last))\b"
    r"|\b(i'll|i will|going to|we'll) (\w+ )?(be (fine|ok|okay|all right|alright)|wait|sleep it off|rest|lie down|lay down|see how|see if)\b"
    r"|\b(it'll|it will|this will|he'll|she'll) (\w+ )?(pass|go away|be (fine|ok|okay|all right))\b"
    r"|\b(i'm|i am|he's|she's|we're) (\w+ )?(fine|ok|okay|all right|alright|better)\b( now)?"
    r"|\b(it's|its|that's) not (that|so) bad\b|\bleave me (alone|be)\b|\bdon't (want to )?(bother|send|trouble)\b"
    # I will not do it; I did not mean that.
    r"|\b(i'm|i am) not (going to|about to|planning|thinking|suicidal)\b|\b(didn't|don't) mean (it|that|to)\b"
    r"|\bi (would never|wouldn't|won't|will not) (do|hurt|kill|harm)\b|\bjust (sad|tired|talking|venting|lonely|down|blowing)\b"
    # The same in Spanish.
    r"|\bno (\w+ ){0,4}(ambulancia|911|988|hospital|doctor|policia|emergencias)\b"
    r"|\b(no me alcanza|no tengo (seguro|dinero))\b"
    r"|\b(me|se) (va a pasar|voy a (acostar|esperar|poner bien)|espero)\b|\bya se (me|le) (va a pasar|paso|quita)\b"
    r"|\b(estoy|esta|estamos) (ya )?(bien|mejor)\b|\bno es para tanto\b|\bno quiero molestar\b|\bdejeme (en paz|sola|solo)\b"
    r"|\bno (voy|pienso|iba) a (hacer|hacerme|matarme)\b|\bno lo (voy a hacer|decia en serio)\b|\bsolo (estoy|ando) (triste|cansad[oa])\b"
)
_COSTS = re.compile(r"\b(cost\w*|expensive|cuesta|cuestan|cobran|car[oa]s?)\b")
# The price of a thing or of mending it, and not of the call or of who comes.
_OF_A_THING = re.compile(
    r"^(?!.*\b(ambulance|911|988|er|hospital|emergency|doctor|calls?|calling|ambulancia|llamada|llamar|emergencias)\b).*"
    r"\b(fix\w*|repair\w*|replac\w*|install\w*|mend\w*|patch\w*|put (one|it|in|up|that|them)|buy\w*|rent\w*|get (one|a new)|new one|used one|furnace|heater|boiler|"
    r"stove|roof|ceiling|window|ramp|rails?|grab bars?|lift|chair|walker|tank|machine|meals?|rides?|bus|taxi|van|aide|lawyer|meds|medicines?|pills|insulin|bill|dues|class(es)?|"
    r"arregl\w+|repar\w+|instal\w+|compr\w+|cambi\w+|poner|pongan|rentar|un[oa] nuev[oa]|calentador|calefaccion|estufa|techo|ventana|rampa|silla|andador|tanque|maquina|"
    r"comidas?|transporte|camion|abogad[oa]|medicinas?|pastillas|insulina|clases?)\b"
)
_NEW = re.compile(
    # A danger in the same breath is no refusal, and neither is a request for something else.
    r"\b(but|pills|gun|rope|knife|bridge|tonight|goodbye|worse|help me|please send|need|where|how do|can you|"
    r"pero|pastillas|pistola|cuchillo|esta noche|adios|peor|ayudeme|necesito|donde|puede)\b"
)


_WELL = re.compile(
    r"\b(i'm|i am|we're|we are) (just |perfectly |quite |doing |really |all )?(fine|ok|okay|all right|alright)\b"
    r"|\b(estoy|estamos) (muy |ya )?bien\b|\bjust (sad|tired|talking|venting|lonely|down)\b|\bsolo (estoy|ando) (triste|cansad[oa])\b"
)


def says_all_is_well(normalised: str) -> bool:
    """Whether a short message says "I'm fine", and does not refuse help that was sent for."""
    return says_no(normalised) and bool(_WELL.search(normalised))


def says_no(normalised: str) -> bool:
    """Whether a short message refuses help or denies the danger, and nothing more."""
    if len(normalised.split()) > _MOST_WORDS or _NEW.search(normalised):
        return False
    if _NO.search(normalised):
        return True
    return bool(_COSTS.search(normalised)) and not _OF_A_THING.search(normalised)
