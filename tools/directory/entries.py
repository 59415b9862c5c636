"""What a national line or programme is, before it becomes a service."""

from __future__ import annotations

from dataclasses import dataclass

from tools.directory.content import Kind, Text

USAGOV = "USA.gov page, 2024-2025"


@dataclass(frozen=True)
class National:
    """A national service; `line` names a row of national_lines.csv, or is None."""

    organization: str
    kind: Kind
    line: str | None = None
    url: str | None = None
    source: str = USAGOV
    as_of: str = "2025"
    open_always: bool = False


def national_kind(name: tuple[str, str], needs: str, summary: tuple[str, str], who: Text, cost: Text,
          ask: tuple[str, str], urgency: str = "days", minimum_age: int | None = None,
          veteran_only: bool = False) -> Kind:  # fmt: skip
    return Kind(Text(*name), tuple(needs.split()), Text(*summary), who, cost, Text(*ask), urgency,
                minimum_age, veteran_only)  # fmt: skip


VETERANS = Text("Veterans and their families.", "Veteranos y sus familias.")
OLDER = Text("Older adults and their families.", "Personas mayores y sus familias.")
