"""The fixed texts, chosen by kind, sort and language."""

from __future__ import annotations

import functools
from pathlib import Path

import yaml

from gateway.safety.sorts import sort_of

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "wording"

_SCAM = "scam"
# Second texts that offer to go on here.
_ASKING = ("abuse_now_stay", "abuse_now_money_stay", "suicide_stay")


@functools.cache
def _texts(language: str) -> dict[str, str]:
    texts: dict[str, str] = yaml.safe_load((_FOLDER / f"crisis_{language}.yml").read_text("utf-8"))
    return texts


def fixed_texts(language: str) -> dict[str, str]:
    """All of a language by name; what is neither English nor Spanish gets English."""
    return _texts("es" if language == "es" else "en")


def crisis_texts(kind: str, language: str, normalised: str, aps: str | None) -> list[str]:
    """The first text, then the one that stays with the person."""
    texts = fixed_texts(language)
    name = _name(kind, normalised, texts)
    said = [texts[name], _stay(kind, name, texts)]
    if aps is None:
        return said
    named = (f"{name}_aps", f"{name}_stay_aps")
    return [
        texts[to_call].format(aps=aps) if to_call in texts else text
        for to_call, text in zip(named, said, strict=True)
    ]


def again_text(kind: str, language: str, normalised: str) -> str:
    """When the same kind is told a second time: one text, and a closer one where the sort is plain now."""
    texts = fixed_texts(language)
    name = _name(kind, normalised, texts)
    return texts[f"{kind}_again" if name == kind else name]


def hold_text(kind: str, language: str) -> str | None:
    """When the help is refused or the danger denied; None where the bot may simply go on."""
    return fixed_texts(language).get(f"{kind}_hold")


def denied_text(kind: str, language: str) -> str:
    """When an alarm of `kind`, or only a line ("perhaps"), is taken back by whoever raised it."""
    return fixed_texts(language)[f"{kind}_denied"]


def after_text(kind: str, follows: str, language: str) -> str:
    """What answers a turn after a crisis of `kind` or a scam; `follows` is a name of after.yml."""
    return fixed_texts(language)[f"{kind}_{follows}"]


def scam_paid_text(language: str, normalised: str) -> str:
    """It has been paid after all: who can still stop it."""
    card = sort_of(_SCAM, f"gift card i sent {normalised}") if "card" in normalised else None
    return fixed_texts(language)[f"{_SCAM}_{card or 'after'}"]


def scam_texts(language: str, normalised: str) -> list[str]:
    """What to do first, then who helps for free."""
    texts = fixed_texts(language)
    name = _name(_SCAM, normalised, texts)
    medicare = name.startswith(f"{_SCAM}_medicare")
    return [texts[name], texts["scam_medicare_lines" if medicare else "scam_lines"]]


def last_texts(kind: str, said: list[str], language: str) -> list[str]:
    """`said` where nothing more may be sent: in place of words that ask for an answer, none that do."""
    texts = fixed_texts(language)
    asking = {text for name, text in texts.items() if name.startswith(kind) and name in _ASKING}
    stopped = texts.get(f"{kind}_stay_stopped", "")
    return [stopped if text in asking else text for text in said]


def perhaps_text(kind: str, language: str, normalised: str) -> str:
    """What goes before an ordinary answer where a danger of `kind` is possible, not likely."""
    texts = fixed_texts(language)
    closer = f"{kind}_perhaps_{sort_of(kind, normalised)}"
    return texts.get(closer, texts[f"{kind}_perhaps"])


def caution_text(kind: str, language: str) -> str:
    """The sentence for a caution."""
    return fixed_texts(language)[kind]


def _stay(kind: str, name: str, texts: dict[str, str]) -> str:
    return texts.get(f"{name}_stay", texts[f"{kind}_stay"])


def _name(kind: str, normalised: str, texts: dict[str, str]) -> str:
    name = f"{kind}_{sort_of(kind, normalised)}"
    return name if name in texts else kind
