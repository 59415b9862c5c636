"""What a turn after a fixed text does, by rules that a person can read (after.yml)."""

from __future__ import annotations

from gateway.safety.rules_table import first_name, named_patterns

# A long message says more than one thing: it is judged by itself.
_MOST_WORDS = 30


def what_follows(kind: str, normalised: str) -> str | None:
    """What `normalised` does after a crisis of `kind` or after "scam", by name (after.yml); None when nothing of it."""
    if len(normalised.split()) > _MOST_WORDS:
        return None
    return first_name(named_patterns("after.yml")[kind], normalised)
