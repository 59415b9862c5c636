"""Write the next migration from the difference between the tables and the migrations so far.

    .venv/bin/python tools/new_migration.py "what changes, in one line"

Read what it wrote before you commit it: a renamed column looks like one dropped and one added. New columns that
may not be empty get the default that the program has for them, so that rows that are there already have a value.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate.rewriter import Rewriter
from alembic.operations.ops import AddColumnOp

from referrals.storage.database import open_database
from referrals.storage.migrate import FOLDER, config_for, load_tables, upgrade

_writer = Rewriter()


@_writer.rewrites(AddColumnOp)
def _with_default(context: Any, revision: Any, op: AddColumnOp) -> AddColumnOp:
    column = op.column
    default = column.default
    if not column.nullable and column.server_default is None and default is not None:
        value = getattr(default, "arg", None)
        if isinstance(value, int | float | str):
            text = str(int(value)) if isinstance(value, bool) else str(value)
            column.server_default = sa.DefaultClause(text)
    return op


def _tidy(path: Path) -> None:
    text = re.sub(r"^ *# ###.*\n", "", path.read_text("utf-8"), flags=re.M)
    # PostgreSQL takes no number for a truth value.
    for number, name in (("0", "false"), ("1", "true")):
        was = rf"(sa\.Boolean\(\), server_default=)(?:sa\.text\(.{number}.\)|'{number}')"
        text = re.sub(was, rf"\1sa.{name}()", text)
    path.write_text(text, "utf-8")
    for words in (["check", "--fix", "-q"], ["format", "-q"]):
        subprocess.run([sys.executable, "-m", "ruff", *words, str(path)], check=True)


def main() -> None:
    """Compare on an empty database and write versions/NNNN_….py."""
    load_tables()
    versions = FOLDER / "versions"
    number = f"{len(list(versions.glob('0*.py'))) + 1:04d}"
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{Path(folder) / 'empty.db'}")
        upgrade(engine)
        with engine.begin() as connection:
            config = config_for(connection)
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            command.revision(
                config,
                sys.argv[1],
                rev_id=number,
                autogenerate=True,
                process_revision_directives=_writer,
            )
    _tidy(next(versions.glob(f"{number}_*.py")))


if __name__ == "__main__":
    main()
