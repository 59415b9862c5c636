"""Where people, referrals and texts are kept (SQLAlchemy)."""
