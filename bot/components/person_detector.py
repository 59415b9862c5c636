"""Rasa's component for bot/components/person.py."""

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.called import called
from bot.components.person import about_whom


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PersonDetector(GraphComponent):
    """Puts `about` and `called` into the parse data."""

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "PersonDetector":
        """Nothing to configure."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is learned from."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Detect each message."""
        for message in messages:
            text = message.get("text") or ""
            message.set("about", about_whom(text), add_to_output=True)
            message.set("called", called(text), add_to_output=True)
        return messages
