"""People, consent, warm referrals, follow-ups and the outbox. Rules inside, storage at the edge."""
