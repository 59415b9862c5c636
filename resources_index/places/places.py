"""The front of this room: resolve a text, or find the place in a message."""

from __future__ import annotations

from pathlib import Path

from resources_index.places.answers import Answer, Mention
from resources_index.places.mentions import MentionFinder
from resources_index.places.named import Named
from resources_index.places.resolve import Resolver
from resources_index.places.said import Said
from resources_index.places.tables import Tables


class Places:
    """All places of the country, in memory; safe to use from several threads."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._resolver = Resolver(tables)
        self._finder = MentionFinder(tables, self._resolver)

    @classmethod
    def load(cls, folder: Path) -> Places:
        """Read the tables below `folder` (data/places); under a second."""
        return cls(Tables.read(folder))

    def resolve(self, text: str, near_state: str | None = None) -> Answer:
        """What place `text`, meant as a place, is."""
        return self._resolver.resolve(text, near_state)

    def names(self, said: Said) -> list[Named]:
        """All that may be a place in a message, whether it is meant or not."""
        return self._finder.names(said)

    def find_in(self, message: str, asked: bool = False) -> list[Mention]:
        """Places mentioned in a message, the one where help is needed first.

        `asked` says that the bot has just asked for the place, so that the whole message may be one.
        """
        return self._finder.find(message, asked)
