"""After how long a record is shown with 'call first', and after how long it is held back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Freshness:
    """Days by program or level; a record without a date counts as older than `call_first`."""

    call_first: dict[str, int]
    hold_back: dict[str, int]
    today: date

    @classmethod
    def read(cls, path: Path, today: date | None = None) -> Freshness:
        """Read the policy file data/directory/freshness.yml."""
        fields = yaml.safe_load(path.read_text("utf-8"))
        return cls(
            fields["call_first_after_days"], fields["hold_back_after_days"], today or date.today()
        )

    def judge(self, assured_date: str, level: str, program: str = "") -> tuple[bool, bool]:
        """(call first, hold back) for a record; its program's limit comes before its level's."""
        call_first, hold_back = self.limits(assured_date, level, program)
        today = self.today.toordinal()
        return today >= call_first, hold_back is not None and today >= hold_back

    def limits(self, assured_date: str, level: str, program: str = "") -> tuple[int, int | None]:
        """From which day (date.toordinal) to call first, and from which to hold back; None is never."""
        if not assured_date:
            return 0, None
        assured = date.fromisoformat(assured_date).toordinal() + 1
        call_first = self.call_first.get(program, self.call_first[level])
        return assured + call_first, assured + self.hold_back.get(program, self.hold_back[level])
