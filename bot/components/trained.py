"""What Rasa's components of this bot share: a reader that is trained once, kept as plain arrays, and read again."""

from abc import abstractmethod
from pathlib import Path
from typing import Any, Dict, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.second import has_second, note_second


class TrainedComponent(GraphComponent):
    """A component around one `reader`, which has a method `save(folder)`; None before it is trained."""

    def __init__(self, storage: ModelStorage, resource: Resource, reader: Any = None) -> None:
        self._storage = storage
        self._resource = resource
        self._reader = reader

    @staticmethod
    @abstractmethod
    def fit(training_data: TrainingData) -> Any:
        """The reader, trained."""

    @staticmethod
    @abstractmethod
    def read(folder: Path, with_second: bool) -> Any:
        """The reader as it was kept. `with_second`: whether the large encoder is here with which it was trained."""

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "TrainedComponent":
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
    ) -> "TrainedComponent":
        """Trained."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, cls.read(folder, has_second(folder)))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the reader and keep it."""
        self._reader = self.fit(training_data)
        with self._storage.write_to(self._resource) as folder:
            self._reader.save(folder)
            note_second(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is changed."""
        return training_data
