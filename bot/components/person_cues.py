"""Words around a person that tell who needs the help. All patterns read text as text.plain and relations leave it."""

import re

from bot.components.persons_named import Named

_DEAD = r"(?:(?:(?:has|he's|she's|'s) )?been gone (?:\d+|a|two|three|four|five|six|ten|many|some|several)|died|passed(?: away)?|is gone|is dead|deceased|murio|fallecio|que en paz descanse|rip)\b"
_DEAD_AFTER = re.compile(
    rf"\s*{_DEAD}|.{{0,40}}\b(?:he's|she's|has|s) been gone (?:\d+|a|two|three|four|five|six|ten|many|several)\b"
)
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
    r"\b(?:same (?:house|place|home|building|apartment) as|next door to|misma casa (?:de|que)|to be (?:near|close to|with)|add(?:ed)?|thank|like|than|write to|wrote|mad at|called|texted|go to|said|says|(?:ok|okay|fine|safe|over|staying|stayed) at|goes to|gone to|friend of|en el carro de)\s*$"
)
# What somebody does not do for the writer: "my daughter won't answer", "mi hijo no me ayuda".
NO_HELP = re.compile(
    r"\s+(?:\w+ )?(?:won't|wont|can't|cant|cannot|doesn't|doesnt|don't|dont|never|isn't|isnt|no|ya no|nunca)(?: ever| even| always| (?:puede|quiere|pueden|quieren|me))* "
    r"(?:answers?|helps?|comes?|come (?:by|over|help)|visits?|calls?|call me|lift it|move it|do it|fix it|take me|drive me|get off work|get here|be here|be bothered|ayuda\w*|ven\w+|viene\w*|llevar\w*|lleva|contesta\w*|llama\w*|visita\w*|cuidarme|hace caso)\b"
    r"(?! (?:the (?:phone|door)|himself|herself))"
)
# Somebody who acts on the writer: "my brother took my keys", "the landlord's son is raising my rent".
ACTS_ON_ME = re.compile(
    r"(?:'s)?\s+(?!(?:retired|diagnosed|discharged|moved|passed|turned|wandered|stopped|refused|used|needed|wanted|lived|tried|stayed|failed|died)\b)\w{3,}ed (?:the|my|me|it|us|our|up|out|a|some)\b(?! (?:hip|leg|arm|back|memory|mind|license|job|home|house))|"
    r"\s+(?:got|gets) (?:the|hers|his|one|free|it|theirs)\b|\s+(?:quiere|quieren|va a|van a|puede) (?!dejarme|darme|nombrarme)\w{3,}me\b|"
    r"(?:'s)?\s+(?!(?:needs?|has|wants|lost|can't|cant|won't|wont|and|or|in|for|but|so|y|who)\b)(?:(?:is|was|are|has|had|keeps|already|just|got|te|ya) )?"
    r"(?:\w+)(?: (?:up|out|off|away|down|over|to))? (?:me|my|us|our)\b(?! (?:to (?:help|find|get|do|come)|crying|every|at|all|and|mom|mother|dad|father|parents|number|name|wife|husband|sister|brother)\b)|"
    r"\s+(?:ya )?(?:me|nos) (?!necesita|duele)\w+|\s+(?:andan? lejos|estan? lejos|trabaja\w*|drinks? up|drinks it|steals?|gets? (?:those|these|that|it|hers|his|meals)|has one|"
    r"(?:are|is|all live|both live|live) (?:\w+ )?(?:far|away|gone|busy|in (?:california|texas|florida|new york|another state)|out of state|out of town|overseas))\b"
)
# The writer and somebody else: "me and my sisters", "mi hermana y yo".
WITH_ME = re.compile(r"\b(?:me|yo|i) (?:and|y|n)\s*$")
AND_ME = re.compile(r"s?\s+(?:and|y) (?:i|me|yo)\b")
_NEED_WORDS = (
    r"needs?|could use|can't|cant|cannot|can not|won't|wont|won't|fell|falls|keeps|lost|wants|doesn't|doesnt|does not|don't|dont|forgets|refuses|hates|"
    r"thinks the|sees|hasn't|hasnt|isn't|isnt|broke|failed|gets? (?:lost|confused|dizzy|tired)|got (?:sick|hurt|a letter|a notice|a ticket|approved|denied)|"
    r"discharged|moved in|came home|comes home|eats|cries|sleeps|walks|drinks|drank|smokes|wanders|outlived|uses|takes|won|"
    r"(?:is|was|'s|s) (?:\w+ )?(?:the one|\d\d|alone|blind|deaf|sick|bedridden|homebound|in (?:a|the) (?:hospital|nursing|wheelchair|rehab)|losing|getting|having|going|coming|being|about|not|unable|too|so|almost|just|still|out of|diabetic|disabled|bored|lonely|scared|confused|depressed|forgetting|falling|wearing|turning|behind|trying)|"
    r"has (?:\w+ )?(?:lewy|heart|kidney|arthritis|lung|a bad|a hard|dementia|alzheimer\w*|parkinson\w*|cancer|ms|als|copd|diabetes|no|trouble|been|to|a hard|nobody|never|memory|not|lost|stopped)|had a (?:stroke|fall|heart|bad)|"
    r"necesita|no puede|no quiere|no tiene|se cayo|se cae|perdio|ya no|ocupa|sufre|padece|se le|usa|sale del|esta (?:\w+ )?(?:enferm\w|sol\w|en|perdiendo|olvid\w+|muy)|estuvo|tuvo|anda|tiene (?:\d\d|alguna|discapacidad|demencia|alzheimer|cancer|diabetes|azucar|artritis|parkinson|problemas|miedo|hambre)|vive sol\w|es (?:la|el) que|nunca|necesitan|no pueden|no tienen|ganan|estan|califican"
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
# "Sit with him", "cook for her", "can she get one", "él no tiene": he or she is the one it is about.
HELPS_HER = re.compile(
    r"\b(?:for|with|get|gets|getting|help|helps|put|watch|watches|bathe|lift|move|take|takes|bring|leave|wash|washed|keep|send|drive|feed|enroll|handle|manage|care of|check on|to) (?:him|her|them)\b(?! (?:a|the|some) (?:break|hand))|"
    r"\b(?:can|could|does|is|will|should|would|do|are|may|did|when|if|so) (?:he|she|they)\b|\b(?:cuid\w+|llev\w+|bañ\w+|ayud\w+|atiend\w+|deja\w*|manej\w+)(?:la|lo|los|las|le|les)\b|\b(?:la|lo) (?:cuid\w+|llev\w+|bañ\w+|manej\w+|deja\w*|atiend\w+)\b"
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
    r"calling about|writing for|asking for|behalf of|care of|care for|caring for|para|por|de|cuid\w+ a|llev\w+ a|ayud\w+ a|bañ\w+ a|qued\w+ con|visit\w+ a|acompañ\w+ a|acompan\w+ a|atiend\w+ a|bañ\w+ a|vig\w+ a|busc\w+ a|pas\w+ a|lift|shower|dress|place|move|enroll|sign up|toilet|turn|does|do|can|could|will|would|should|is|are|did|has|puede|tiene|esta)\s*$"
)
# "Her sister", "his wife": kin of somebody else.
OF_ANOTHER = re.compile(r"(?:her|his|their|sus?) ")
POSSESSIVE = re.compile(r"s\b|'s\b")
# The writer.
SPEAKS = re.compile(
    r"\b(?:i|i'm|im|i've|ive|me|myself|i'd|i'll|yo|estoy|tengo|necesito|soy|vivo|quiero|puedo|mis?|us|our)\b"
)
# What whoever cares for somebody writes as well: "I need", "can I", "we have".
OWN_NEED = re.compile(
    r"\b(?:i|we)(?: \w+)?? (?:need|want|can't|cant|cannot|can not|could use|live|have|got|get|take|don't|dont|didn't|didnt|do not|feel|would|wouldn't|require|used to|keep|been|served|turned|turn|worked|use|"
    r"moved|was|were|had|did|worry|missed|never)\b|\bi'm\b|\bim\b|\bi'd\b|\b(?:can|do|should|could|am|would|did|how do|where do) i\b|"
    r"\b(?:help|give|send|tell|for|to|with|call) (?:me|us)\b|"
    r"\b(?:necesito|necesitamos|no puedo|tengo|tenemos|estoy|estamos|vivo|quiero|queremos|ocupo|me gustaria|soy (?!quien)|no se usar\w*)\b|^just moved\b"
)
# What nobody writes of another: the writer's own body, bills, house and days.
OWN_LIFE = re.compile(
    r"\bmy (?:own |two |bad |left |right |old |last |back |front )?(?:knees?|hips?|back|legs?|foot|feet|teeth|tooth|dentures|eyes?|eyesight|hearing|ears?|hands?|light|lights|electric\w*|water|gas|heat|power|rent|bills?|pills?|medicines?|meds|prescriptions?|heart|house|trailer|apartment|place|roof|"
    r"floors?|furnace|car|truck|medicare|medicaid|social security|check|pension|landlord|doctor|walker|wheelchair|cane|wrist|arm|shoulder|head|chest|lungs?|sugar|deed|physical|therapy|age|account|card|phone|cell|tablet|computer|porch|steps|stairs|ramp|bathroom|tub|toilet|kitchen|yard|grass|taxes|license|snap|stamps|income|insurance|"
    r"glasses|memory|nerves|memories|cat|dog|mail|papers|will|stroke|surgery|operation|cancer|diabetes|oxygen|cpap|name|pictures|money|bank)\b|"
    r"\b(?:i|we)(?: \w+)?? (?:fell|fall|lost|lose|owe|ran|run out|hurt|ate|eat|drive|drove|cook|paid|pay|retired|outlived|hear|see|walk|climb|smell|sleep|slept|itch|shake|ache|qualify|file|vote)\b|"
    r"\b(?:i'm|im|i am) (?:\w+ )?(?:\d\d\b(?! (?:miles|hours|and (?:he|she)))|blind|deaf|alone|lonely|hungry|broke|sick|disabled|diabetic|a widow\w*|widowed|homeless|behind|out of|on oxygen|on disability|on a walker)|"
    r"\bhow (?:do|can|would) i (?:get|keep|turn|use|apply|pay|fix|find) (?:my|mine|on|it back|the house)\b|\bdrive(?:s)? me\b|\btakes? me\b|\bme (?:duele|caigo|cortaron|llego|siento|aburro|operaron|quitaron|deben|cobran|mandaron|quieren)\b|\b(?:perdi|lloro|no oigo|no veo|dej\w+ me|me caigo|yo aqui)\b|"
    r"\bmis? (?:rodillas?|espalda|pies?|piernas?|dientes|ojos|oidos?|manos?|luz|renta|recibos?|casa|cheque|pastillas|medicinas?|corazon|techo|carro|seguro|doctora?|andadera|telefono|presion|pension|propi\w+|taxes|lentes)\b|^(?:broke|hurt|lost|moved|need) my\b"
)
FOR_OTHER = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:need|want|am looking|'m looking|looking|would like|could use)\b.{0,60}\b(?:for|to|para|over to) (?:my|our|his|her|him|the|mi|mom|dad) ?(?!self\b)"
    r"(?!(?:own|rent|bills?|house|home|car|knees?|back|doctor|dr|appointments?|store|church|eyes?|teeth|medicare|apartment|heart)\b)\w*|"
    r"\bnot (?:me|for me)\b|\bayuda para mi \w+|\b(?:i|we) (?:want|need) (?:my |our )?(?:mom|mother|dad|father|him|her) (?:to|in|on|at|out|seen)\b"
)
# Whatever else is told: the writer says that the help is for the writer.
SURELY_MYSELF = re.compile(
    r"\b(?:i'm|im|i am|soy) (?:an? |una? )?(?:great )?(?:grandmother|grandma|grandfather|grandpa|grandparent|widow|widower|abuel[oa]|viud[oa])\b(?! (?:of|de) )|\bto (?:help|care for|take care of|look after) me\b|"
    r"\b(?:it's|its|it is|this is|now) me (?:that|who|needing|this time)\b|\bsoy yo (?:la|el|quien)\b|\bme toca a mi\b|"
    r"\b(?:i'm|im|i am) the one (?:who|that|needing|in need)|\b(?:it's|its|it is|this is|help is|help's|ride is) (?:really |just )?for (?:me|myself)\b|"
    r"\bmy own (?!(?:mother|mom|dad|father|home|house|family|kids|children|business|car|job|life|way|place)\b)\w+|"
    r"\bfor me,? not (?:him|her|them|my)|\b(?:la ayuda |esto |eso )?es para mi(?: misma?)?$|\bpara mi,? no para|\bmy own (?:rent|bills?|needs?|health|food|light|medicine|self|gas|electric)\b|"
    r"\b(?:kicked|threw|put) me out\b|\b(?:mother|father|mom|dad|grandma|grandpa) of (?:\d\b|two|three|four|five)|^(?:grandma|grandpa|granny|nana|mom|dad|mother) here\b|"
    r"\bfor (?:the |a )?(?:widow|grandparents?|grandmothers?)\b|\bpara abuel[oa]s\b|\bus old folks\b|\blike me\b|\bcomo yo$"
)
FOR_MYSELF = re.compile(
    r"\b(?:grief|bereavement|widows?|widowers?|grieving) (?:group|support|counsel\w+|class)|\b(?:i|we)(?: just| also| really)? (?:need|could use|want) (?:a |some )?(?:break|rest|respite|somebody to talk|someone to talk)|"
    r"\bnecesito (?:un descanso|descansar|hablar con alguien)|\bya no puedo mas\b"
)
# "I drive him everywhere, and now I can't see": what the story comes to is the writer's own.
SO_I = re.compile(
    r"\b(?:and now|but now|so now|y ahora|y yo|asi que yo) (?:i|i'm|im|i've|ive|my|me|yo|no puedo|tengo|necesito|mis?)\b(?! (?:have to|need to|got to|gotta) (?:take|drive|find|get|call|watch)| (?:mom|mother|dad|father|mama|papa))"
)
RAISES = re.compile(
    r"\b(?:raising|raise|custody|guardianship|tanf|foster|kin|kinship|have the kids|has the kids|got (?:her|his|the) (?:boy|girl|kids)|on my porch|here with me|lives? with (?:me|us)|criando|crio|abuelas|abuelos|diapers|grandparents?|can't stay)\b"
)
CARES_FOR = re.compile(
    r"\b(?:i|we) (?:take care of|care for|am caring for|look after|am the caregiver for|help|took in|cuido a|cuidamos a)\b|\b(?:cuido|cuidando) (?:a|de)\b|\b(?:caregiver (?:for|to)|caring for|taking care of)\b"
)
CARER_NEEDS = re.compile(
    r"\b(?:break|respite|tired|exhausted|burn(?:ed|t)? out|support group|burnout|someone to talk to|can't do (?:it|this)|rest|descanso|cansad[oa]|agotad[oa]|for caregivers|get paid|paid to|pay me|me pagan|grupo de apoyo|spell me|relieve me|wears? me|worn|support for me|time (?:off|to myself)|get out of the house|ya no puedo mas|respiro)\b"
)
# Where the writer is, who the writer is, and what the writer wants to do about it are no needs of the writer.
NOT_OWN = re.compile(
    r"\bnot (?:for|about) me\b|\bnot me\b|\bi (?:mean|meant|said|say|guess|suppose|think|thought|hope|told|asked)\b|\bquise decir\b|"
    r"\b(?:i'm|im|i am) not the one\b(?: \w+){0,3}|"
    r"\b(?:i'm|im|i am|we're|we are) (?:in|at|from|over in|out in|up in|down in|way over|calling|writing|texting|asking|worried|scared for|her|his|their|down in|\d+ hours?|"
    r"the (?:oldest|only|daughter|son|niece|nephew|wife|husband|grand\w+|one who)|(?:\w+ )?(?:hours?|hrs?|miles|states) (?:away|off)|\d+ \w+ away|so far|far away)\b|"
    r"\b(?:i|we) (?:live|stay|am) (?:in|out|over|up|down|\d+|far|two|three|four|five|six)\b|"
    r"\b(?:i|we) (?:want|need|would like|got|have) to (?:complain|report|know|find out|make sure|ask|tell somebody|speak up|turn (?:him|her|them) in)\b|"
    r"\b(?:i|we) (?:can't|cant|cannot) (?:take|leave|lift|go|come|get|be|do it|exactly|drive|afford to miss)(?: \w+){0,2} (?:him|her|them|mom|dad|over|there|off|alone|every)\b|"
    r"\b(?:i|we) (?:don't|dont|do not|didn't|didnt) know (?:what|how|who|where|if)\b|\b(?:yo )?(?:vivo|estoy) (?:en|lejos|a)\b|\bquien soy(?: yo)?\b|\bwho i am\b"
)
# Somebody who writes because of their work.
_ROLES = (
    r"(?:nurse|aide|cna|emt|paramedic|medic|firefighter|mail carrier|mailman|postal worker|teller|banker|librarian|pharmacist|pharmacy tech|social worker|case ?(?:manager|worker|mgr)|"
    r"chaplain|pastor|deacon|rabbi|counselor|teacher|coordinator|director|commander|promotora|navigator|planner|therapist|receptionist|meter reader|officer|deputy|dispatcher|"
    r"(?:property|apartment|building) manager|worker|asst|assistant|hairdresser|bus driver|clinician|trabajadora? social|enfermer[oa]|cuidadora)"
)
_AT_WORK = re.compile(
    rf"^(?:hi |hello |hola |good \w+ )?(?:(?:i'm|im|i am|this is|soy|we are) (?:the |a |an |la |el |una? )?)?(?:(?!retired|former)\w+ ){{0,3}}?{_ROLES}(?: (?:here|at|for|with|de|asking|from|looking)\b|$|(?= \w))|\b{_ROLES} here\b"
)
_THIRD = re.compile(
    r"\b(?:he|she|they|him|her|his|them|patients?|clients?|customers?|residents?|members?|patrons?|elders?|seniors?|lady|gentleman|man|woman|guy|people|someone|el|ella|pacientes?|client[ea]s?|residentes?|señora?|señor|cousin|prima)\b"
)
_CASE_NOTES = re.compile(
    r"\b(?:client|pt|patient|resident|consumer|customer|patron)\b,? ?(?:is |lives |,|\d|needs|reports|states|requesting|has|w |with|discharg|d c|wiring|asks)|"
    r"\b\d\d ?(?:(?:y ?o|yo|yr old|f|m)\b (?:man|woman|male|female|lady|lives|needs|w|alone|vet)|(?:y ?o |yo |yr old )?[fm])\b|\breferral for\b|\bcase ?manager (?:here|looking|for)\b|\bseeking (?:services|resources)\b|"
    r"\bi manage an? .{0,30}\b(?:building|apartments?|complex)\b|\b(?:volunteer|client|member|resident|patient|parishioner) of (?:ours|mine)\b|\bone of (?:the|my|our) (?:\w+ )?(?:residents|members|clients|patients|customers|ladies|old folks|seniors|regulars|parishioners|elders)\b|\bclient of (?:our|my|the)\b|"
    r"\b(?:the|our|my) residents (?:told|all|keep|say|are|have|need)\b|\bresidents all\b|\b(?:make|file|making) an? (?:adult protective|aps)\b|^aps question\b"
)
_FOR_THE_WORKER = re.compile(
    r"\bmy own\b|\bfor me\b|\bi need help (?:paying|with my)\b|\bla ayuda es para mi\b|\bpara mi\b|\b(?:i'm|im|i am) (?:a )?retired\b"
)


