"""`rasa test` on the conversations of stories.yml, with the bot that is trained."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA_DIR = ROOT / os.environ.get("DATA_DIR", "var")
RASA = ROOT / ".venv-rasa" / "bin" / "python"


@pytest.mark.stack
def test_the_bot_takes_the_actions_that_the_stories_tell(tmp_path: Path) -> None:
    command = [
        RASA,
        "-m",
        "rasa",
        "test",
        "core",
        "--model",
        DATA_DIR / "models",
        "--stories",
        "tests/dialogue/stories.yml",
    ]
    command += [
        "--e2e",
        "--fail-on-prediction-errors",
        "--out",
        tmp_path,
        "--endpoints",
        "tests/dialogue/endpoints.yml",
    ]
    environment = {
        **os.environ,
        "RASA_TELEMETRY_ENABLED": "false",
        "ENCODER_DIR": os.environ.get("ENCODER_DIR", "data/encoder"),
    }
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-2000:]
