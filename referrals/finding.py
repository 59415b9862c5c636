"""Finding a referral again when somebody calls back: by name, reference, or the last four digits of the number."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from referrals.desk_views import QueueRow, queue_row
from referrals.storage.tables import PhoneLineRow, ReferralRow
from referrals.usecases import Referrals

# Names and numbers are kept encrypted, so each is opened to look: the newest so many.
_MOST = 5000
_SHOWN = 50


def find(referrals: Referrals, text: str) -> list[QueueRow]:
    """Open and closed referrals that fit, the newest first; at most 50. Nothing for an empty text."""
    if not text.strip():
        return []
    unlock = referrals.vault.unlock
    with Session(referrals.engine) as session:
        numbers = {
            line.conversation: str(unlock(line.number_cipher) or "")
            for line in session.scalars(select(PhoneLineRow))
        }
        found = []
        newest = select(ReferralRow).order_by(ReferralRow.id.desc()).limit(_MOST)
        for row in session.scalars(newest):
            details: dict[str, Any] = unlock(row.details_cipher) or {}
            known = (str(details.get("number") or ""), numbers.get(row.conversation, ""))
            if fits(text, row.reference, str(details.get("name") or ""), known):
                found.append(queue_row(referrals, row))
            if len(found) == _SHOWN:
                break
        return found


def fits(text: str, reference: str, name: str, numbers: tuple[str, ...]) -> bool:
    """Whether all that was typed belongs to one person: 'ann', 'R-4F7K', '4f7k', '0142' or a whole number."""
    typed = text.casefold().strip()
    if typed in (reference.casefold(), reference.casefold().removeprefix("r-")):
        return True
    digits = re.sub(r"\D", "", typed)
    if len(digits) >= 4 and not re.search(r"[^\W\d_]", typed):
        return any(re.sub(r"\D", "", number).endswith(digits[-10:]) for number in numbers if number)
    words = name.casefold().split()
    return all(any(word.startswith(part) for word in words) for part in typed.split())
