"""What a question about a listed place asks for: fields of its record, and what a record tells only now and then.

Each stretch of words speaks of one thing: "how much notice" is notice and no price. So a line may ask for two.
"""

from __future__ import annotations

import re

_KIN = (
    r"(?:son|daughter|kids?|children|wife|husband|sister|brother|mother|mom|father|dad|niece|nephew|grandson|granddaughter|neighbou?r|friend|aide|caregiver|cousin|aunt|uncle|"
    r"hij[oa]s?|espos[oa]|herman[oa]|mama|papa|madre|padre|sobrin[oa]|niet[oa]s?|vecin[oa]|amig[oa]|cuidadora?|prim[oa]|ti[oa]|nuera|yerno)"
)
_SOMEBODY = rf"(?:somebody else|someone else|another person|anybody else|anyone else|(?:a|an|my|her|his|our|the|mi|su|un|una) {_KIN}|otra persona|alguien mas)"
_TONGUES = (
    r"(?:spanish|english|chinese|mandarin|cantonese|vietnamese|korean|tagalog|russian|polish|italian|greek|portuguese|french|creole|arabic|farsi|hindi|hmong|somali|navajo|armenian|japanese|ukrainian|"
    r"espanol|ingles|chino|coreano|ruso|portugues|frances|criollo|arabe|mixteco|nahuatl)"
)
# "What is legal aid?", "speak plainly": what they do, in the record's own plain words.
_MEANING = (
    r"^(?:(?:and|but|so|ok|okay|well|wait|oh|i don't understand|i dont understand|i don't get it) )*(?:what's|whats|what is|what are|what (?:in the world|on earth|the heck|in heaven's name) (?:is|are)|who (?:is|are)|who's) "
    r"(?!(?:the|my|your|their|his|her|its) (?:\w+ )?(?:number|phone|address|hours?|cost|price|website|name|catch|wait|weather|time|date)\b|(?:next|wrong|up|going|there|left|open|free|closest|nearest|near|closer)\b)"
    r"(?:\w+ ?){1,4}$|"
    r"\bwhat (?:do|does|would|will|can) (?:they|it|that|this|those|these|he|she|the (?:first|second|third|last) (?:one)?|a \w+(?: \w+)?|the \w+(?: \w+)?) (?:\w+ )?(?:do|mean|even mean)\b|"
    r"\b(?:y )?(?:que|cual) (?:es|son) (?:eso|esto|esa|ese|esas|esos|ellos|un|una|la (?:primera|segunda|tercera)|el (?:primero|segundo|tercero)|lo (?:de|primero|segundo))\b|"
    r"\bla (?:primera|segunda|tercera) que es\b|\bque (?:hacen|hace|significa|quiere decir)\b(?! falta)|\b(?:what|que) (?:is|are|es|son|do|does) (?:\w+ )?(?:it|they|ref) ?(?:exactly|do exactly|exactamente|do|hacen|hace)?$|"
    r"\bref (?:que (?:es|son|hace|hacen)|what (?:is|are|does|do) (?:it|they))\b|\bare they like\b|\bson como\b|\bwhat(?:'s|s| is| are)(?: the)? ref(?: (?:for|about|exactly))?$"
)
_EXPLAIN = (
    r"\b(?:what's|whats|what is) (?:it|that|this|ref|the \w+ one) (?:do|all about|for|about)\b|"
    r"\bwho(?:'s| is)? (?:runs?|owns?|behind|operates?|manages?) (?:it|that|this|them|those|these|ref|the)\b|\bwhose (?:number|line|office|outfit) (?:is|are)\b|\bde quien (?:es|son)\b|\bquien (?:lo|la|los|las) (?:maneja|administra|dirige)\b|"
    r"\b(?:explain|plainly|in plain (?:english|words|talk)|plain english|simple words|what does \w+(?: \w+)? mean|what you mean by|"
    r"expliq\w+|explic\w+|habl[ae]\w* (?:mas )?claro|en palabras (?:sencillas|faciles))\b|"
    r"\b(?:what(?:'s| is| are)|whats) (?:it|this|that|they|those|these|ref|the (?!(?:\w+ )*(?:numbers?|(?:tele)?phones?|address)\b)[a-z' ]{1,30}) for\b|\bpara que (?:es|son|sirve|sirven)\b"
)
# "Can I call for her?", "will they talk to me?".
_FOR_ANOTHER = (
    r"\b(?:can|could|may|am|should|do|does|will|would|is|must) (?:i|we|a \w+|her \w+|his \w+|my \w+|she|he|they|somebody|someone|it)\b(?: \w+){0,4} (?:call|talk|speak|ask|phone|apply|sign)(?: \w+){0,3} (?:for|on behalf of) (?:her|him|them|my \w+|mom|dad|mama|papa)\b|"
    r"\bon (?:her|his|their|my \w+) behalf\b|\b(?:will|would|do|can) they (?:even )?(?:talk|speak) (?:to|with) me\b|\b(?:does|do|has) (?:it|she|he) (?:have|has|got|need) to (?:be (?:her|him)|call|be the one)|\b(?:can|could|may) (?:her|his|a|the|their) (?:son|daughter|\w+ ?in ?law|grand\w+|niece|nephew|friend|neighbor) (?:call|talk|ask)\b|"
    r"\b(?:puedo|podria) (?:yo )?(?:llamar|hablar|preguntar|pedir\w*) (?:yo )?por (?:ella|el|mi \w+)\b|\btiene que (?:llamar|hablar|ser) (?:ella|el)\b|\bme (?:van a atender|atienden|hablan) a mi\b"
)
_IN_PERSON = (
    r"\bin person\b|\b(?:go|walk|stop|come) in\b(?! (?:the|my|a|there with))|\b(?:can|could) i (?:go|visit|come by|stop by)\b|\bgo (?:see|there|down there)\b|\b(?:an?|any|the|their|local) (?:\w+ )?(?:office|address|place) (?:i|we|she|he) can (?:go|walk|visit)\b|\bsome(?:place|where) (?:i|we) can (?:go|walk)\b|\boffice address\b|"
    r"\b(?:is there|have|got) (?:an?|any) (?:local |real )?office\b|\ben persona\b|\b(?:puedo|se puede|donde puedo|hay que|tengo que) (?:ir|pasar|visitar)\b(?! al (?:bano|doctor))|\b(?:hay|tienen) (?:una |alguna )?(?:oficina|direccion)\b"
)
# What somebody earns, or is, decides who can get it: no question about a price.
_THEIR_MEANS = r"\bhow much (?:money )?(?:i|we|she|he|they) (?:\w+ )?(?:earn|make|get|have|has|makes|gets|earns)\b|\b(?:what|how much) (?:i|she|he|we) (?:earns?|makes?)\b|\b(?:my|her|his|our|the) income\b|\bincome limits?\b|\bmake too much\b|\b(?:cuanto|lo que) gan\w+\b|\bmis ingresos\b|\b(?:us |american )?citizens?\b|\bciudadan[oa]s?\b"
# "Do these people fix furnaces or not?": asked of them, whatever they should do.
_DO_THEY = (
    r"\b(?:do|does|can|will|would|are|is) (?:they|these|those|any of (?:them|these|those)|(?:this|that) (?:place|one|office)|the (?:first|second|third|last) (?:one)?)(?: (?:people|places|folks|ones|offices))?\b|"
    r"\b(?:ellos|estos|esas?|esos|alguno de (?:ellos|estos)|(?:el|la) (?:primer[oa]|segund[oa]|tercer[oa])) (?:si )?(?:\w+[ae]n?)\b"
)
# What no record has a field for; where one says a word of it, that sentence answers.
TOLD = {
    "deaf": r"\b(?:(?:don't|dont|can't|cant|cannot|can not|do not|doesn't|can hardly|barely|hard to|trouble|not) (?:\w+ )?hear(?:ing)?|hard of hearing|deaf|hearing (?:is )?(?:bad|poor|impaired|loss)|"
            r"no (?:le )?oig[oa]|oye (?:poco|mal)|oigo (?:poco|poquito|mal)|no escucho|sord[oa])\b",
    "other_caller": rf"\bmi {_KIN} (?:\w+ )?(?:puede|podria|debe) (?:llamar|hablar|hacer la llamada|pedir\w*|preguntar)\b|{_FOR_ANOTHER}|\b(?:can|could|may|should) i (?:\w+ )?(?:call|phone|talk|speak|apply|sign up|ask)\b.{{0,30}}?\b(?:for (?:her|him|them|us|(?:his|her|their|my|the) \w+)|instead|on (?:my|her|his|their) behalf)\b|"
                    rf"\b(?:can|could|may|will|would|does|do|is it ok(?:ay)? if|should) {_SOMEBODY} (?:\w+ )?(?:call|phone|ring|talk|speak|apply|sign up|do it|handle it)\b(?:.{{0,40}}?\b(?:for (?:me|her|him|them|us|(?:his|her|their|my|the) \w+)|instead|on (?:my|her|his|their) behalf)\b)?|"
                    r"\b(?:does|do|must) (?:it|they) (?:have|need) to be (?:me|her|him|the \w+)\b|\bhas to be (?:me|her|him)\b|\bon (?:my|her|his|their) behalf\b|\b(?:will|would|do|can) (?:they|he|she|it|ref|the [a-z ]{1,30}?) (?:talk|speak) (?:to|with) (?:me|us|my \w+|her \w+|his \w+|somebody else)\b|"
                    r"\b(?:am i|is (?:my|her|his) \w+) allowed to (?:talk|call|ask|speak) for\b|"
                    rf"\b(?:pued[eoa]n?|podria|puedo|tiene que|tengo que|debo|debe) (?:llamar|hablar|pedir\w*|preguntar|aplicar|solicitar\w*|mandar a|ser) (?:\w+ ){{0,4}}?(?:por (?:mi|el|ella|ellos)|en mi lugar|mi {_KIN}|yo|ell[oa]s?|el)\b|\ben (?:mi|su) (?:lugar|nombre)\b|\b(?:tiene|tengo) que (?:llamar|ser|hablar) (?:yo|ella|el)\b",
    "by_phone": r"\bmail (?:it|them|that|this)(?: in)?\b|\b(?:call|phone)(?: them)? or (?:\w+ ){0,4}(?:mail|write|send|go)\b|\b(?:over|on|by|through|via|off) (?:the )?(?:tele)?phone\b(?! (?:number|bill))|\b(?:by|through) (?:the )?(?:mail|letter|post)\b|\b(?:write|send) (?:me )?(?:a )?letters?\b|\bgo (?:all the way )?(?:downtown|into town|down there|over there) or\b|\bpor (?:telefono|correo|carta)\b|\bal centro o\b",
    "at_home": r"\b(?:have|need|got) to be (?:at )?(?:home|there|around)\b|\bbe (?:at )?home (?:when|if|for)\b|\b(?:tengo|tiene|hay) que estar (?:en (?:la |mi |su )?casa|ahi|presente)\b",
    "escort": rf"\b(?:come|go|ride|stay|sit|travel|get on)\w* (?:along|with (?:me|her|him|us))\b|\bbring (?:along )?(?:a|my|her|his) {_KIN}(?: along)?\b|\bwait (?:there )?(?:for (?:me|her|him)|while|till|until|with (?:me|her|him))\b|"
              r"\b(?:ir|venir|llevar|subir|viajar|acompan\w+) (?:\w+ ){0,3}(?:conmigo|con (?:ella|el))\b|\bacompan(?:ar|e|a|an|en)\w*\b|\b(?:me|la|lo|nos) espera\w*\b|\bespera\w* mientras\b|\btake (?:me )?in to the\b",
    "door": r"\bdoor to door\b|\bcomes? up (?:to )?(?:the|my|her|his|our) (?:\w+ )?(?:steps|porch|walk|driveway|stairs)\b|\bcurb\w*\b|\b(?:to|at|up to|from|hasta|a|en) (?:the|my|her|his|our|la|mi|su) (?:front )?(?:door|steps|porch|driveway|puerta)\b|\b(?:help|assist|walk) (?:me|her|him|us) (?:get )?(?:in|out|down|up|to|into|onto|inside|off)\b|\bllegan? hasta\b|\b(?:a|hasta) (?:la )?(?:parada|esquina|banqueta|acera)\b|\bbus stop\b",
    "comes": r"\bcomes? (?:and |by and )?(?:get|pick up|fetch) (?:you|me|her|him|us|people|folks)\b|\bpicks? (?:you|folks) up\b|\b(?:come|comes|coming|go|goes|get|visit|drive)(?: right| out| over)? to (?:the|my|her|his|our|your|me|us|people'?s|your own)(?: \w+)? ?(?:house|home|place|apartment|homes)?\b|\b(?:come|comes) (?:out|over)\b|\bsend(?:s)? (?:me |us |her |him )?(?:out |over )?(?:som\w*bod\w*|someone|anyone|anybody|a person|people|a \w+ ?(?:nurse|lady|worker|helper|man|guy)?)\b|"
             r"\b(?:they|it|them|ref|place|somebody|someone) (?:\w+ )?(?:deliver|delivers|bring|brings)\b|\bdeliver\w*\b|\bbring (?:it|them|the \w+|food|meals|groceries) (?:to|over|out|here)\b|\bpicks? (?:me|her|him|us|people) up\b|\bdo (?:i|we) (?:have to )?(?:go|come) (?:and )?(?:get|there|pick|fetch)\b|\bcome get it\b|\bcomes? (?:and |over and |out and )?(?:get|fetch|pick up|pick) (?:me|her|him|us|my \w+|people)\b|\b(?:get|take|pick) (?:me|her|him) from (?:my|her|his|the) (?:door|house|home)\b|\bme (?:recogen|pasan a buscar|vienen a buscar)\b|"
             r"\b(?:lo|la|los|las|me la|me lo|se lo|se la|nos lo|nos la)? ?(?:traen?|llevan?|traer|mandan|entregan) (?:\w+ ){0,3}?(?:a|hasta) (?:la|mi|su|nuestra) (?:casa|puerta)\b|\b(?:lo|la|los|las) (?:traen|trae)\b|\ba domicilio\b|\b(?:viene|vienen|van|va|ir) (?:\w+ ){0,2}?(?:a|hasta) (?:la|mi|su|nuestra) casa\b|\bvienen? por (?:uno|una|mi|ella|el|nosotros)\b|"
             r"\b(?:manda|mandan|mandar|mande|envian?|enviar|pueden? mandar(?:me)?|mandarme) (?:\w+ )?(?:a )?(?:alguien|una persona|una senora|a alguien)\b|\btengo que ir (?:yo|alla|a recoger\w*|por)\b|\b(?:yo )?(?:lo|la) (?:llevo|traigo) yo\b|\byo (?:lo|la) llevo\b|\bvienen\b|\brecogen\b|\bcomes? (?:out )?to\b",
    "waiting": r"\bwait(?:ing)? ?lists?\b|\bwaitlist\w*\b|\b(?:is there|have|has) (?:a )?(?:long )?wait\b|\bhow long (?:is|s|'s) (?:the|their) (?:wait|line)\b|\blistas? de espera\b|\bhay (?:mucha )?espera\b|\bhow long (?:is )?the wait\b",
    "notice": r"\bhow (?:much|many days?)(?: of)? ?(?:notice|warning|lead time)?(?: \w+){0,3}? (?:notice|ahead|in advance|before(?:hand)?)\b|\bhow (?:far|early|long|many days|soon)(?: \w+){0,4}? (?:ahead|in advance|before(?:hand)?)\b|\bnotice\b|\bhow far ahead\b|\bin advance\b|\bahead of time\b|\bhow early\b|\bdays? ahead\b|\bhow many (?:days|hours) (?:before|early)\b|"
              r"\bcon (?:cuant\w+|que|mucha) (?:\w+ )?(?:dias?|anticipacion|tiempo)(?: (?:de )?(?:anticipacion|antes))?(?: \w+){0,3}? ?(?:avis\w+|llam\w+|pedir\w*|reserv\w+)?\b|\bcuant\w+ (?:dias|horas|tiempo) antes\b|\bcon anticipacion\b",
    "how_long": r"\bhow long\b|\bhow soon\b|\bhow (?:quick|fast)\w*\b|\bwhen (?:will|would|do|can|does) (?:they|it|ref) (?:start|begin|come|get)\b|\bcuanto (?:tiempo|(?:se )?tarda\w*|(?:se )?demora\w*)\b|\btardan?\b|\ben cuant\w+ (?:tiempo|dias|semanas|meses)\b|\bque tan (?:pronto|rapido)\b",
    # "Which number is for the walker?" asks for what was shown for walkers.
    "wheelchair": r"(?<!\bdel )(?<!\bfor the )(?<!\bpara el )(?<!\bpara la )\b(?:wheelchair|power chair|scooter|walker|lift van)s?\b|(?<!\bdel )(?<!\bpara el )(?<!\bpara la )\b(?:silla de ruedas|andador|andadera)\b",
    "diet": r"\bdiabet\w+|\b(?:low|no|without) (?:salt|sugar|sodium)\b|\bsalt free\b|\bgluten\b|\bkosher\b|\bhalal\b|\bvegetarian\w*|\bspecial diets?\b|\bhot or (?:cold|frozen)\b|\bfrozen\b|\bsoft food\b|\bdietas?\b|\bsin (?:sal|azucar)\b|\bcaliente o\b|\bcongelad\w+",
    "government": r"\b(?:the |of the |a |from the )?(?:government|govt|gov|feds?|federal)(?: (?:outfit|agency|office|people|thing|program))?\b|\b(?:private|for profit) (?:company|business|outfit|agency)\b|\b(?:a|some|real) (?:charity|company|business)\b|\b(?:is|are|it's|its|they|ref|or|es|son|de|by|with|a|some|una) (?:it |they |this |that |ref )?(?:a |the |some |una |la )?(?:church(?:es)?|iglesias?|religious|religios[oa])(?: (?:people|folks|group|thing|gente|grupo))?\b|\bwho (?:is it (?:that )?|is (?:it )?)?answers?\b|\blegit\w*\b|\bsell(?:s|ing)?(?: (?:me|us|you))? (?:anything|something|insurance|stuff|plans?)\b|\banother outfit\b|"
                  r"\b(?:del |de el )?gobierno\b|\bcompania privada\b|\b(?:de )?confianza\b|\bvenden (?:algo|seguros?)\b|\bes de verdad\b",
    "area": r"\bnational or\b|\blocal or\b|\b(?:is|are) (?:it|they|that|ref|this) (?:\w+ )?(?:national|nationwide|local|just for \w+ county|statewide)\b|\bcovers? (?:my|our|this) (?:county|town|area|zip)\b|\bknow(?:s)? (?:about )?(?:my|our|this|about|\w+) (?:county|town|area)\b|\bsomebody in a big city\b|\bconocen? (?:mi|nuestro|este) (?:condado|pueblo|area)\b|\bnacional o\b|\bo (?:es )?de aqui\b|\bes (?:local|nacional)\b|\bes de aqui\b|\bserve (?:my|our) (?:county|town|area)\b",
}  # fmt: skip
# The order decides: "when can I call" asks for hours, "do they take my insurance" for something no record has.
_ASKED = (
    ("deaf", TOLD["deaf"]), ("eligibility", _THEIR_MEANS),
    ("distance", r"\b(how (?:far|many miles|close) (?:away )?(?:is|are|would|from|away|off)\b|how far do (?:i|we) (?:have to )?(?:go|drive|travel)|how far$|how many miles|que tan (?:lejos|cerca)|a cuantas millas|cuantas millas|(?:queda|esta|estan|quedan) (?:muy )?lejos)\b"),
    ("open_now", r"\b(?:open|answers?|abiert[oa]s?|abren|contestan?|atienden?) (?:right |at this |a esta |esta )?(?:now|hour|tonight|today|hora|ahora|ahorita|ahora mismo|hoy|noche)\b|"
                 r"\b(?:still|todavia|aun) (?:esta |estan )?(?:open|abiert[oa]s?)\b"),
    ("summary", _EXPLAIN),
    ("ask_for", r"\b(?:what (?:words )?(?:do|should|am|would|can|could) i (?:supposed to )?(?:say|tell|ask|use)(?: (?:to )?them| when (?:they|i|somebody|someone) (?:\w+ )?(?:picks? up|answers?|calls?))?|what to (?:say|tell|ask)|what words|(?:should|shall|do) i ask for|tell them|ask for|"
                r"(?:que|como) (?:les? |se los? )?(?:digo|pregunto|pido|tengo que decir|hay que decir)|que palabras|por quien pregunto)\b"),
    ("other_caller", TOLD["other_caller"]), ("by_phone", TOLD["by_phone"]), ("at_home", TOLD["at_home"]), ("escort", TOLD["escort"]), ("door", TOLD["door"]),
    ("waiting", TOLD["waiting"]), ("notice", TOLD["notice"]), ("how_long", TOLD["how_long"]), ("comes", TOLD["comes"]),
    ("address", _IN_PERSON), ("diet", TOLD["diet"]), ("area", TOLD["area"]), ("government", TOLD["government"]),
    ("have_ready", r"\b(?:bring|papers?|paperwork|documents?|dd ?214|need to show|show them|what (?:should|do|must) i (?:need to )?(?:have|get)(?: (?:ready|handy|on hand|with me|near me))?(?: when i call)?|(?:have|get|be) \w* ?(?:ready|handy|on hand)|need (?:\w+ ){0,3}to (?:apply|sign up|enroll)|required to apply|proof|id|"
                   r"why (?:do|does|would|are|is) (?:they|it|ref|the \w+(?: \w+)?) (?:need|want|ask\w*)(?: for)?|tener (?:a la mano|a mano|listos?|preparad[oa]s?)|(?:hace falta|necesit\w+|tengo que (?:tener|llevar)) (?:\w+ ){0,3}para (?:aplicar|solicitar|inscrib\w+|pedir\w*|apuntar\w*)|requisitos para (?:aplicar|solicitar)|"
                   r"(?:que |cuales )?(?:papeles|documentos)|llevar|llevo|tengo que tener|piden|(?:van a|me van a|le van a|nos van a) pedir|pedirme|have (?:my|the|her|his) \w+(?: \w+)? (?:out|with me|ready|handy|near)|identificacion|a la mano)\b"),
    ("", r"\b(wait|waiting|(?:they|it) pay|pagan|homebound|pets?|deadline|section 8|insurance|accept|take (my|medicare|medicaid|cash|a card)|"
         r"any good|trust|find out|tell my|my name|anonymous|parking|esper\w*|aceptan|seguro|"
         r"son buenos|estacionamiento)\b"),
    ("wheelchair", TOLD["wheelchair"]),
    ("languages", rf"\b(?:(?:quien|alguien que|gente que|(?:somebody|someone|anybody|anyone|people) (?:who|that)) (?:me |nos )?(?:habl\w+|speaks?|talks?)(?: (?:in )?{_TONGUES})?|(?:speaks?|talks?|habl\w+) (?:\w+ )?{_TONGUES}|{_TONGUES}|speaks?(?! (?:to|with|up)\b)|language|interpreter|hablan|idioma|interprete)\b"),
    ("address", r"\b(how (?:do|would|can) (?:i|we|he|she|they) (?:even )?get there|como (?:llego|se llega|llegamos)(?! a(?:l| la| mi) )|get there)\b"),
    ("eligibility", r"\b((?:only|just) for|is (?:it|this|that|ref) for|es (?:solo|nada mas|nomas) para|solo para)\b"),
    ("cost", r"\b(cost|costs|price|prices|pay(?: \w+)? back|pay|free|charge|charges|charged|fee|fees|how much|wants? (?:\w+ )?money|wants? (?:anything|something) for (?:it|that|them)|bills? (?:you|me|us|her|him)|covered|cuanto sale|donation|out of pocket|expensive|cheap|cheapest|cuesta|cuestan|costar|cobra|cobran|cobrar|cobre|precio|pagar|pago|gratis|cuanto)\b"),
    ("hours", r"\b(how late|until what time|till when|hasta que hora|hasta cuando|hours?|open|opens|close|closes|closed|when (?:can|do|does|are|is|will|would|should|could|to|they|i)|when$|what days?|which days?|days|every day|some days|how often|saturdays?|sundays?|weekends?|mondays?|nights?|evenings?|mornings?|"
              r"what time|24 7|abren|abre|cierran|abierto|cerrado|a que horas?|hora|horas|horario|sabados?|domingos?|cuando|fin de semana|noche|que dias?|todos los dias|cada cuanto)\b"),
    ("address", r"\b(address|where (?:do|can|would|should) (?:i|we|she|he) (?:park|go|walk|drive|find them)|where (is|are|was)|located|location|directions|(?:what|which|on what) street|street|direccion|donde (esta|queda|es)|ubicacion|queda|en que calle|calle|in person|face to face|walk in(?:to)?|drop in|"
                r"(?:go|come) (?:and )?see (?:them|ref|somebody|someone)|(?:is|are) there (?:an?|any) (?:\w+ )?office|(?:an?|any|local|their) office|en persona|personalmente|(?:tienen?|hay|una|la|su) oficina)\b"),
    ("url", r"(?<!\bno quiero )(?<!\bno uso )(?<!\bno tengo )(?<!\bdon't have )(?<!\bdont have )(?<!\bdon't use )(?<!\bdont use )(?<!\bgot no )(?<!\bhave no )(?<!\bsin )\b(website|web site|web page|online|internet|email|pagina|sitio|correo)\b"),
    ("eligibility", r"\b(?:makes?|making) (?:you|me|him|her|them|us|folks|people) (?:be|have|prove|show)\b|\b(?:home ?bound|shut ?in)\b|\b(who (?:can|could|may) (?:get|use|have|apply|go|join|be|sign|come)|who (?:gets|qualifies|is (?:it|this|that|eligible))|qualify|qualifies|eligible|eligibility|age|how old|income|make too much|65|60|too young|too old|citizens?|widows?|(?:can|could) (?:i|she|he|we|they|my \w+) (?:\w+ )?(?:get|use|go|have|join)|"
                    r"(do|would) i get\b(?! (?:\w+ ){1,2}to\b)|allowed|requirements?|(?:para )?quien(?:es)? (?:puede\w*|califica\w*|recibe\w*|es|son|tiene\w*)|(?:para|a) quien|califico|califica|calificamos|edad|requisitos|ingresos|puedo (ir|recibir|pedir|usar)|derecho|ciudadan[oa]s?|viud[oa]s?|(?:lo|la|los|me|nos) atienden|sin papeles)\b"),
    ("phones", r"(?<!\bmy )(?<!\bhis )(?<!\bher )(?<!\bour )(?<!\bbank )(?<!\bmedicare )(?<!\bcard )(?<!\bsecurity )\b(phone|number|(?:do|should|can|to|would) (?:i |we )?call|telefono|numero|(?:a quien|donde|para|puedo) llam(?:ar|o))\b"),
    ("summary", _MEANING),
)  # fmt: skip
_FIELDS = [(name, re.compile(pattern)) for name, pattern in _ASKED]
_OF_THOSE_ON_SHOW = re.compile(_DO_THEY)
# Between two questions of one line; "how far ahead do I call" is one.
_A_NUMBER = re.compile(r"\b(?:phones?|numbers?|telefonos?|numeros?)\b")
_ONE_MORE = re.compile(r"\b(?:and|y|also|tambien|plus|but|pero)\b|\|")
_NUMBERED = re.compile(r"\bnumber (?:one|two|three|four|five|six|\d)\b")
_MOST = 3
_OF_WHOM = re.compile(r"\b(?:who|that|que|quien|quienes) $")


