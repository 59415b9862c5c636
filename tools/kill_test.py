"""`python -m tools.kill_test`: kill every process of the running system while people text, and count.

    python -m tools.kill_test                        500 people, 50 kills of each kind of process
    python -m tools.kill_test --people 40 --kills 5  a short one

Starts a system of its own (free ports, a throw-away folder) from what `make setup` has built. Exit status 1
when anything was lost or doubled.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.faults.parts import ROOT
from tests.faults.whole_system import Outcome, kill_everything


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=120.0, help="begin nothing new after that")
    wanted = parser.parse_args()
    built = ROOT / os.environ.get("DATA_DIR", "var")
    folder = Path(tempfile.mkdtemp(prefix="porchlight-kills-"))
    print(f"Logs are in {folder}", flush=True)
    outcome = kill_everything(folder, built, wanted.people, wanted.kills, _say, wanted.minutes * 60)
    _report(outcome)
    return 1 if outcome.wrong else 0


def _say(line: str) -> None:
    print(line, flush=True)


def _report(outcome: Outcome) -> None:
    found = outcome.findings
    _say("Killed: " + ", ".join(f"{kind} {n} times" for kind, n in sorted(outcome.kills.items())))
    _say(f"{outcome.people} conversations, {found.texts} texts arrived in {outcome.seconds:.0f} s")
    _say(
        f"'One moment' was said {found.moments} times, the fixed fall-back {found.fell_back} times"
    )
    _say(f"{len(found.out_of_order)} people got all their texts, but not in their order")
    for line in found.out_of_order:
        _say(f"  {line}")
    _say(f"Lost {len(found.lost)}, doubled {len(found.doubled)}")
    for line in outcome.wrong:
        _say(f"  {line}")


if __name__ == "__main__":
    sys.exit(main())
