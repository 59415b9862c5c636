"""The large English encoder beside our own: which messages it reads, and how it sees them (docs/adr/0013)."""

import functools
from pathlib import Path
from typing import Callable, NamedTuple, Optional, Sequence

import numpy as np

from bot.components.bank import read_bank
from bot.components.encoder import Encode, LargeEncoder, second_encoder
from bot.components.language import detect

_NOTE = "second.txt"


class Seen(NamedTuple):
    """Some of several texts: `rows` [known] of them, and unit `vectors` [known, width]."""

    rows: np.ndarray
    vectors: np.ndarray

    def part(self, chosen: Sequence[int]) -> "Seen":
        """As if only the `chosen` texts had been read, in their order."""
        place = {row: number for number, row in enumerate(chosen)}
        kept = [number for number, row in enumerate(self.rows) if int(row) in place]
        rows = np.array([place[int(self.rows[number])] for number in kept], dtype=int)
        order = np.argsort(rows)
        return Seen(rows[order], self.vectors[np.array(kept, dtype=int)[order]])


See = Callable[[Sequence[str]], Seen]
# Shares [labels] of the labels that are named, of one text; None where it does not read it, or was not taught them.
Taught = Callable[[str, Sequence[str]], Optional[np.ndarray]]


def joined(parts: Sequence[Seen], lengths: Sequence[int]) -> Seen:
    """Of texts one after another: `lengths` says how many each part was taken from."""
    starts = np.cumsum([0, *lengths[:-1]])
    rows = [part.rows + start for part, start in zip(parts, starts, strict=True)]
    return Seen(np.concatenate(rows), np.vstack([part.vectors for part in parts]))


def second_sight() -> Optional[See]:
    """How to read texts with the large encoder, or None where the set-up could not fetch it."""
    encoder = second_encoder()
    return None if encoder is None else functools.partial(see, encoder.vectors, encoder.encode)


def talk_sight() -> Optional[See]:
    """The same by the half of it that was taught what people say in a talk."""
    encoder = second_encoder()
    if encoder is None:
        return None
    return functools.partial(see, encoder.taught_vectors, encoder.encode_taught)


def see(one: Encode, many: Encode, texts: Sequence[str]) -> Seen:
    """Those of `texts` that it can read: all that do not look Spanish.

    Several components look at the same message: `one` remembers it, `many` takes lessons by the batch.
    """
    rows = [row for row, text in enumerate(texts) if detect(text) != "es"]
    read = one if len(texts) == 1 and rows else many
    return Seen(np.array(rows, dtype=int), read([texts[row] for row in rows]))


def taught_sight() -> Optional[Taught]:
    """What the upper half says that was taught our lessons (tools/train_talk_adapters.py), or None without it."""
    encoder = second_encoder()
    return None if encoder is None else functools.partial(taught_shares, encoder)


def taught_shares(encoder: LargeEncoder, text: str, labels: Sequence[str]) -> Optional[np.ndarray]:
    """A `Taught`."""
    if detect(text) == "es" or not set(labels) <= set(encoder.kinds):
        return None
    return _shares(encoder.odds(text), encoder.kinds, labels)


def need_sight() -> Optional[Taught]:
    """What the upper half says that was taught needs (tools/train_need_adapters.py), or None without it."""
    encoder = second_encoder()
    return None if encoder is None else functools.partial(need_shares, encoder)


def need_shares(encoder: LargeEncoder, text: str, labels: Sequence[str]) -> Optional[np.ndarray]:
    """A `Taught`."""
    if detect(text) == "es" or not set(labels) <= set(encoder.needs):
        return None
    return _shares(encoder.need_odds(text), encoder.needs, labels)


def _shares(odds: np.ndarray, kinds: Sequence[str], labels: Sequence[str]) -> np.ndarray:
    chosen = odds[[kinds.index(label) for label in labels]]
    exponents = np.exp(chosen - chosen.max())
    shares: np.ndarray = exponents / exponents.sum()
    return shares


@functools.lru_cache(maxsize=1)
def bank_seen() -> Optional[Seen]:
    """The bank, read once for the two components that are trained on it."""
    look = second_sight()
    return None if look is None else look([example.text for example in read_bank()])


def note_second(folder: Path) -> None:
    """Write down in a model's `folder` with which large encoder it was trained; nothing without one."""
    encoder = second_encoder()
    (folder / _NOTE).write_text("" if encoder is None else encoder.digest, "utf-8")


def has_second(folder: Path) -> bool:
    """Whether the large encoder is here with which the model in `folder` was trained."""
    encoder = second_encoder()
    return encoder is not None and (folder / _NOTE).read_text("utf-8") == encoder.digest
