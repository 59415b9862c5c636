"""Whether the trained bot knows the answers of this code. One that was trained before an answer was written sends nothing at all."""

from __future__ import annotations

import tarfile
from pathlib import Path

import yaml

from porchlight.errors import UserError
from porchlight.settings import Settings

_DOMAIN = "components/domain_provider/domain.yml"
_NAMED = 3
# A hundred kilobytes: the loader in C needs a tenth of the time.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def refuse_a_bot_of_other_answers(settings: Settings) -> None:
    """Raises UserError when the newest model and `bot/domain` do not have the same answers; nothing without a model."""
    models = sorted(
        (settings.data_dir / "models").glob("*.tar.gz"), key=lambda p: p.stat().st_ctime
    )
    if not models:
        return
    differ = sorted(_of_model(models[-1]) ^ _of_code(settings.root / "bot" / "domain"))
    if differ:
        named = ", ".join(differ[:_NAMED]) + (" …" if len(differ) > _NAMED else "")
        raise UserError(
            f"The bot was trained from other answers than this code has ({named}): "
            "it would send nothing for some. Run `make setup`, then start again."
        )


def _of_model(model: Path) -> set[str]:
    """Names of the answers that it was trained with."""
    with tarfile.open(model) as archive:
        member = next(m for m in archive if m.name.removeprefix("./").strip("/") == _DOMAIN)
        file = archive.extractfile(member)
        return _names(file.read() if file else b"")


def _of_code(folder: Path) -> set[str]:
    return set().union(*(_names(path.read_bytes()) for path in folder.glob("*.yml")))


def _names(domain: bytes) -> set[str]:
    loaded = yaml.load(domain, Loader=_LOADER) or {}  # noqa: S506 (both are safe loaders)
    return set(loaded.get("responses", {}))
