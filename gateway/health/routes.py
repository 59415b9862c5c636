"""GET /health/live and /health/ready."""

from __future__ import annotations

import httpx
from flask import Blueprint, Response, current_app, jsonify
from sqlalchemy import text

from gateway.parts import Parts

bp = Blueprint("health", __name__, url_prefix="/health")


@bp.get("/live")
def live() -> Response:
    """This process answers."""
    return jsonify({"status": "ok"})


@bp.get("/ready")
def ready() -> tuple[Response, int]:
    """All parts answer; else 503 with a list of those that don't."""
    parts: Parts = current_app.extensions["porchlight"]
    checks = {
        "rasa": _answers(f"{parts.settings.rasa_url}/webhooks/porchlight/"),
        "actions": _answers(f"{parts.settings.actions_url}/health"),
        "index": (parts.settings.data_dir / "index" / "manifest.json").exists(),
        "database": _database(parts),
    }
    down = [name for name, fine in checks.items() if not fine]
    return jsonify({"status": "down" if down else "ok", "down": down}), 503 if down else 200


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2.0).status_code == 200
    except httpx.HTTPError:
        return False


def _database(parts: Parts) -> bool:
    try:
        with parts.referrals.engine.connect() as connection:
            connection.execute(text("SELECT 1"))
        return True
    except Exception:  # whatever the driver raises: the database does not answer
        return False
