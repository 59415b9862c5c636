"""Ask later whether help came, and let it rest kindly when nobody answers."""

from __future__ import annotations

from referrals.outbox.queue import Outbox
from referrals.usecases import Referrals

# The answers by their numbers; the same labels are the buttons of the web chat.
ANSWERS = {
    "en": ("got help", "still waiting", "could not reach them", "do not qualify", "they are full"),
    "es": ("sí llegó", "sigo esperando", "no contestan", "no califico", "están llenos"),
}
ASKED = {
    "en": "Porchlight about {reference}. Did help come?",
    "es": "Porchlight, sobre {reference}. ¿Llegó la ayuda?",
}
_REPLY = {"en": "Reply", "es": "Conteste"}
RESTED = {
    "en": "Porchlight: I will not ask about {reference} again. Write any time you need help.",
    "es": "Porchlight: ya no pregunto por {reference}. Escriba cuando necesite ayuda.",
}


def question(reference: str, language: str) -> str:
    """The whole question for a text, with its numbers: one segment or two."""
    numbered = ", ".join(f"{n} {label}" for n, label in enumerate(ANSWERS[language], start=1))
    return f"{ASKED[language].format(reference=reference)} {_REPLY[language]} {numbered}."


def queue_due_questions(referrals: Referrals, outbox: Outbox) -> int:
    """Queue the questions that are due; each is queued once. The web is asked when it comes back, by the bot."""
    count = 0
    for identity, conversation, reference in referrals.due_follow_ups():
        if not conversation.startswith("sms-") or not referrals.follow_up_asked(identity):
            continue
        language = referrals.language_of(conversation) or "en"
        text = question(reference, language)
        outbox.enqueue(conversation, text, "follow_up", key=f"follow-up-{identity}")
        count += 1
    return count


def let_rest(referrals: Referrals, outbox: Outbox) -> int:
    """No answer to the last question: one kind line, and nothing more about it."""
    rested = referrals.let_rest()
    for conversation, reference in rested:
        if conversation.startswith("sms-"):
            language = referrals.language_of(conversation) or "en"
            text = RESTED[language].format(reference=reference)
            outbox.enqueue(
                conversation, text, "follow_up_end", key=f"rest-{conversation}-{reference}"
            )
    return len(rested)
