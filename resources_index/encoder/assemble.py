"""Build the encoder as a torch model: packaged weights, cut vocabulary, mean pooling, unit length."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from resources_index.encoder.packaged_weights import PackagedModel
from resources_index.encoder.vocabulary import pieces_to_keep, unigram_tokenizer

_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


class SentenceEncoder(nn.Module):
    """Mean of the last hidden states, brought to length one."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1).clamp(min=1.0)
        return nn.functional.normalize(mean, dim=1)


@dataclass(frozen=True)
class Assembled:
    """The torch model and the tokenizer that belongs to it."""

    model: SentenceEncoder
    tokenizer: Tokenizer


def assemble(packaged: PackagedModel, words: list[str]) -> Assembled:
    """The packaged model with the vocabulary that `words` need."""
    kept = pieces_to_keep(packaged.pieces, words)
    tokenizer = unigram_tokenizer([packaged.pieces[i] for i in kept])
    config = BertConfig(
        vocab_size=len(kept),
        hidden_size=packaged.hidden,
        num_hidden_layers=packaged.layers,
        num_attention_heads=packaged.heads,
        intermediate_size=packaged.feed_forward,
        layer_norm_eps=packaged.epsilon,
        pad_token_id=1,
    )
    bert = BertModel(config, add_pooling_layer=False)
    bert.load_state_dict(_state(packaged, kept), strict=False)
    return Assembled(SentenceEncoder(bert).eval(), tokenizer)


def _state(packaged: PackagedModel, kept: list[int]) -> dict[str, Tensor]:
    tensors = packaged.tensors
    width = packaged.hidden
    state = {
        "embeddings.word_embeddings.weight": torch.from_numpy(tensors["emb.word"][kept]),
        "embeddings.position_embeddings.weight": torch.from_numpy(
            tensors["emb.pos"].reshape(-1, width)
        ),
        "embeddings.token_type_embeddings.weight": torch.from_numpy(
            tensors["emb.type"].reshape(-1, width)
        ),
        "embeddings.LayerNorm.weight": torch.from_numpy(tensors["emb.ln.w"]),
        "embeddings.LayerNorm.bias": torch.from_numpy(tensors["emb.ln.b"]),
    }
    for layer in range(packaged.layers):
        for short, name in _LAYER_NAMES.items():
            for suffix, kind in (("w", "weight"), ("b", "bias")):
                source = tensors[f"l{layer}.{short}.{suffix}"]
                state[f"encoder.layer.{layer}.{name}.{kind}"] = torch.from_numpy(source)
    return state
