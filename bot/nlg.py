"""Wording by language, where the language may have changed with this very message."""

from typing import Any, Dict, Optional, Text

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig


class LanguageAwareResponses(TemplatedNaturalLanguageGenerator):
    """Rasa's own responses; `language` given with a message counts before the slot of that name."""

    def __init__(
        self, endpoint_config: Optional[EndpointConfig] = None, domain: Optional[Domain] = None
    ) -> None:
        super().__init__(domain.responses if domain is not None else {})

    def generate_from_slots(
        self, utter_action: Text, filled_slots: Dict[Text, Any], output_channel: Text, **kwargs: Any
    ) -> Optional[Dict[Text, Any]]:
        """Choose the variation and fill in its blanks."""
        slots = {
            **filled_slots,
            "language": kwargs.get("language") or filled_slots.get("language") or "en",
        }
        return super().generate_from_slots(utter_action, slots, output_channel, **kwargs)
