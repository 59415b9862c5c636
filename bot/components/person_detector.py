"""Rasa's component for bot/components/whose.py."""

from pathlib import Path
from typing import List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.called import called
from bot.components.encoder import shared_encoder
from bot.components.need_shares import Eyes
from bot.components.second import second_sight, taught_sight
from bot.components.trained import TrainedComponent
from bot.components.whose import whose_need
from bot.components.whose_reader import WhoseReader, read_whose


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class PersonDetector(TrainedComponent):
    """Puts `about`, `about_guess` (where nothing tells) and `called` into the parse data."""

    @staticmethod
    def fit(training_data: TrainingData) -> WhoseReader:
        """From the lessons on whose need it is."""
        lessons = read_whose()
        eyes = Eyes(shared_encoder().encode, second_sight())
        return WhoseReader.fit(lessons, eyes.look([lesson.text for lesson in lessons]))

    @staticmethod
    def read(folder: Path, with_second: bool) -> WhoseReader:
        """As it was kept."""
        return WhoseReader.load(folder, with_second)

    def process(self, messages: List[Message]) -> List[Message]:
        """Detect each message."""
        eyes = Eyes(shared_encoder().vectors, second_sight(), taught_sight())
        for message in messages:
            text = message.get("text") or ""
            whose = whose_need(text, self._reader, eyes)
            message.set("about", whose.about, add_to_output=True)
            message.set("about_guess", whose.guess, add_to_output=True)
            message.set("called", called(text), add_to_output=True)
        return messages
