"""The needs of a message: the whole of it and each clause, joined."""

from typing import Any, Dict, List, Text, Tuple

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.bank import read_bank
from bot.components.clauses import is_asked_for, split_clauses
from bot.components.encoder import shared_encoder
from bot.components.need_scorer import NeedScorer

# Chosen on a set by other hands: a further need of the whole message, and a need of one clause.
_WHOLE_SECOND = 0.3
_CLAUSE_ALONE = 0.8
_MOST = 4


def join(whole: np.ndarray, clauses: np.ndarray) -> List[Tuple[int, float]]:
    """(column, score) of the needs, best first. `whole` [needs]; `clauses` [clauses, needs]."""
    best = int(whole.argmax())
    scores = {best: float(whole[best])}
    for column in np.argsort(-whole)[1:_MOST]:
        if whole[column] >= _WHOLE_SECOND:
            scores[int(column)] = float(whole[column])
    for row in clauses:
        column = int(row.argmax())
        sure = float(row[column])
        # A clause counts when it is sure by itself and the whole message does not speak against it.
        if sure >= _CLAUSE_ALONE and whole[column] >= 0.04:
            scores[column] = max(scores.get(column, 0.0), sure * 0.95)
    return sorted(scores.items(), key=lambda item: (-float(whole[item[0]]), -item[1]))[:_MOST]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class NeedClassifier(GraphComponent):
    """Puts `needs` (understood) and `guesses` (the three likeliest) into the parse data."""

    def __init__(
        self, storage: ModelStorage, resource: Resource, scorer: NeedScorer = None
    ) -> None:
        self._storage = storage
        self._resource = resource
        self._scorer = scorer

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "NeedClassifier":
        """Untrained."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "NeedClassifier":
        """Trained."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, NeedScorer.load(folder / "needs.npz"))

    def train(self, training_data: TrainingData) -> Resource:
        """From the bank of examples."""
        bank = read_bank()
        vectors = shared_encoder().encode([example.text for example in bank])
        self._scorer = NeedScorer.fit(bank, vectors)
        with self._storage.write_to(self._resource) as folder:
            self._scorer.save(folder / "needs.npz")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is changed."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Score each message."""
        for message in messages:
            needs, guesses = self._needs(message.get("text") or "")
            message.set("needs", needs, add_to_output=True)
            message.set("guesses", guesses, add_to_output=True)
        return messages

    def _needs(self, text: str) -> Tuple[List[Dict], List[Dict]]:
        if self._scorer is None or not text.strip():
            return [], []
        encoder = shared_encoder()
        clauses = split_clauses(text)
        asked = [clause for clause in clauses if is_asked_for(clause)]
        body = text
        if clauses and asked and len(asked) < len(clauses):
            # What somebody has already is left out of the whole as well.
            body = ". ".join(asked)
        whole = self._scorer.shares(encoder.vector(body)[None, :])[0]
        rows = (
            self._scorer.shares(encoder.encode(asked[:8]))
            if len(asked) > 1
            else np.zeros((0, len(whole)))
        )
        names = self._scorer.needs
        needs = [{"need_id": names[c], "score": round(s, 4)} for c, s in join(whole, rows)]
        order = np.argsort(-whole)[:3]
        guesses = [{"need_id": names[c], "score": round(float(whole[c]), 4)} for c in order]
        return needs, guesses
