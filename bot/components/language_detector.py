"""Rasa's component for bot/components/language.py."""

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.language import asked_language, detect


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class LanguageDetector(GraphComponent):
    """Puts `spoken` ('en', 'es' or None) and `language_asked` into the parse data."""

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LanguageDetector":
        """Nothing to configure."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is learned from."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Detect each message."""
        for message in messages:
            text = message.get("text") or ""
            message.set("spoken", detect(text), add_to_output=True)
            message.set("language_asked", asked_language(text), add_to_output=True)
        return messages
