"""The life of a referral: asking, a coordinator's work, following up, conversations, leaving."""
