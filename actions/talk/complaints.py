"""What is said against our own answer, and not against a place."""

from __future__ import annotations

import re

_NOT_WHAT_I_ASKED = re.compile(
    r"\b(?:(?:that's|thats|that is|this is|it's|its) not what i (?:asked|said|meant|wanted|need\w*)|that (?:isn't|isnt|wasn't|wasnt) (?:what i|my question|it)\b|(?:that|you) (?:didn't|didnt|don't|dont|did not|doesn't|doesnt) (?:answer|help|make sense|listen|read|understand)|not what i (?:asked|meant)|"
    r"(?:you're|youre|you are|yall|y'all|you all|u) (?:\w+ )?not (?:answering|listening|responding|reading|helping|hearing)|(?:yall|y'all|you) ain't (?:answering|listening|responding|helping)|answer (?:me|my question|the question)|i (?:just )?(?:asked|told) you|i already (?:said|told|asked)|same thing (?:again|over)|you (?:already )?(?:said|sent|told me) that|you keep (?:sending|saying|telling|giving)|"
    r"no (?:es|era) lo que (?:le )?(?:pregunte|pedi|dije|pregunto)|eso no (?:le |te )?(?:pregunte|pedi|pregunto|es lo que)|no me (?:contesta|contesto|entiende|entendio|escucha|hace caso|responde)|ya le dije|ya se lo dije|le (?:pregunte|estoy preguntando)|otra vez lo mismo)\b"
)
# Our own words beside a number that nobody could check lately.
_CALL_FIRST = re.compile(
    r"\b(?:what|why|how come|mean\w*|says?|said)\b.{0,40}\bcall (?:first|ahead|to check)\b|\bcall first\b.{0,30}\b(?:what|why|mean\w*)\b|^(?:\w+ )?check (?:what|with who\w*|for what)\b|"
    r"\b(?:what|que)\b.{0,15}\b(?:do i|am i supposed to|should i|tengo que|hay que|debo) (?:check|confirm\w*|verific\w*)\b|\b(?:por que|para que|que es eso de|dice)\b.{0,30}\b(?:llam\w+ antes|confirmar)\b|\bconfirmar que\b"
)


def complains_of_us(plain: str) -> bool:
    """ "That isn't what I asked": said of our answer, not of a place."""
    return bool(_NOT_WHAT_I_ASKED.search(plain))


def asks_of_our_words(plain: str) -> bool:
    """ "It says call first. Check what?"."""
    return bool(_CALL_FIRST.search(plain))
