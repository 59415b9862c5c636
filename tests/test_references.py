"""Whoever follows a path that a page or a comment names finds the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("actions", "bot", "gateway", "porchlight", "referrals", "resources_index", "tools")
_PATH = re.compile(rf"(?<![\w/])(?:{'|'.join(ROOMS)}|docs|tests)/[\w/-]+\.(?:py|md|yml)\b")
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("data/**/*.md")]


@pytest.mark.parametrize("room", ROOMS)
def test_a_comment_names_files_that_are_there(room: str) -> None:
    assert not _missing(*(ROOT / room).rglob("*.py"))


def test_a_page_names_files_that_are_there() -> None:
    assert not _missing(*PAGES)


def _missing(*files: Path) -> set[tuple[str, str]]:
    named = ((file, path) for file in files for path in _PATH.findall(file.read_text("utf-8")))
    return {(file.name, path) for file, path in named if not (ROOT / path).exists()}
