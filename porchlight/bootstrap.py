"""Make both Python environments. Runs before anything is installed: standard library only.

    python3 porchlight/bootstrap.py            both environments
    python3 porchlight/bootstrap.py --tools    besides, what the tests need (browser, Redis)

A step that has finished leaves a stamp with a digest of what it was made from, and is not done again
until that changes. An interrupted step leaves no stamp and is done again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAIN = ROOT / ".venv"
ISLAND = ROOT / ".venv-rasa"
TORCH = "torch==2.13.0"
NO_PYTHON_310 = (
    "Rasa needs Python 3.10 and none was found or could be fetched. "
    "Install it (for example with pyenv or your package manager), or set PYTHON310 to its path, "
    "and run this again."
)
NO_TORCH = (
    "PyTorch could not be installed. A CPU build is enough and much smaller: choose 'CPU' on PyTorch's "
    "own install page, install it into .venv with the command shown there, and run this again."
)


class StepFailedError(Exception):
    """A step of the set-up failed; the message says what to do."""


def say(text: str) -> None:
    """Tell the person at the terminal what is going on."""
    sys.stdout.write(f"[set-up] {text}\n")
    sys.stdout.flush()


def run(command: Sequence[str | Path], advice: str) -> None:
    """Run a command; raises StepFailedError with `advice` when it fails."""
    quiet = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    result = subprocess.run([str(part) for part in command], cwd=ROOT, env=quiet, check=False)
    if result.returncode != 0:
        raise StepFailedError(advice)


def digest(*parts: str | Path) -> str:
    """One digest over texts and file contents."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part.read_bytes() if isinstance(part, Path) else part.encode())
    return total.hexdigest()


def step(title: str, stamp: Path, made_from: str, work: Callable[[], None]) -> None:
    """Do `work` unless `stamp` says that it was done from the same things."""
    if stamp.exists() and stamp.read_text("utf-8") == made_from:
        return
    say(f"{title} …")
    begun = time.monotonic()
    work()
    stamp.write_text(made_from, "utf-8")
    say(f"{title}: done in {time.monotonic() - begun:.0f} s")


def python_310() -> str:
    """Where Python 3.10 is: PYTHON310, python3.10, pyenv, uv; fetched with uv as the last way.

    Raises StepFailedError when there is none and none can be fetched.
    """
    named = os.environ.get("PYTHON310")
    candidates = [named] if named else []
    candidates.append("python3.10")
    pyenv_root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    candidates += [str(path) for path in sorted(pyenv_root.glob("versions/3.10*/bin/python"))]
    for candidate in candidates:
        if is_python_310(candidate):
            return candidate
    return fetched_python_310()


def is_python_310(candidate: str) -> bool:
    """Whether `candidate` starts and is Python 3.10 (a pyenv shim may exist and refuse to start)."""
    if shutil.which(candidate) is None:
        return False
    probe = [candidate, "-c", "import sys, venv, ctypes; print(sys.version_info[:2] == (3, 10))"]
    result = subprocess.run(probe, capture_output=True, text=True, check=False)
    return result.returncode == 0 and result.stdout.strip() == "True"


def fetched_python_310() -> str:
    """Python 3.10 by uv, from this machine or fetched. Raises StepFailedError."""
    uv = MAIN / "bin" / "uv"
    for attempt in ("find", "install"):
        if attempt == "install":
            say("Python 3.10 is not on this machine; trying to fetch it with uv …")
            subprocess.run([uv, "python", "install", "3.10"], check=False)
        found = subprocess.run(
            [uv, "python", "find", "3.10"], capture_output=True, text=True, check=False
        )
        if found.returncode == 0 and is_python_310(found.stdout.strip()):
            return found.stdout.strip()
    raise StepFailedError(NO_PYTHON_310)


def make_main() -> None:
    """The Python 3.11 environment: everything but Rasa."""
    if not (MAIN / "bin" / "python").exists():
        run([sys.executable, "-m", "venv", MAIN], "Python's venv module is missing: install it.")
    pip: list[str | Path] = [MAIN / "bin" / "python", "-m", "pip", "install", "--quiet"]
    say("PyTorch first, by itself (a CPU build is enough) …")
    run([*pip, TORCH], NO_TORCH)
    say("the locked packages (about 2 GB, some minutes) …")
    locked: list[str | Path] = ["--no-deps", "--require-hashes", "-r", ROOT / "requirements.lock"]
    run([*pip, *locked], "A package could not be installed: check the network and run this again.")
    itself: list[str | Path] = ["--no-deps", "--no-build-isolation", "-e", ROOT]
    run([*pip, *itself], "Porchlight itself could not be installed: see the lines above.")


def make_island() -> None:
    """The Python 3.10 environment that holds Rasa and nothing of ours."""
    python = python_310()
    say(f"Rasa's environment with {python} (about 3 GB, some minutes) …")
    run([python, "-m", "venv", "--clear", ISLAND], "Python 3.10 lacks its venv module: install it.")
    pip: list[str | Path] = [ISLAND / "bin" / "python", "-m", "pip", "install", "--quiet"]
    locked: list[str | Path] = [
        "--no-deps",
        "--require-hashes",
        "-r",
        ROOT / "bot" / "requirements.lock",
    ]
    # Three of Rasa's packages are published as source only and are built with these two.
    tools: list[str | Path] = ["setuptools==70.3.0", "wheel==0.45.1"]
    run([*pip, "--no-deps", *tools], "Build tools could not be installed: check the network.")
    run(
        [*pip, "--no-build-isolation", *locked],
        "A package of Rasa's could not be installed: check the network and run this again.",
    )


def make_tools() -> None:
    """A browser and Redis for the tests, from the system's packages where we may install them."""
    wanted = {"chromium": "chromium", "redis-server": "redis-server"}
    missing = [package for program, package in wanted.items() if shutil.which(program) is None]
    if not missing:
        return
    advice = f"The tests need: {', '.join(missing)}. Install them with your package manager."
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        if os.environ.get("CI") == "true":
            raise StepFailedError(advice)
        say(f"{advice} Their tests are left out until then.")
        return
    say(f"installing {', '.join(missing)} …")
    run(["apt-get", "update", "-qq"], advice)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing], advice)


def main() -> int:
    """Exit status 0 when both environments stand, 2 with one sentence when not."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this file runs before any check of ours)
        sys.stderr.write("Porchlight needs Python 3.11 or newer: set PYTHON=… and try again.\n")
        return 2
    try:
        main_from = digest(ROOT / "requirements.lock", ROOT / "pyproject.toml", TORCH)
        step("Python environment", MAIN / "porchlight.stamp", main_from, make_main)
        island_from = digest(ROOT / "bot" / "requirements.lock")
        step("Rasa environment", ISLAND / "porchlight.stamp", island_from, make_island)
        if "--tools" in sys.argv[1:]:
            make_tools()
    except StepFailedError as failure:
        sys.stderr.write(f"{failure}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
