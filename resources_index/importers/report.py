"""What an import did, or would do, and what it would not take."""

from __future__ import annotations

from dataclasses import dataclass, field

_MOST_KEPT = 10_000
# In these files records are counted, not lines.
_COUNTED = (".json", ".jsonl", ".ndjson")


@dataclass(frozen=True)
class Finding:
    """A line that is wrong: `field` may be empty where the whole line is meant."""

    file: str
    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        """As a person reads it: "rides.csv line 3: phone: has not ten digits"."""
        place = "record" if self.file.endswith(_COUNTED) else "line"
        return f"{self.file} {place} {self.line}: {self.field}{': ' if self.field else ''}{self.reason}"


@dataclass
class Report:
    """Counts of services; of many findings the first ten thousand are kept. `blocked`: what is rejected keeps all outside."""

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
    blocked: bool = False
    dry_run: bool = False
    imported: bool = False

    @property
    def good(self) -> int:
        """Services that could come in, or are in already."""
        return self.added + self.changed + self.unchanged

    def reject(self, file: str, line: int, name: str, reason: str) -> None:
        """A line that cannot become a service; several reasons for one line, given one after the other, count once."""
        last = self.rejected[-1] if self.rejected else None
        self.rejected_count += last is None or (last.file, last.line) != (file, line)
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

    def all(self) -> list[tuple[str, Finding]]:
        """Every finding that was kept, with its kind, those that keep the list outside first."""
        kinds = {"rejected": self.rejected, "warning": self.warnings, "left out": self.left_out}
        return [(kind, finding) for kind, found in kinds.items() for finding in found]

    def summary(self) -> str:
        """One line of counts, and before it whether they have come true."""
        counts = (
            f"{self.added:,} added, {self.changed:,} changed, {self.unchanged:,} unchanged, "
            f"{self.removed:,} removed, {self.rejected_count:,} rejected, {self.left_out_count:,} left out, "
            f"{self.warning_count:,} warnings"
        )
        if self.imported:
            return f"Imported: {counts}"
        state = "Dry run, nothing changed" if self.dry_run else "Nothing imported"
        mend = ". What is rejected must be mended first" if self.blocked else ""
        return f"{state}. It would be: {counts}{mend}"
