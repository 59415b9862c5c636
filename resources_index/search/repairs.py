"""Repairs that have nothing to do with heat: who saves energy comes after whoever puts up a rail or mends a roof."""

from __future__ import annotations

import re
import unicodedata

import numpy as np

from resources_index.index.features import Features, Flags
from resources_index.index.packed import Rows

REPAIR, _BILLS = "home_repair", "utilities"
_NOT_OF_HEAT = re.compile(
    r"\b(?:bars?|rails?|railings?|hand ?rails?|ramps?|steps?|stairs?|stair ?lift|porch|deck|roof\w*|ceilings?|gutters?|leak\w*|floors?|plumb\w*|pipes?|toilets?|sinks?|faucets?|tubs?|bath\w*|showers?|septic|wiring|"
    r"termites?|mold|trees?|fence|yard|barras?|pasamanos|barandal\w*|rampas?|escal\w+|techo|goter\w+|fugas?|pisos?|plomer\w+|tuber\w+|inodoro|lavabo|tina|regadera|bano|ducha|moho)\b"
)
_OF_HEAT = re.compile(
    r"\b(?:furnac\w*|furnas\w*|heat\w*|boilers?|insulat\w*|draft\w*|windows?|weatheri\w+|cold|energy|calefaccion|calenton|calentador|caldera|aislamiento|ventanas?|frio|corrientes? de aire)\b"
)


def has_nothing_to_do_with_heat(text: str) -> bool:
    """Whether `text` asks for a repair that no weatherization office does."""
    flat = unicodedata.normalize("NFD", text.lower())
    plain = "".join(letter for letter in flat if unicodedata.category(letter) != "Mn")
    return bool(_NOT_OF_HEAT.search(plain)) and not _OF_HEAT.search(plain)


def saves_energy(features: Features, rows: Rows) -> Flags:
    """Which of `rows` are there for repairs and for energy bills, and for little else."""
    own = features.own[rows]
    both = [(own == features.need(need)).any(axis=1) for need in (REPAIR, _BILLS)]
    flags: Flags = np.logical_and(*both) & ~features.signpost[rows]
    return flags
