"""National lines and programmes. Numbers stand in facts/national_lines.csv and are looked up by name
there; an entry without a line has an address only, because no source gives a number."""

from __future__ import annotations

from tools.directory.entries import National
from tools.directory.national_care import CARE
from tools.directory.national_living import LIVING

NATIONAL: tuple[National, ...] = (*CARE, *LIVING)
