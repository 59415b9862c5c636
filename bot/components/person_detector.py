"""Rasa's component for bot/components/whose.py."""

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.called import called
from bot.components.encoder import shared_encoder
from bot.components.need_shares import Eyes
from bot.components.second import has_second, note_second, second_sight
from bot.components.whose import whose_need
from bot.components.whose_reader import WhoseReader, read_whose


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class PersonDetector(GraphComponent):
    """Puts `about`, `about_guess` (where nothing tells) and `called` into the parse data."""

    def __init__(
        self, storage: ModelStorage, resource: Resource, reader: WhoseReader = None
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
    ) -> "PersonDetector":
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
    ) -> "PersonDetector":
        """Trained."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, WhoseReader.load(folder, has_second(folder)))

    def train(self, training_data: TrainingData) -> Resource:
        """From the lessons on whose need it is."""
        lessons = read_whose()
        eyes = Eyes(shared_encoder().encode, second_sight())
        self._reader = WhoseReader.fit(lessons, eyes.look([lesson.text for lesson in lessons]))
        with self._storage.write_to(self._resource) as folder:
            self._reader.save(folder)
            note_second(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is changed."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Detect each message."""
        eyes = Eyes(shared_encoder().vectors, second_sight())
        for message in messages:
            text = message.get("text") or ""
            whose = whose_need(text, self._reader, eyes)
            message.set("about", whose.about, add_to_output=True)
            message.set("about_guess", whose.guess, add_to_output=True)
            message.set("called", called(text), add_to_output=True)
        return messages
