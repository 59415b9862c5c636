"""Cut the multilingual vocabulary down to what English and Spanish use, in lower case.

Of the 250,000 pieces most belong to other languages; the table of their vectors is four fifths of the
model. We keep the pieces that the most frequent words of both languages are made of, and every short
piece of Latin letters, so that typos and names still split into something known.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

_LETTERS = set(string.ascii_lowercase + "áéíóúüñ")
_SPACE = "▁"
_SPECIAL_COUNT = 4


def unigram_tokenizer(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """A tokenizer over `pieces` (special pieces first: <s>, <pad>, </s>, <unk>)."""
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace("’", "'"),
            normalizers.Replace(Regex(r"\s+"), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=_SPACE, prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement=_SPACE, prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokenizer


def pieces_to_keep(pieces: Sequence[tuple[str, float]], words: Iterable[str]) -> list[int]:
    """Ids of the pieces to keep, in their old order; `words` are the most frequent words."""
    tokenizer = unigram_tokenizer(pieces)
    keep = set(range(_SPECIAL_COUNT))
    for index, (piece, _) in enumerate(pieces):
        bare = piece.lstrip(_SPACE)
        short_latin = len(bare) <= 3 and set(bare) <= _LETTERS
        printable = bool(bare) and set(bare) <= set(string.digits + string.punctuation + "¡¿€°½")
        if short_latin or (printable and len(bare) <= 4):
            keep.add(index)
    for encoding in tokenizer.encode_batch(list(words)):
        keep.update(encoding.ids)
    return sorted(keep)
