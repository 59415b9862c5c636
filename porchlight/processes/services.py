"""Which processes there are, how each is started and how one sees that it answers."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from porchlight.settings import Settings


@dataclass(frozen=True)
class Service:
    """A process of ours. `url` answers 200 once it is ready; None when it has no door."""

    name: str
    command: tuple[str, ...]
    url: str | None

    def answers(self) -> bool:
        """Whether it is ready."""
        if self.url is None:
            return True
        try:
            return httpx.get(self.url, timeout=2.0).status_code == 200
        except httpx.HTTPError:
            return False


def services(settings: Settings) -> list[Service]:
    """The slowest first: they start side by side."""
    ours = str(settings.root / ".venv" / "bin" / "python")
    island = str(settings.root / ".venv-rasa" / "bin" / "python")
    rasa = f"http://127.0.0.1:{settings.rasa_port}"
    actions = f"http://127.0.0.1:{settings.actions_port}"
    return [
        Service("rasa", (island, "-m", "bot.server"), f"{rasa}/webhooks/porchlight/"),
        Service("actions", (ours, "-m", "actions.server"), f"{actions}/health"),
        Service("worker", (ours, "-m", "gateway.worker"), None),
        Service(
            "gateway",
            (ours, "-m", "gateway.server"),
            f"http://127.0.0.1:{settings.port}/health/live",
        ),
    ]
