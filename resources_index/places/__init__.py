"""From what people write to a place with its counties."""

from resources_index.places.answers import Ambiguous, Answer, Mention, Resolved, Unknown
from resources_index.places.military import is_military_mail
from resources_index.places.model import CountyShare, Place
from resources_index.places.places import Places

__all__ = [
    "Ambiguous",
    "Answer",
    "CountyShare",
    "Mention",
    "Place",
    "Places",
    "Resolved",
    "Unknown",
    "is_military_mail",
]
