"""What kind of turn a message is: patterns for short ones, trained readers for the rest."""

from pathlib import Path
from typing import Any, Dict, List, Optional, Text

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.act_context import weights_after
from bot.components.act_patterns import act_by_pattern, chosen_number, may_greet, number_inside
from bot.components.act_reader import ActReader, Large, view_of
from bot.components.act_view import ActView
from bot.components.bank import bank_vectors, read_bank
from bot.components.encoder import shared_encoder
from bot.components.second import bank_seen, joined, second_sight, talk_sight
from bot.components.trained import TrainedComponent
from bot.components.turn_clauses import turn_clauses

_NEED, _TRICK, _SURELY_A_TRICK = "ask_need", "injection", 0.5
_OF_A_LIST = frozenset({"choose", "repeat", "ask_detail"})
# The bank has thousands of examples of this one act: it may not drown the others.
_NEED_WEIGHT = 3.0
# Of the thousands of requests in the bank every tenth is enough for what was taught to know one.
_EVERY = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ActClassifier(TrainedComponent):
    """Sets the intent, `number` when one is chosen, and `clauses`: the act of each clause of a longer turn."""

    @staticmethod
    def fit(training_data: TrainingData) -> ActReader:
        """From the acts' examples and the bank."""
        texts = [m.get("text") for m in training_data.intent_examples]
        labels = [m.get("intent") for m in training_data.intent_examples]
        bank = [example.text for example in read_bank()]
        vectors = np.vstack([shared_encoder().encode(texts), bank_vectors()])
        acts = labels + [_NEED] * len(bank)
        look, seen = second_sight(), None
        if look is not None:
            seen = joined([look(texts), bank_seen()], [len(texts), len(bank)])
        weights = _weights(labels, len(bank))
        return ActReader.fit(texts + bank, vectors, acts, weights, seen, _taught(texts, labels))

    @staticmethod
    def read(folder: Path, with_second: bool) -> ActReader:
        """As it was kept."""
        return ActReader.load(folder, with_second)

    def process(
        self, messages: List[Message], tracker: Optional[DialogueStateTracker] = None
    ) -> List[Message]:
        """Classify each message, knowing what was said before it."""
        listed = None if tracker is None else bool(tracker.get_slot("shown"))
        for message in messages:
            text = message.get("text") or ""
            ranking = self._ranking(text, weights_after(listed, text))
            number = chosen_number(text)
            if number is None and ranking[0]["name"] in _OF_A_LIST:
                number = number_inside(text)
            message.set("number", number, add_to_output=True)
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            clauses = [
                {"text": clause, "act": self._ranking(clause, weights_after(listed, clause))[0]}
                for clause in turn_clauses(text)
            ]
            message.set("clauses", clauses, add_to_output=True)
        return messages

    def _ranking(self, text: str, before: Dict[str, float]) -> List[Dict[Text, Any]]:
        known = act_by_pattern(text)
        if known is not None or self._reader is None:
            return [{"name": known or _NEED, "confidence": 1.0}]
        ranking = self._reader.read(text, shared_encoder().vector(text), before, _large(text))
        unlikely = ranking[0][0] == "greeting" and not may_greet(text)
        # "This is her grandson, she gave me the phone": a trick is refused only where it surely is one.
        if unlikely or (ranking[0][0] == _TRICK and ranking[0][1] < _SURELY_A_TRICK):
            ranking = ranking[1:]
        return [{"name": act, "confidence": share} for act, share in ranking]


def _weights(labels: List[str], requests: int) -> np.ndarray:
    """Of the turns, and of as many requests after them."""
    per_act = max(1, len(labels) // max(1, len(set(labels))))
    share = min(1.0, _NEED_WEIGHT * per_act / max(1, requests))
    return np.array([1.0] * len(labels) + [share] * requests)


def _taught(texts: List[str], labels: List[str]) -> Optional[ActView]:
    """From how the taught half of the large encoder sees the turns and some requests."""
    look = talk_sight()
    if look is None:
        return None
    requests = [example.text for example in read_bank()[::_EVERY]]
    acts = labels + [_NEED] * len(requests)
    return view_of(look(texts + requests), acts, _weights(labels, len(requests)))


def _large(text: Text) -> Optional[Large]:
    whole, taught = second_sight(), talk_sight()
    if whole is None or taught is None:
        return None
    seen = whole([text])
    return Large(seen.vectors[0], taught([text]).vectors[0]) if len(seen.rows) else None
