"""Sentence vectors. The only room that knows which model makes them."""

from resources_index.encoder.runtime import Encoder, EncoderInfo

__all__ = ["Encoder", "EncoderInfo"]
