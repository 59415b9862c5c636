"""What an import did, or would do, and what it would not take."""

from __future__ import annotations

from dataclasses import dataclass, field

_MOST_KEPT = 1_000


@dataclass(frozen=True)
class Finding:
    """A line that is wrong: `field` may be empty where the whole line is meant."""

    file: str
    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        """As a person reads it: "rides.csv line 3: phone: has not ten digits"."""
        return (
            f"{self.file} line {self.line}: {self.field}{': ' if self.field else ''}{self.reason}"
        )


@dataclass
class Report:
    """Counts of services; of many findings the first thousand are kept."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    rejected_count: int = 0
    left_out_count: int = 0
    warning_count: int = 0
    rejected: list[Finding] = field(default_factory=list)
    left_out: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    imported: bool = False

    def reject(self, file: str, line: int, name: str, reason: str) -> None:
        """A line that cannot become a service."""
        self.rejected_count += 1
        if len(self.rejected) < _MOST_KEPT:
            self.rejected.append(Finding(file, line, name, reason))

    def leave_out(self, file: str, line: int, name: str, reason: str) -> None:
        """A line with nothing wrong in it that is not for the people whom we serve."""
        self.left_out_count += 1
        if len(self.left_out) < _MOST_KEPT:
            self.left_out.append(Finding(file, line, name, reason))

    def warn(self, file: str, line: int, name: str, reason: str) -> None:
        """Something left out of a line, or mended, without losing the service; the same is said once."""
        finding = Finding(file, line, name, reason)
        if self.warnings[-1:] == [finding]:
            return
        self.warning_count += 1
        if len(self.warnings) < _MOST_KEPT:
            self.warnings.append(finding)

    def summary(self) -> str:
        """One line of counts."""
        return (
            f"{self.added:,} added, {self.changed:,} changed, {self.unchanged:,} unchanged, "
            f"{self.removed:,} removed, {self.rejected_count:,} rejected, {self.left_out_count:,} left out, "
            f"{self.warning_count:,} warnings"
        )