# "I run the food pantry and a man here…": at work, or as a volunteer, though no job is named.
_WHERE_I_WORK = re.compile(
    r"\b(?:i|we) (?:run|manage|work (?:at|for|with|in)|deliver|volunteer (?:at|with|for|in)|supervise|coordinate|staff)\b|\b(?:i'm|im|i am|we're|we are) (?:with|at|from|calling from|over at|de) (?:the |a )?(?:\w+ ){0,3}?"
    r"(?:department|hospital|clinic|agency|church office|pantry|library|school|shelter|center|office|home health|hospice|police|fire|county|program)\b|"
    r"\btrabajo (?:en|con|para) |\bon my route\b"
)
_STRANGER = re.compile(r"\b(?:this cousin|una prima|client[ea]|patient|resident)\b")
_KIN_OF_MINE = re.compile(
    r"\b(?:my|our|mi) (?:mom|mother|dad|father|husband|wife|parents|sister|brother|aunt|uncle|grand\w+|son|daughter|mama|papa|espos[oa]|herman[oa]|ti[oa]|abuel[oa])\b"
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
    if _WHERE_I_WORK.search(flat) and _STRANGER.search(flat) and not _KIN_OF_MINE.search(flat):
        return True
    return bool(_CASE_NOTES.search(flat)) or bool(_AT_WORK.search(flat) and _THIRD.search(flat))
