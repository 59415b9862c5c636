"""Ask later whether help came."""

from __future__ import annotations

from referrals.outbox.queue import Outbox
from referrals.usecases import Referrals

QUESTIONS = {
    "en": (
        "Porchlight here about {reference}. Did help come? Reply 1 got help, 2 still waiting, 3 could not reach them, "
        "4 not eligible, 5 they are full."
    ),
    "es": (
        "Porchlight, sobre {reference}. ¿Llegó la ayuda? Conteste 1 sí, 2 sigo esperando, 3 no contestan, "
        "4 no califico, 5 están llenos."
    ),
}


def queue_due_questions(referrals: Referrals, outbox: Outbox) -> int:
    """Queue the questions that are due; each is queued once. Web conversations are asked when they return."""
    count = 0
    for identity, conversation, reference in referrals.due_follow_ups():
        language = referrals.language_of(conversation) or "en"
        if conversation.startswith("sms-"):
            text = QUESTIONS[language].format(reference=reference)
            outbox.enqueue(conversation, text, "follow_up", key=f"follow-up-{identity}")
        referrals.follow_up_asked(identity)
        count += 1
    return count
