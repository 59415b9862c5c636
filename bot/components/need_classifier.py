"""Puts the needs of a message into Rasa's parse data."""

from pathlib import Path
from typing import Any, Dict, List, Set, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.asks_person import asks_for_person, without_person_request
from bot.components.bank import bank_vectors, read_bank, read_lessons
from bot.components.called import unnamed
from bot.components.encoder import shared_encoder
from bot.components.idioms import without_idioms
from bot.components.need_reader import NeedReader, Scored
from bot.components.need_shares import Eyes, Views
from bot.components.parts import person_parts
from bot.components.second import bank_seen, need_sight, second_sight
from bot.components.trained import TrainedComponent

# A part of a message must be this sure of its need to be a request of its own.
_SURE = 0.7
# Who tells of two clients by name asks for both.
_SURE_BY_NAME = 0.42


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class NeedClassifier(TrainedComponent):
    """Puts `needs` (understood), `guesses` (the three likeliest), `parts` (of several persons) and `asks_person` into the parse data."""

    @staticmethod
    def fit(training_data: TrainingData) -> NeedReader:
        """From the bank of examples."""
        eyes = Eyes(shared_encoder().encode, second_sight())
        views = Views(bank_vectors(), bank_seen())
        return NeedReader.fit(read_bank(), views, read_lessons(), eyes)

    @staticmethod
    def read(folder: Path, with_second: bool) -> NeedReader:
        """As it was kept."""
        return NeedReader.load(folder, with_second)

    def process(self, messages: List[Message]) -> List[Message]:
        """Score each message."""
        for message in messages:
            text = message.get("text") or ""
            message.set("asks_person", asks_for_person(text), add_to_output=True)
            needs, guesses = [], []
            if self._reader is not None and text.strip():
                asked = unnamed(without_idioms(without_person_request(text)))
                needs, guesses = self._reader.read(asked, _eyes())
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
            needs, _ = self._reader.read(unnamed(part.text), _eyes())
            least = _SURE_BY_NAME if part.called else _SURE
            sure = [(need, score) for need, score in needs if score >= least and need in likely]
            if sure:
                told.append({**part._asdict(), "needs": _listed(sure)})
        return told if len(told) > 1 else []


def _eyes() -> Eyes:
    return Eyes(shared_encoder().vectors, second_sight(), need_sight())


def _listed(scored: Scored) -> List[Dict[Text, Any]]:
    return [{"need_id": need, "score": round(score, 4)} for need, score in scored]
