"""Puts the needs of a message into Rasa's parse data."""

from typing import Any, Dict, List, Set, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.asks_person import asks_for_person, without_person_request
from bot.components.bank import bank_vectors, read_bank, read_lessons
from bot.components.called import unnamed
from bot.components.encoder import shared_encoder
from bot.components.idioms import without_idioms
from bot.components.need_reader import NeedReader, Scored
from bot.components.parts import person_parts

# A part of a message must be this sure of its need to be a request of its own.
_SURE = 0.7
# Who tells of two clients by name asks for both.
_SURE_BY_NAME = 0.42


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class NeedClassifier(GraphComponent):
    """Puts `needs` (understood), `guesses` (the three likeliest), `parts` (of several persons) and `asks_person` into the parse data."""

    def __init__(
        self, storage: ModelStorage, resource: Resource, reader: NeedReader = None
    ) -> None:
        self._storage = storage
        self._resource = resource
        self._reader = reader

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
            return cls(model_storage, resource, NeedReader.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """From the bank of examples."""
        encode = shared_encoder().encode
        self._reader = NeedReader.fit(read_bank(), bank_vectors(), read_lessons(), encode)
        with self._storage.write_to(self._resource) as folder:
            self._reader.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is changed."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Score each message."""
        for message in messages:
            text = message.get("text") or ""
            message.set("asks_person", asks_for_person(text), add_to_output=True)
            needs, guesses = [], []
            if self._reader is not None and text.strip():
                needs, guesses = self._reader.read(
                    unnamed(without_idioms(without_person_request(text))), shared_encoder().vectors
                )
            message.set("needs", _listed(needs), add_to_output=True)
            likely = {need for need, _ in guesses}
            message.set("parts", self._parts(text, likely), add_to_output=True)
            message.set("guesses", _listed(guesses), add_to_output=True)
        return messages

    def _parts(self, text: str, likely: Set[Text]) -> List[Dict[Text, Any]]:
        """What each of several persons surely needs; empty when it is one person, or one that needs something.

        `likely`: the likeliest needs of the whole message. "My brother says bring her up to Cleveland" is no request.
        """
        if self._reader is None:
            return []
        told = []
        for part in person_parts(text):
            needs, _ = self._reader.read(unnamed(part.text), shared_encoder().vectors)
            least = _SURE_BY_NAME if part.called else _SURE
            sure = [(need, score) for need, score in needs if score >= least and need in likely]
            if sure:
                told.append({**part._asdict(), "needs": _listed(sure)})
        return told if len(told) > 1 else []


def _listed(scored: Scored) -> List[Dict[Text, Any]]:
    return [{"need_id": need, "score": round(score, 4)} for need, score in scored]