def topics_in(plain: str) -> list[str]:
    """All that is asked for, the first asked first; "" for what no record tells.

    `plain` may have "|" where a sentence or clause ends, and "ref" for the places that it names.
    """
    found: list[str] = []
    end = 0
    spans = _spans(plain)
    if any(name == "languages" for name, _, _ in spans):
        # "The people who come to the house, do they speak Spanish": who is meant, and not whether they come.
        spans = [span for span in spans if span[0] != "comes" or not _OF_WHOM.search(plain[: span[1]])]  # fmt: skip
    if len(spans) > 1 and not _A_NUMBER.search(plain):
        # "Wants me to call how many days before": calling is what one does, and not what is asked.
        spans = [span for span in spans if span[0] != "phones"]
    for name, start, stop in spans:
        if not found or name == "deaf" or _ONE_MORE.search(plain[end:start]):
            found.append(name)
            end = stop
    if not found and asks_of_them(plain):
        return [""]
    if "comes" in found:
        # "Do they come to the house or do I go in": one question.
        found = [name for name in found if name != "address"]
    return found[:_MOST]


def asked_field(plain: str) -> str | None:
    """The one that leads; None when it is no such question."""
    words = _NUMBERED.sub("it", plain)
    found = next((name for name, pattern in _FIELDS if pattern.search(words)), None)
    return "" if found is None and asks_of_them(words) else found


def asks_of_them(plain: str) -> bool:
    """Whether the question is put about those on show: "do they", "does the second one"."""
    return bool(_OF_THOSE_ON_SHOW.search(plain))


def without_topics(plain: str) -> str:
    """`plain` without the words that name what is asked for."""
    for _, pattern in _FIELDS:
        plain = pattern.sub(" ", plain)
    return " ".join(plain.split())


def _spans(plain: str) -> list[tuple[str, int, int]]:
    """Each thing asked for, where it begins and ends. A stretch of words that was understood is not read again."""
    found: dict[str, tuple[int, int]] = {}
    for name, pattern in _FIELDS:
        for match in pattern.finditer(plain):
            if name not in found or match.start() < found[name][0]:
                found[name] = match.span()
        plain = pattern.sub(lambda match: "." * len(match.group()), plain)
    spans = [(name, start, end) for name, (start, end) in found.items()]
    return sorted(spans, key=lambda span: span[1])
