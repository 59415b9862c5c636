"""What an English clause says as a whole when it asks that our texts to this phone end."""

from __future__ import annotations

_NOUN = r"(?:texts?|messages?|texting|messaging|reminders?|alerts?|notifications?|(?:text|texting|message) (?:service|program|list|thing|alerts|updates))"
_TEXTS = r"(?:texts?|messages?|stuff|things?|reminders?|alerts?|notifications?|updates?|spam|junk|anything|nothing|(?:auto |automatic )?(?:replies|responses))"
_WHICH = r"(?:(?:any|anymore|more|these|those|this|that|the|your|all|all of|of|such|further|constant|daily|automated) )*"
# Whose phone this may be besides: somebody who answers for them, or has lost them.
_ELDER = r"(?:mom|mother|mama|dad|father|papa|husband|wife|spouse|parents|grandma|grandmother|grandpa|grandfather|aunt|uncle|late (?:husband|wife|mother|father))"
PERSON = rf"(?:(?:my|our|his|her) {_ELDER}|her|him|them)"
_PHONE = r"(?:(?:my|this|our|her|his|their|my [a-z]+'s) (?:phone|number|phone number|line))"
_WHOM = rf"(?: me| us| {_PHONE}| {PERSON})"
_BOUND = rf"(?: (?:to|on|at) (?:me|us|{_PHONE}|{PERSON})| from (?:you|porchlight|(?:your|this) (?:number|service|program|company|list)))"
_YOU_KEEP = r"you (?:keep|kept|are) (?:texting|messaging|sending|bothering)(?: me| us)?(?: (?:these|those|this|the))?(?: texts| messages| stuff)?"
_TO_TEXT = r"(?:text|message|contact|bother|write)"
_TEXTING = r"(?:texting|messaging|contacting|bothering|writing)"
_END = r"(?:stop|quit|cease|halt|discontinue)"
# "Can you not text me", "I would rather you didn't": no, in all the ways that stand before a verb.
_NOT = r"(?:do not|did not|never|no longer|not)"
_OFF = r"(?:take|remove|delete|get|drop|pull|erase|scratch|cross|scrub)"
_NUMBER = r"(?:(?:my|this|our) (?:number|phone|phone number|line))"
_MINE = rf"(?:me|us|my name|{_NUMBER})"
_LIST = r"(?:lists?|texts?|messages?|texting|service|program)"
_TAKE_BACK = r"(?:revoke|withdraw|take back|cancel|rescind|am (?:revoking|withdrawing|taking back))"
ENGLISH = (
    # Stop texting me. Quit sending me these messages to my phone.
    rf"{_END} (?:{_TEXTING}|{_TO_TEXT})(?:{_WHOM}| to me)?{_BOUND}?(?: with {_WHICH}{_TEXTS})?",
    rf"{_END} (?:sending|send)(?:{_WHOM})? {_WHICH}{_TEXTS}{_BOUND}?",
    rf"{_END} (?:sending|send)(?: me| us| these| those| this| them| it)",
    rf"{_END} (?:blowing|lighting|filling|tying) up {_PHONE}(?: with {_WHICH}{_TEXTS})?", r"cease (?:all )?communications?",
    rf"cease and desist(?: (?:{_TEXTING}|all (?:texts|messages|contact|communication))(?: me| us)?)?",
    rf"(?:i|we) (?:want|need|would like) {_WHICH}{_NOUN}{_BOUND}? (?:to (?:stop|end)|stopped|ended|off)",
    rf"make {_WHICH}{_NOUN}(?: to)? (?:stop|end|go away)",
    rf"{_WHICH}{_NOUN}{_BOUND}? (?:(?:need|have|has|needs|got|ought) to|must|should|better) (?:stop|end|cease)",
    rf"{_END} (?:it )?(?:with )?{_WHICH}{_TEXTS}{_BOUND}?",
    rf"{_END} (?:getting|receiving) {_WHICH}{_TEXTS}{_BOUND}?",
    # Do not text me. Never contact this number again. Would you mind not texting me.
    rf"{_NOT}(?: ever)?(?: call or| call and)? {_TO_TEXT}(?:{_WHOM}| to me)(?: {_WHICH}{_TEXTS})?",
    rf"{_NOT}(?: be)? {_TEXTING}(?:{_WHOM}| to me)",
    r"(?:do not|never|no longer)(?: ever)?(?: call or| call and)? (?:text|message)",
    rf"{_NOT}(?: ever)? send(?:{_WHOM})? {_WHICH}{_TEXTS}{_BOUND}?",
    rf"{_NOT}(?: ever)? send(?:{_WHOM})? (?:any|anymore|these|those|(?:anything|nothing) else){_BOUND}?",
    rf"leave {_PHONE} alone",
    # Enough of these texts. I am done with your messages. Turn off the texts.
    rf"(?:enough|done|finished|fed up|sick and tired|sick|tired)(?: (?:with|of|already with))? {_WHICH}{_NOUN}{_BOUND}?",
    rf"(?:i|we)(?: am| are| have| have had)?(?: had)?(?: so| just)? (?:enough|done|finished|through|fed up|sick and tired|sick|tired) (?:with|of) {_WHICH}{_NOUN}{_BOUND}?",
    rf"(?:turn|shut|switch) off {_WHICH}{_NOUN}", rf"(?:turn|shut|switch) {_WHICH}{_NOUN} off",
    r"(?:stopped|quit) (?:texting|messaging|contacting|bothering|writing)(?: me| us| this number| this phone)",
    r"(?:stopped|quit) sending (?:me |us )?(?:these |those |the |your )?(?:texts|messages|reminders)",
    rf"no (?:more |further )(?:of )?{_WHICH}{_NOUN}{_BOUND}?(?: (?:needed|necessary|wanted|required))?",
    # How do I get off this list.
    r"get (?:me |us )?(?:off|out)(?: of)? (?:(?:your|this|that)(?: (?:texting|text|message|messages))?|the (?:texting|text|message|messages)) (?:list|service|program|thing)",
    # I do not want your texts. I no longer wish to receive messages.
    rf"(?:(?:i|we|he|she|my [a-z]+) )?(?:do not|no longer|never)(?: ever)? (?:want|wish|need|care)(?: for)?(?: to (?:get|receive|have|see))? {_WHICH}{_NOUN}{_BOUND}?",
    rf"(?:i|we) (?:do not|no longer) want(?: you)? (?:to (?:text|message|contact|bother|write)|texting|messaging|contacting){_WHOM}?{_BOUND}?",
    r"(?:i|we) (?:do not|no longer) (?:want|wish) to (?:be (?:texted|messaged|contacted)|hear from (?:you|porchlight))",
    rf"(?:i|we) (?:do not|no longer|never) (?:consent|agree|agreed|consented) to (?:get |receive |getting |receiving )?{_WHICH}(?:{_NOUN}|being texted)",
    rf"(?:i|we) (?:do not|no longer) (?:give|grant|authorize|allow)(?: you)?(?: (?:my )?(?:permission|consent))?(?: for you)? to (?:text|message|contact|send){_WHOM}?(?: {_WHICH}{_TEXTS})?",
    # Take me off your list. Delete my number.
    rf"{_OFF} {_MINE} (?:off|from|off of|out of)(?: (?:of|the|your|this|that|all|any|mailing|texting|text|contact|message|messaging|phone|calling))* {_LIST}",
    # A name in a system is what we know of a person: that is for the bot, which can delete it.
    rf"{_OFF} {_NUMBER} (?:off|from|out of)(?: of)? (?:the|your|this) (?:system|database|phone|records|files|contacts)",
    r"(?:i|we) want (?:off|out of|to be (?:removed|taken) (?:from|off)|to get off)(?: of)? (?:the|your|this|that)(?: (?:texting|text|message))? list",
    r"(?:i|we) (?:want|would like) out of (?:this|your|the|these) (?:text |message )?(?:texts|messages|program|list|service)",
    r"(?:i|we) want to be removed", r"(?:delete|remove|lose|forget|erase|scrub|get rid of) (?:my|this|our) (?:number|phone number)",
    rf"(?:put|add) {_MINE} (?:on|to|onto) (?:your|the|a) (?:do not|no) (?:text|texting|message|contact|call)(?: list)?",
    r"(?:take|remove|get) (?:me|us|this number|my number) (?:off|from)(?: of)? (?:whatever|any|every|all)(?: your)? lists?(?: (?:this|that|it) is| i am on| you have)?",
    # Opt me out. I want to unsubscribe.
    rf"(?:i )?(?:am )?(?:unsubscribe|opt)(?: me| us)?(?: out)?(?: (?:from|of) {_WHICH}(?:{_NOUN}|list|service|program|you|this|it|these))?{_BOUND}?",
    # Without "to text" it may be the consent to a referral.
    rf"(?:i|we)(?: hereby)? {_TAKE_BACK}(?: (?:my|our))? (?:consent|permission) (?:to|for)(?: (?:you|to|be|get|receive|text|texts|messages?|texted|contacted|contact|message|me|us|texting))+", r"i revoke (?:my )?consent",
    rf"(?:cancel|end|terminate) (?:my |these |the |this |your |all )*(?:{_NOUN}|text subscription|subscription)(?: (?:to|for|with) (?:this|these|you|porchlight|{_NOUN}))?",
)  # fmt: skip
ENGLISH_BEFORE = (
    rf"(?:{_YOU_KEEP}|go away|"
    r"that is (?:enough|it)|enough(?: is enough)?|(?:you )?(?:guys|people|folks)|i (?:have )?changed my mind|(?:it|this) costs(?: me)?(?: money)?|please|but|so|and|then|hi|hello|hey|ok|okay|"
    r"just|now|sorry|no|nope|thanks|thank you(?: (?:very|so) much)?|listen|look|kindly|seriously|porchlight|sir|ma'am|for (?:god's|heaven's) sake|"
    r"for the (?:last|second|third|hundredth) time|(?:i|we) (?:already )?(?:said|asked(?: you)?(?: to)?|told you(?: to)?|said to)|"
    r"(?:i|we)(?: am| are)? (?:just |only )?(?:would like|want|need|wish|wanted|begging|beg|asking|ask|request|demand|insist)(?: that)?(?: you(?: (?:all|people|guys|folks))?)?(?: to)?|"
    r"you (?:need|have|ought|had better|better)(?: to)?|you (?:must|can|may|should)(?: all| now)?|(?:can|could|would|will)(?: (?:you|someone|somebody))(?: (?:all|guys|people|folks))?(?: mind)?|"
    r"(?:i|we) would (?:rather|prefer(?: it)?|like it|appreciate it|be (?:glad|happy|grateful))(?: that| if)? you|is there (?:a|any) way to|tell me how to|"
    r"(?:i|we|nobody|no one) (?:did not |never )?(?:sign(?:ed)? up|subscribed?|asked?|agreed?)(?: for| to)?(?: this| these| that| it| any of this| your)?(?: texts| messages)?|"
    r"(?:these|your|the) (?:texts|messages) cost(?: me| us)?(?: too much)?(?: money)?|"
    r"(?:can|could) (?:i|we)|how (?:do|can|could|would) (?:i|we|you)(?= (?:unsubscribe|opt out|get off|get out|turn off|cancel|make|stop (?:getting|receiving|these|your|the|texts|messages))))"
)
ENGLISH_AFTER = (
    r"(?:please|now|right now|right away|ok|okay|thanks|thank you|anymore|again|ever|ever again|immediately|already|forever|for good|for ever|today|at all|from now on|at once|once and for all|"
    r"else|you hear(?: me)?|by (?:text|message)s?|via (?:text|message)s?|asap|no more|sir|porchlight|god bless|have a (?:nice|good|blessed) day|(?:i am )?(?:not|no longer) interested|bye|good ?bye|"
    r"or (?:else|i (?:will|am going to) (?:report|block|sue) (?:you|this number|this)))"
)
# Why somebody wants it: no request by itself, and no other one either.
ENGLISH_REASON = (
    r"(?:(?:i|we) (?:do not|no longer) need (?:(?:your|any|the|this) )?(?:help|services?|this|it|you)(?: anymore)?|"
    r"(?:i|we) (?:will|am|are)(?: going to)? (?:block|blocking|report|reporting) (?:you|this number|this)(?: if you [a-z ]{1,40})?)"
)
# Clear as a whole message, too little as a clause of a longer one: who shall stop, take whom off what?
ENGLISH_ALONE = (
    r"(?:i said )?(?:stop|quit|cease|discontinue|unsubscribe|opt out)(?: (?:it|this|that|all|stop|end|quit|already|i said stop)){0,9}",
    r"(?:reply|text|texting|send|type|write|saying|say) (?:the word )?(?:stop|unsubscribe)",
    r"stop (?:to|ends?)(?: (?:end|stop|quit|cancel|unsubscribe|opt out))?(?: (?:all )?(?:texts|messages))?",
    r"(?:take|remove|drop) (?:me|us)(?: off)?",
    r"remove(?: (?:this|my) (?:number|phone))?",
    r"leave (?:me|us) (?:alone|be)",
    r"(?:shut|turn) (?:this|it) off",
)
# Not sure enough to cut somebody off, and enough to say how it is done.
ENGLISH_PERHAPS = frozenset(
    ("no more", "off", "out", "i want out", "not interested", "i am not interested", "no longer interested", "go away", "enough", "unsub", "revoke consent", "i revoke", "do not contact"),
)  # fmt: skip
