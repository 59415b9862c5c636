"""Write requirements.lock and bot/requirements.lock, with hashes, from what each asks for.

PyTorch and what only its GPU builds need stay out: it is installed first, in a step of its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = ROOT / ".venv" / "bin" / "uv"
COMMON = ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]
GPU_STEMS = [
    "cublas",
    "cuda-cupti",
    "cuda-nvrtc",
    "cuda-runtime",
    "cudnn",
    "cufft",
    "cufile",
    "curand",
    "cusolver",
    "cusparse",
    "cusparselt",
    "nccl",
    "nvjitlink",
    "nvshmem",
    "nvtx",
]
GPU = ["torch", "triton", "cuda-bindings", "cuda-pathfinder", "cuda-toolkit"] + [
    f"nvidia-{stem}{suffix}" for stem in GPU_STEMS for suffix in ("", "-cu12", "-cu13")
]


def compile_lock(source: str, target: str, python: str, *more: str) -> None:
    """Resolve `source` for one Python version into `target`."""
    command = [UV, "pip", "compile", source, "-o", target, "--python-version", python]
    subprocess.run([*command, *COMMON, *more], cwd=ROOT, check=True)


def main() -> int:
    """Both locks."""
    leave_out = [part for name in GPU for part in ("--no-emit-package", name)]
    compile_lock("pyproject.toml", "requirements.lock", "3.11", "--all-extras", *leave_out)
    compile_lock("bot/requirements.in", "bot/requirements.lock", "3.10")
    return 0


if __name__ == "__main__":
    sys.exit(main())
