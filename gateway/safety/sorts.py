"""What sort of danger a kind of crisis is, so that the fixed text fits: gas, cold, somebody missing."""

from __future__ import annotations

from gateway.safety.rules_table import first_name, named_patterns


def sort_of(kind: str, normalised: str) -> str | None:
    """The sort of a crisis of `kind` (sorts.yml) that `normalised` tells of, if it is plain."""
    return first_name(named_patterns("sorts.yml")[kind], normalised)


def sorts(kind: str) -> list[str]:
    """All sorts of `kind`, each with texts of its own."""
    return list(named_patterns("sorts.yml")[kind])
