"""Rasa's component for bot/components/said_reader.py."""

from pathlib import Path
from typing import List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.bank import bank_vectors, read_bank
from bot.components.encoder import shared_encoder
from bot.components.lesson_reader import LessonReader
from bot.components.need_shares import Eyes, Views
from bot.components.said_reader import BLEND, fit_said, read_said, said_in, teaches_none
from bot.components.second import bank_seen, second_sight, taught_sight
from bot.components.trained import TrainedComponent

# Of the thousands of requests in the bank every tenth is enough to know one by.
_EVERY = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class SaidClassifier(TrainedComponent):
    """Puts `said` into the parse data: the likeliest kinds of what a turn says, with their shares; and the likeliest into each of `clauses`."""

    @staticmethod
    def fit(training_data: TrainingData) -> LessonReader:
        """From the lessons; turns of other acts and requests are of no kind."""
        eyes = Eyes(shared_encoder().encode, second_sight())
        turns = [
            example.get("text")
            for example in training_data.intent_examples
            if teaches_none(example.get("intent"))
        ]
        rows = list(range(0, len(read_bank()), _EVERY))
        requests = [read_bank()[row].text for row in rows]
        views = eyes.look(turns).followed_by(Views(bank_vectors(), bank_seen()).part(rows))
        return fit_said(read_said(), eyes, turns + requests, views)

    @staticmethod
    def read(folder: Path, with_second: bool) -> LessonReader:
        """As it was kept."""
        return LessonReader.load(BLEND, folder, with_second)

    def process(self, messages: List[Message]) -> List[Message]:
        """Read each message."""
        eyes = Eyes(shared_encoder().vectors, second_sight(), taught_sight())
        for message in messages:
            said = said_in(self._reader, message.get("text") or "", eyes)
            message.set("said", said, add_to_output=True)
            for clause in message.get("clauses") or []:
                clause["said"] = said_in(self._reader, clause["text"], eyes)[:1]
        return messages
