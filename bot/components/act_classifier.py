"""What kind of turn a message is: patterns for short ones, logistic regression for the rest."""

from typing import Any, Dict, List, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.act_patterns import act_by_pattern, chosen_number
from bot.components.bank import read_bank
from bot.components.encoder import shared_encoder
from bot.components.softmax import Softmax

_STRENGTH = 12.0
_NEED = "ask_need"
# The bank has thousands of examples of this one act: it may not drown the others.
_NEED_WEIGHT = 6.0


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ActClassifier(GraphComponent):
    """Sets the intent, and `number` when one is chosen."""

    def __init__(self, storage: ModelStorage, resource: Resource, model: Softmax = None) -> None:
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "ActClassifier":
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
    ) -> "ActClassifier":
        """Trained."""
        with model_storage.read_from(resource) as folder:
            return cls(
                model_storage, resource, Softmax.from_arrays(dict(np.load(folder / "acts.npz")))
            )

    def train(self, training_data: TrainingData) -> Resource:
        """From the acts' examples and the bank."""
        texts = [m.get("text") for m in training_data.intent_examples]
        labels = [m.get("intent") for m in training_data.intent_examples]
        bank = [example.text for example in read_bank()]
        vectors = shared_encoder().encode(texts + bank)
        per_act = max(1, len(texts) // max(1, len(set(labels))))
        share = min(1.0, _NEED_WEIGHT * per_act / max(1, len(bank)))
        weights = np.array([1.0] * len(texts) + [share] * len(bank))
        self._model = Softmax.fit(vectors, labels + [_NEED] * len(bank), _STRENGTH, weights)
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / "acts.npz", **self._model.arrays())
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is changed."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Classify each message."""
        for message in messages:
            text = message.get("text") or ""
            message.set("number", chosen_number(text), add_to_output=True)
            ranking = self._ranking(text)
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _ranking(self, text: str) -> List[Dict[Text, Any]]:
        known = act_by_pattern(text)
        if known is not None or self._model is None:
            return [{"name": known or _NEED, "confidence": 1.0}]
        shares = self._model.shares(shared_encoder().vector(text)[None, :])[0]
        order = np.argsort(-shares)[:4]
        return [{"name": self._model.labels[i], "confidence": float(shares[i])} for i in order]
