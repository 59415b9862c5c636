"""`python -m bot.train --out FOLDER`: train the bot and keep only the newest model."""

import argparse
import os
import sys
from pathlib import Path


def main() -> int:
    """Exit status 0 when a model was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    folder: Path = parser.parse_args().out
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("ENCODER_THREADS", str(os.cpu_count() or 1))
    import rasa  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    old = set(folder.glob("*.tar.gz"))
    result = rasa.train(
        domain="bot/domain",
        config="config.yml",
        training_files=["data/dialogue/acts", "data/dialogue/rules"],
        output=str(folder),
        force_training=True,
    )
    if result.code != 0 or not result.model:
        return 1
    for model in old - {Path(result.model)}:
        model.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
