"""What is encrypted under which key: renewing all of it, and locking what older versions kept in the open."""

from __future__ import annotations

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from referrals.storage.crypto import Vault
from referrals.storage.tables import Base, ConsentRow


def lock_plain_wordings(engine: Engine, vault: Vault) -> None:
    """Wordings of consents once stood in the open with name and number."""
    plain = ConsentRow.wording != "", ConsentRow.wording_cipher.is_(None)
    with Session(engine) as session, session.begin():
        for row in session.scalars(select(ConsentRow).where(*plain)):
            row.wording_cipher, row.wording = vault.lock(row.wording), ""


def renew_all(engine: Engine, vault: Vault) -> int:
    """Put every encrypted value under the newest key; returns how many. All or nothing.

    Raises cryptography's InvalidToken when one cannot be read: then an old key is missing from VAULT_KEYS.
    """
    count = 0
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            keys = list(table.primary_key.columns)
            for column in (c for c in table.columns if c.name.endswith("_cipher")):
                rows = connection.execute(select(*keys, column).where(column.is_not(None))).all()
                for *identity, token in rows:
                    where = [key == value for key, value in zip(keys, identity, strict=True)]
                    renewed = vault.renew(token)
                    connection.execute(table.update().where(*where).values({column: renewed}))
                count += len(rows)
    return count
