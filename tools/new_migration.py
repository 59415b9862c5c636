"""Write the next migration from the difference between the tables and the migrations so far.

    .venv/bin/python tools/new_migration.py "what changes, in one line"

Read what it wrote before you commit it: a renamed column looks like one dropped and one added.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command

from referrals.storage.database import open_database
from referrals.storage.migrate import FOLDER, config_for, upgrade


def main() -> None:
    """Compare on an empty database and write versions/NNNN_….py."""
    number = f"{len(list((FOLDER / 'versions').glob('0*.py'))) + 1:04d}"
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{Path(folder) / 'empty.db'}")
        if number != "0001":
            upgrade(engine)
        with engine.begin() as connection:
            config = config_for(connection)
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            command.revision(config, sys.argv[1], rev_id=number, autogenerate=True)


if __name__ == "__main__":
    main()
