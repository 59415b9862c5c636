"""A referral as others may see it."""

from __future__ import annotations

from referrals.model import ReferralView
from referrals.storage.tables import ReferralRow


def view_of(row: ReferralRow) -> ReferralView:
    """Without anything that names a person."""
    needs = tuple(need for need in row.needs.split(",") if need)
    return ReferralView(
        row.id, row.reference, row.status, row.outcome, needs, row.version, row.created_at
    )
