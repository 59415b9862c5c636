"""The plan as PDF: large type, numbers larger, room to write. The font has Spanish letters and travels along."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from gateway.plan.plain import title
from gateway.plan.questions import Asked
from gateway.plan.view import PersonOnPaper, ServiceOnPaper, StepOnPaper
from gateway.replies import dialable
from gateway.webwords import web_words

_FONTS = Path(__file__).resolve().parent / "fonts"
_FAMILY = "Atkinson"
_INK, _SOFT = (16, 51, 58), (61, 86, 91)
_BODY, _SMALL, _NUMBER, _HEAD, _TITLE = 13, 11, 18, 14, 20


class _Page(FPDF):
    """Letter paper with a foot that says where it comes from and which page it is."""

    def __init__(self, language: str, day: str) -> None:
        super().__init__(format="letter", unit="mm")
        self.words = web_words(language)
        self._day = day
        self.add_font(_FAMILY, "", _FONTS / "AtkinsonHyperlegible-Regular.ttf")
        self.add_font(_FAMILY, "B", _FONTS / "AtkinsonHyperlegible-Bold.ttf")
        self.set_margins(17, 12, 17)
        self.set_auto_page_break(auto=True, margin=15)
        self.set_title(self.words["plan_title"])
        self.set_lang("es" if language == "es" else "en-US")
        self.set_creator("Porchlight")

    def footer(self) -> None:
        """The last lines of each page."""
        self.set_y(-13)
        self._type(_SMALL, soft=True)
        self.cell(0, 5, f"{self.words['made_with']} {self._day}. {self.page_no()}/{{nb}}")

    def put(self, text: str, size: float = _BODY, bold: bool = False, soft: bool = False) -> None:
        """A paragraph over the width of the page."""
        self._type(size, bold, soft)
        self.multi_cell(0, size * 0.47, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L")

    def _type(self, size: float, bold: bool = False, soft: bool = False) -> None:
        self.set_font(_FAMILY, "B" if bold else "", size)
        self.set_text_color(*(_SOFT if soft else _INK))

    def put_with_number(self, text: str, number: str) -> None:
        """A name, and its phone number large at the right edge."""
        width, y = self.epw, self.get_y()
        self._type(_NUMBER, bold=True)
        room = self.get_string_width(number) + 3 if number else 0.0
        self.set_xy(self.l_margin + width - room, y)
        self.cell(room, 7, number, align="R")
        self.set_xy(self.l_margin, y + 0.5)
        self._type(_BODY + 1, bold=True)
        self.multi_cell(width - room, 6.4, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L")

    def two_columns(self, left: str, right: str) -> None:
        """Two texts side by side."""
        self._type(_SMALL + 0.5)
        half, height = self.epw / 2 - 2, 5.2
        lines = max(
            len(self.multi_cell(half, height, t, dry_run=True, output="LINES"))
            for t in (left, right)
        )
        if self.will_page_break(lines * height):
            self.add_page()
        y = self.get_y()
        for x, text in ((self.l_margin, left), (self.l_margin + half + 4, right)):
            self.set_xy(x, y)
            self.multi_cell(half, height, text, align="L")
        self.set_xy(self.l_margin, y + lines * height)

    def mark(self, x: float, y: float, size: float) -> None:
        """A cross in a box."""
        self.line(x, y, x + size, y + size)
        self.line(x, y + size, x + size, y)

    def head(self, text: str, size: float = _HEAD) -> None:
        """A heading that stays with what follows."""
        if self.will_page_break(18):
            self.add_page()
        self.ln(1.8)
        self.put(text, size, bold=True)
        self.set_draw_color(201, 193, 177)
        y = self.get_y() + 0.6
        self.line(self.l_margin, y, self.w - self.r_margin, y)
        self.ln(1.4)

    def write_lines(self, count: int) -> None:
        """Empty lines to write on."""
        self.set_draw_color(150, 150, 150)
        for _ in range(count):
            if self.will_page_break(9):
                return
            self.ln(8)
            self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())
        self.ln(2)


def plan_pdf(people: Sequence[PersonOnPaper], language: str, day: str) -> bytes:
    """The whole plan; `day` in words stands at the foot."""
    page = _Page(language, day)
    page.add_page()
    page.put(page.words["plan_title"], _TITLE, bold=True)
    page.put(page.words["urgent_line"], _SMALL, soft=True)
    for person in people:
        _person(page, person)
    return bytes(page.output())


def _person(page: _Page, person: PersonOnPaper) -> None:
    words = page.words
    page.head(title(person), _HEAD + 2)
    if person.needs:
        page.put(f"{words['needs']}: {', '.join(person.needs)}", soft=True)
    if person.services:
        page.head(words["services"])
        for service in person.services:
            _service(page, service)
    if person.steps:
        page.head(words["steps"])
        for step in person.steps:
            _step(page, step)
    _questions(page, words["phone_questions"], person.phone_questions)
    _questions(page, words["doctor_questions"], person.doctor_questions)
    page.head(words["notes"])
    if person.notes:
        page.put(person.notes)
    page.write_lines(2)


def _service(page: _Page, service: ServiceOnPaper) -> None:
    if page.will_page_break(24):
        page.add_page()
    number = service.phones[0][1] if service.phones else ""
    page.put_with_number(service.name, number)
    if service.organization and service.organization != service.name:
        page.put(service.organization, _SMALL + 1, soft=True)
    for text in _facts(service.facts, page.words):
        page.put(text)
    if not service.listed:
        page.put(page.words["gone_service"])
    page.ln(1.5)


def _facts(facts: dict[str, Any], words: dict[str, str]) -> list[str]:
    """Lines of facts; what is not known gives none."""
    second = facts.get("second_phone")
    lines = []
    if second:
        phone = dialable(second["phone"])
        lines.append(words["also"].format(name=second["name"], phone=phone))
    if facts.get("through"):
        lines.append(words["through"].format(line=facts["through"]))
    elif facts.get("call_first") and facts.get("phones"):
        lines.append(words["call_first"])
    if facts.get("ask_for"):
        lines.append(f"{words['say']}: “{facts['ask_for']}”")
    short = [f"{words[key]}: {facts[key]}" for key in ("cost", "hours") if facts.get(key)]
    lines += ["   ".join(short)] if short else []
    if facts.get("have_ready"):
        lines.append(f"{words['ready']}: {', '.join(facts['have_ready'])}")
    if facts.get("address"):
        lines.append(facts["address"])
    if facts.get("url") and not facts.get("phones"):
        lines.append(facts["url"])
    return lines


def _step(page: _Page, step: StepOnPaper) -> None:
    if page.will_page_break(_BODY):
        page.add_page()
    left, y, size = page.l_margin, page.get_y(), 4.0
    page.set_draw_color(*_INK)
    page.rect(left, y + 0.9, size, size)
    if step.done:
        page.mark(left, y + 0.9, size)
    page.set_left_margin(left + 7)
    page.set_xy(left + 7, y)
    details = ", ".join(part for part in (step.who, step.by) if part)
    page.put(f"{step.what} ({details})" if details else step.what)
    page.set_left_margin(left)
    page.set_x(left)
    page.ln(0.8)


def _questions(page: _Page, heading: str, questions: Sequence[Asked]) -> None:
    """In two columns, so that a plan for one person stays on one page."""
    if not questions:
        return
    page.head(heading)
    half = (len(questions) + 1) // 2
    for left, right in zip_longest(questions[:half], questions[half:]):
        page.two_columns(f"· {left.text}", f"· {right.text}" if right else "")
