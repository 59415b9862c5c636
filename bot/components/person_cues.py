"""Words around a person that tell who needs the help. All patterns read text as text.plain and relations leave it."""

import re

from bot.components.persons_named import Named

_DEAD = (
    r"(?:died|passed(?: away)?|is gone|is dead|deceased|murio|fallecio|que en paz descanse|rip)\b"
)
_DEAD_AFTER = re.compile(rf"\s*{_DEAD}")
_DEAD_BEFORE = re.compile(
    r"\b(?:late|lost (?:my|our|his|her)?|since my|after my|widow\w* of|when my)\s*$"
)
_THEIRS = re.compile(
    r"'?s? (?:own )?(?!in\b|last\b|two\b|to\b|this\b|when\b)(?:dentures|glasses|hearing|purse|teeth|keys|check|card|house|papers|clothes|walker)\b"
)
_LATE = re.compile(r"\blate\b|\bdifunt[oa]\b")
NOT_FOR = re.compile(r"\bnot (?:for |to )?(?:my )?$")
# Where somebody lives or goes, or who gets something: named, and not the one in need.
ONLY_THERE = re.compile(
    r"\b(?:live|lives|living|lived|stay|stays|staying|stayed|moved|moving|am|i'm|im|vivo|vive|vivimos|viviendo|vivia|quedo|estoy|mude) (?:\w+ ){0,5}?(?:in with|with|by|near|at|next to|close to|con|cerca de|en casa de|a casa de)\s*$|"
    r"\b(?:to be (?:near|close to|with)|add(?:ed)?|thank|like|than|write to|wrote|mad at|called|texted|go to|goes to|gone to|friend of|en el carro de)\s*$"
)
_NEED_WORDS = (
    r"needs?|could use|can't|cant|cannot|can not|won't|wont|won't|fell|falls|keeps|lost|wants|doesn't|doesnt|does not|don't|dont|forgets|refuses|hates|"
    r"thinks the|sees|hasn't|hasnt|isn't|isnt|broke|failed|gets? (?:lost|confused|dizzy|tired)|got (?:sick|hurt|a letter|a notice|a ticket|approved|denied)|"
    r"discharged|moved in|came home|comes home|eats|cries|sleeps|walks|drinks|drank|smokes|wanders|outlived|uses|takes|won|"
    r"(?:is|was|'s|s) (?:\w+ )?(?:the one|\d\d|alone|blind|deaf|sick|bedridden|homebound|in (?:a|the) (?:hospital|nursing|wheelchair|rehab)|losing|getting|having|going|coming|being|about|not|unable|too|so|almost|just|still|out of|diabetic|disabled|bored|lonely|scared|confused|depressed|forgetting|falling|wearing|turning|behind|trying)|"
    r"has (?:\w+ )?(?:lewy|heart|kidney|arthritis|lung|a bad|a hard|dementia|alzheimer\w*|parkinson\w*|cancer|ms|als|copd|diabetes|no|trouble|been|to|a hard|nobody|never|memory|not|lost|stopped)|had a (?:stroke|fall|heart|bad)|"
    r"necesita|no puede|no quiere|no tiene|se cayo|se cae|perdio|ya no|ocupa|sufre|padece|se le|usa|sale del|esta (?:\w+ )?(?:enferm\w|sol\w|en|perdiendo|olvid\w+|muy)|estuvo|tuvo|anda|tiene \d\d|vive sol\w|es (?:la|el) que|nunca|necesitan|no pueden|no tienen|ganan|estan|califican"
)
_MAYBE_WORDS = r"is|has|had|lives|was|got|gets|just|been|came|went|could|'s|s|tiene|esta|vive|quiere|recibia|needs"
_GAP = r"(?:\s+(?!(?:and|but|who|or|y|pero|gave|set|told|i|we|yo)\b)\w+){0,2}?\s*"
NEEDS_AT_ONCE = re.compile(rf"\s+(?:{_NEED_WORDS})\b")
NEEDS_STRONGLY = re.compile(rf"(?:{_GAP})(?:{_NEED_WORDS})\b")
NEEDS_PERHAPS = re.compile(rf"(?:{_GAP})(?:{_MAYBE_WORDS})\b")
SHE_NEEDS = re.compile(
    rf"\b(?:she|ella)(?:'s|'ll)? (?:also |really |just )?(?:{_NEED_WORDS})\b|\bshes \d\d\b"
)
HE_NEEDS = re.compile(
    rf"\b(?:he|el)(?:'s|'ll)? (?:also |really |just )?(?:{_NEED_WORDS})\b|\bhes \d\d\b"
)
EITHER_NEEDS = re.compile(
    rf"\b(?:she|he|they|ella|el)(?:'s|'ll)? (?:also |really |just )?(?:{_NEED_WORDS})\b"
)
AND_NEEDS = re.compile(rf"[\w' ]{{2,45}}?\b(?:and|y|but|pero) (?:{_NEED_WORDS})\b")
NEEDS_LATER = re.compile(
    rf"\b(?:she|he|they|ella|el|and|y)(?:'s)? (?:also |really )?(?:{_NEED_WORDS}|{_MAYBE_WORDS})\b"
)
SHE = re.compile(r"\b(?:she|she's|shes|her|hers|herself|ella)\b")
HE = re.compile(r"\b(?:he|he's|hes|him|his|himself)\b")
BRINGS_WORD = re.compile(
    r"\s+(?:(?:is|are)(?: (?:over |down |up |out )?in [\w ]{2,20}?)?(?: and)?(?: is| are)?(?: doing)?(?: just| all| real)? (?:well|fine|good|great|okay|ok|grown|married|getting married)(?! enough)|"
    r"says?|said|told|thinks? (?!the)|wants me|gave|dijo|dice|me (?:dijo|regalo|puso|dio|lleva|recomendo|llamo|mando|compro)|found|suggested|keeps telling|keeps asking|signed me|helps?(?: me| out)?|helped|takes me|drives me|used to (?:drive|take|help|do|come)|ayuda|usually|"
    r"lives (?:far|in|out|up|down|over)|works?|is at (?:work|boot camp|college|school)|is too busy|set (?:up|this|me)|can't come|won't help|texted|called|asked|phoned|is asking|sends?|sent|made me|put (?:it|this|me)|bought|paid|did (?:my|the)|borrowed|keeps me|hits|shouts|yells|takes my)\b"
)
HELPED = re.compile(
    r"\b(?:for|to help|help|helps|helping|with|about|get|gets|getting|want|wants|bring|take|takes|taking|drive|visit|evaluate|see|check on|watch|bathe|feed|lift|move|keep|sit with|stay with|look after|looking after|raise|"
    r"calling about|writing for|asking for|behalf of|care of|care for|caring for|para|por|de|cuid\w+ a|llev\w+ a|ayud\w+ a|bañ\w+ a|qued\w+ con|visit\w+ a)\s*$"
)
# "Her sister", "his wife": kin of somebody else.
OF_ANOTHER = re.compile(r"(?:her|his|their|sus?) ")
POSSESSIVE = re.compile(r"s\b|'s\b")
# The writer.
SPEAKS = re.compile(
    r"\b(?:i|i'm|im|i've|ive|me|myself|i'd|i'll|yo|estoy|tengo|necesito|soy|vivo|quiero|puedo|mis?|us|our)\b"
)
OWN_NEED = re.compile(
    r"\b(?:i|we)(?: \w+)?? (?:need|want|can't|cant|cannot|can not|could use|fell|lost|live|have|got|get|take|don't|dont|didn't|didnt|do not|lose|feel|would|wouldn't|require|used to|keep|been|served|turned|turn|worked|retired|owe|run|ran|hurt|use|"
    r"moved|ate|eat|drive|drove|was|were|had|did|fall|cook|worry|paid|pay|missed|never)\b|\bi'm\b|\bim\b|\bi'd\b|\b(?:can|do|should|could|am|would|did|how do|where do) i\b|"
    r"\b(?:help|give|send|tell|for|to|with|drive|take|call) (?:me|us)\b|\bmy (?:own )?(?:knee|knees|hip|back|legs?|feet|teeth|eyes|hearing|hands?|light|electric|rent|bill|bills|pills|medicine|meds|heart|house|roof|furnace|car|medicare|social security|check|landlord|"
    r"doctor|walker|apartment|wrist|arm|shoulder|deed|physical|therapy|age|place|account|phone|porch)\b|"
    r"\b(?:necesito|no puedo|tengo|estoy|me duele|me caigo|vivo|perdi|quiero|ocupo|me siento|me cortaron|me llego|me gustaria|me aburro|soy (?!quien)|lloro|dej\w+ me|no se usar\w*)\b|^(?:broke|hurt|lost|moved|need) my\b|^just moved\b"
)
FOR_OTHER = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:need|want|am looking|'m looking|looking|would like|could use)\b.{0,60}\b(?:for|to|para|over to) (?:my|our|his|her|him|the|mi|mom|dad) ?(?!self\b)"
    r"(?!(?:own|rent|bills?|house|home|car|knees?|back|doctor|dr|appointments?|store|church|eyes?|teeth|medicare|apartment|heart)\b)\w*|"
    r"\bnot (?:me|for me)\b|\bayuda para mi \w+|\b(?:i|we) (?:want|need) (?:my |our )?(?:mom|mother|dad|father|him|her) (?:to|in|on|at|out|seen)\b"
)
# Whatever else is told: the writer says that the help is for the writer.
SURELY_MYSELF = re.compile(
    r"\b(?:i'm|im|i am) the one (?:who|that|needing|in need)|\b(?:it's|its|it is|this is|help is|help's|ride is) (?:really |just )?for (?:me|myself)\b|"
    r"\bfor me,? not (?:him|her|them|my)|\b(?:la ayuda |esto |eso )?es para mi(?: misma?)?$|\bpara mi,? no para|\bmy own (?:rent|bills?|needs?|health|food|light|medicine|self|gas|electric)\b|"
    r"\b(?:kicked|threw|put) me out\b|\b(?:mother|father|mom|dad|grandma|grandpa) of (?:\d\b|two|three|four|five)|^(?:grandma|grandpa|granny|nana|mom|dad|mother) here\b|"
    r"\bfor (?:the |a )?(?:widow|grandparents?|grandmothers?)\b|\bpara abuel[oa]s\b|\bus old folks\b|\blike me\b|\bcomo yo$"
)
FOR_MYSELF = re.compile(
    r"\b(?:grief|bereavement|widows?|widowers?|grieving) (?:group|support|counsel\w+|class)|\b(?:i|we)(?: just| also| really)? (?:need|could use|want) (?:a |some )?(?:break|rest|respite|somebody to talk|someone to talk)|"
    r"\bnecesito (?:un descanso|descansar|hablar con alguien)|\bya no puedo mas\b"
)
RAISES = re.compile(
    r"\b(?:raising|raise|custody|guardianship|tanf|foster|kin|kinship|have the kids|has the kids|got (?:her|his|the) (?:boy|girl|kids)|on my porch|here with me|lives? with (?:me|us)|criando|crio|abuelas|abuelos|diapers|grandparents?|can't stay)\b"
)
CARES_FOR = re.compile(
    r"\b(?:i|we) (?:take care of|care for|am caring for|look after|am the caregiver for|help|took in|cuido a|cuidamos a)\b|\b(?:cuido|cuidando) (?:a|de)\b|\b(?:caregiver (?:for|to)|caring for|taking care of)\b"
)
CARER_NEEDS = re.compile(
    r"\b(?:break|respite|tired|exhausted|burn(?:ed|t)? out|support group|burnout|someone to talk to|can't do (?:it|this)|rest|descanso|cansad[oa]|agotad[oa]|for caregivers|get paid|paid to|pay me|me pagan|grupo de apoyo)\b"
)
# Where the writer is, who the writer is, and what the writer wants to do about it are no needs of the writer.
NOT_OWN = re.compile(
    r"\b(?:i'm|im|i am|we're|we are) (?:in|at|from|over in|out in|up in|down in|way over|calling|writing|texting|asking|worried|scared for|her|his|their|down in|\d+ hours?|"
    r"the (?:oldest|only|daughter|son|niece|nephew|wife|husband|grand\w+|one who)|(?:\w+ )?(?:hours?|hrs?|miles|states) (?:away|off)|\d+ \w+ away|so far|far away)\b|"
    r"\b(?:i|we) (?:live|stay|am) (?:in|out|over|up|down|\d+|far|two|three|four|five|six)\b|"
    r"\b(?:i|we) (?:want|need|would like|got|have) to (?:complain|report|know|find out|make sure|ask|tell somebody|speak up|turn (?:him|her|them) in)\b|"
    r"\b(?:i|we) (?:can't|cant|cannot) (?:take|leave|lift|go|come|get|be|do it|exactly|drive|afford to miss)(?: \w+){0,2} (?:him|her|them|mom|dad|over|there|off|alone|every)\b|"
    r"\b(?:i|we) (?:don't|dont|do not|didn't|didnt) know (?:what|how|who|where|if)\b|\b(?:yo )?(?:vivo|estoy) (?:en|lejos|a)\b|\bquien soy(?: yo)?\b|\bwho i am\b"
)
# Somebody who writes because of their work.
_ROLES = (
    r"(?:nurse|aide|cna|emt|paramedic|medic|firefighter|mail carrier|mailman|postal worker|teller|banker|librarian|pharmacist|pharmacy tech|social worker|case ?(?:manager|worker)|"
    r"chaplain|pastor|deacon|rabbi|counselor|teacher|coordinator|director|commander|promotora|navigator|planner|therapist|receptionist|meter reader|officer|deputy|dispatcher|"
    r"(?:property|apartment|building) manager|worker|asst|assistant|hairdresser|bus driver|clinician|trabajadora? social|enfermer[oa]|cuidadora)"
)
_AT_WORK = re.compile(
    rf"^(?:hi |hello |hola |good \w+ )?(?:(?:i'm|im|i am|this is|soy|we are) (?:the |a |an |la |el |una? )?)?(?:(?!retired|former)\w+ ){{0,3}}?{_ROLES}(?: (?:here|at|for|with|de|asking|from|looking)\b|$|(?= \w))|\b{_ROLES} here\b"
)
_THIRD = re.compile(
    r"\b(?:he|she|they|him|her|his|them|patients?|clients?|customers?|residents?|members?|patrons?|elders?|seniors?|lady|gentleman|man|woman|guy|people|someone|el|ella|paciente|cliente)\b"
)
_CASE_NOTES = re.compile(
    r"\b(?:client|pt|patient|resident|consumer|customer|patron)\b,? ?(?:is |lives |,|\d|needs|reports|states|requesting|has|w |with|discharg|d c|wiring|asks)|"
    r"\b\d\d ?(?:y ?o|yo|yr old|f|m)\b (?:man|woman|male|female|lady|lives|needs|w|alone|vet)\b|\breferral for\b|\bcase ?manager (?:here|looking|for)\b|\bseeking (?:services|resources)\b|"
    r"\bi manage an? .{0,30}\b(?:building|apartments?|complex)\b|\bone of (?:the|my|our) (?:residents|members|clients|patients|customers)\b"
)
_FOR_THE_WORKER = re.compile(
    r"\bmy own\b|\bfor me\b|\bi need help (?:paying|with my)\b|\bla ayuda es para mi\b|\bpara mi\b|\b(?:i'm|im|i am) (?:a )?retired\b"
)


def is_dead(named: Named) -> bool:
    """Whether the person is spoken of as dead."""
    if _LATE.search(named.said) or _DEAD_AFTER.match(named.after):
        return True
    # "Lost moms dentures" is no death.
    return bool(_DEAD_BEFORE.search(named.before)) and not _THEIRS.match(named.after)


def at_work(flat: str) -> bool:
    """Whether somebody writes for a client, a patron, a resident: not for kin, and not for themselves."""
    if _FOR_THE_WORKER.search(flat):
        return False
    return bool(_CASE_NOTES.search(flat)) or bool(_AT_WORK.search(flat) and _THIRD.search(flat))
