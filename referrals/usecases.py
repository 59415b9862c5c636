"""The front of this room: what people and coordinators can do. Each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from referrals.alarms import Alarms
from referrals.life.conversations import Conversations
from referrals.life.following_up import FollowingUp, FollowUp
from referrals.life.leaving import Leaving
from referrals.settings import Settings
from referrals.storage.bot_memory import FILE, BotMemory
from referrals.storage.crypto import Vault
from referrals.storage.database import open_database
from referrals.storage.keys import lock_plain_wordings
from referrals.storage.migrate import upgrade
from referrals.together import decided, once

AnswerT = TypeVar("AnswerT")
__all__ = ["FollowUp", "Referrals"]


class Referrals(Leaving, FollowingUp, Conversations, Alarms):
    """Asking, a coordinator's work, following up, conversations and leaving, over one database."""

    bot_memory: BotMemory

    @classmethod
    def open(cls, settings: Settings) -> Referrals:
        """Open the database and bring its tables up to date."""
        engine = open_database(settings.database_url)
        upgrade(engine)
        vault = Vault(settings.all_keys)
        lock_plain_wordings(engine, vault)
        opened = cls(engine, vault, settings.follow_up_days)
        opened.bot_memory = BotMemory(settings.data_dir / FILE, settings.secret_key)
        return opened

    def once(
        self, conversation: str, key: str | None, effect: Callable[[Referrals], object]
    ) -> None:
        """`effect`, unless it happened before for this `key`; without a key always."""
        once(self, conversation, key, effect)

    def decided(
        self, conversation: str, key: str | None, decide: Callable[[Referrals], AnswerT]
    ) -> AnswerT:
        """What `decide` finds, or what it found for this `key` before; JSON-able, never None."""
        return decided(self, conversation, key, decide)

    def forget_at_the_bot(self, conversation: str) -> None:
        """Delete what the bot itself remembers; only after its turn, or it writes it down again."""
        self.bot_memory.forget(conversation)
