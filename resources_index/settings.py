"""What the directory's search reads from the environment, once."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """`search_database_url`: PostgreSQL with pgvector for vectors and filters; None: FAISS in this process."""

    search_database_url: str | None

    @classmethod
    def read(cls) -> Settings:
        """From SEARCH_DATABASE_URL."""
        return cls(os.environ.get("SEARCH_DATABASE_URL") or None)
