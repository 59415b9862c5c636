"""False alarms on ordinary messages by other hands, every one of them printed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from gateway.safety.safety import Safety

ROOT = Path(__file__).resolve().parents[2]


def evaluate(data_dir: Path, encoder_dir: Path) -> None:
    """Some of the alarms are right: people in the set write of real dangers. Judge each."""
    safety = Safety.open(data_dir, encoder_dir)
    path = ROOT / "data" / "evaluation" / "understanding" / "messages.jsonl"
    texts = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    alarms = [
        (verdict.crisis, verdict.found_by, text)
        for text in texts
        if (verdict := safety.check(text)).crisis
    ]
    sys.stdout.write(f"Crisis alarms on {len(texts)} ordinary messages: {len(alarms)}\n")
    for kind, found_by, text in alarms:
        sys.stdout.write(f"  {kind} ({found_by}): {text[:150]}\n")
