"""Before anything else: is somebody in danger, and what must not be kept."""

from gateway.safety.safety import Safety, Verdict

__all__ = ["Safety", "Verdict"]
