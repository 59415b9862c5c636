"""The packaged network of the second reader, with adapters in its upper half."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import MPNetConfig, MPNetModel

from resources_index.encoder.adapters import FIRST_TUNED, STRENGTH, Adapters, name_of
from resources_index.encoder.finetune import has_bfloat16
from resources_index.encoder.graph import Head
from resources_index.encoder.packaged_mpnet import SHAPE

_WORDS, _POSITIONS, _TOKENS, _BATCH, _RANK, _DROPOUT = 30527, 514, 72, 48, 16, 0.1
# Their names in the network, and in our graph.
_PARTS = {
    "attention.attn.q": "attention.self.query",
    "attention.attn.v": "attention.self.value",
    "attention.attn.o": "attention.output.dense",
    "intermediate.dense": "intermediate.dense",
    "output.dense": "output.dense",
}


class Adapter(nn.Module):
    """A large matrix that stands still, and two thin ones beside it that learn."""

    def __init__(self, large: nn.Linear) -> None:
        super().__init__()
        self.large = large
        down = torch.randn(_RANK, large.in_features) / math.sqrt(large.in_features)
        self.down = nn.Parameter(down)
        self.up = nn.Parameter(torch.zeros(large.out_features, _RANK))

    def forward(self, values: Tensor) -> Tensor:
        beside: Tensor = (values @ self.down.T) @ self.up.T * STRENGTH
        out: Tensor = self.large(values) + beside
        return out


class Network:
    """The packaged network: its lower half gives what is kept, its upper half learns."""

    def __init__(self, packed: Path, tokenizer: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(_TOKENS)
        config = MPNetConfig(
            vocab_size=_WORDS, max_position_embeddings=_POSITIONS, layer_norm_eps=SHAPE.epsilon
        )
        self.model = MPNetModel(config, add_pooling_layer=False).eval()
        self.model.load_state_dict(load_file(packed), strict=False)
        self.model.requires_grad_(False)
        self.adapters: dict[str, Adapter] = {}

    def lower(self, texts: Sequence[str]) -> list[Tensor]:
        """What layer FIRST_TUNED is given for each text: [tokens, width]."""
        ids = [self.tokenizer.encode(text).ids for text in texts]
        found: list[Tensor] = [torch.empty(0)] * len(ids)
        order = sorted(range(len(ids)), key=lambda row: len(ids[row]))
        with torch.no_grad(), _half():
            for start in range(0, len(order), _BATCH):
                rows = order[start : start + _BATCH]
                mask = _mask([len(ids[row]) for row in rows])
                padded = torch.ones(mask.shape, dtype=torch.long)
                for number, row in enumerate(rows):
                    padded[number, : len(ids[row])] = torch.tensor(ids[row])
                hidden = self.model.embeddings(input_ids=padded)
                hidden = self._through(range(FIRST_TUNED), hidden, mask)
                for number, row in enumerate(rows):
                    found[row] = hidden[number, : len(ids[row])].to(torch.bfloat16).clone()
        return found

    def prepare(self) -> list[nn.Parameter]:
        """Put adapters into the upper half; what is to be learnt."""
        for layer in range(FIRST_TUNED, SHAPE.layers):
            for theirs, ours in _PARTS.items():
                parent, _, last = theirs.rpartition(".")
                module = self.model.encoder.layer[layer].get_submodule(parent)
                adapter = Adapter(getattr(module, last))
                setattr(module, last, adapter)
                self.adapters[name_of(layer, ours)] = adapter
        for module in self.model.modules():
            if isinstance(module, nn.Dropout):
                module.p = _DROPOUT
                module.train()
        return [p for a in self.adapters.values() for p in (a.down, a.up)]

    def upper(self, kept: Sequence[Tensor]) -> Tensor:
        """Unit vectors [texts, width]."""
        mask = _mask([len(rows) for rows in kept])
        hidden = nn.utils.rnn.pad_sequence(list(kept), batch_first=True).float()
        with _half():
            hidden = self._through(range(FIRST_TUNED, SHAPE.layers), hidden, mask)
        return nn.functional.normalize((hidden.float() * mask[..., None]).sum(1), dim=1)

    def learnt(self, head: nn.Linear, kinds: Sequence[str]) -> Adapters:
        """What the adapters and one head have come to."""
        down, up = (
            {name: getattr(a, part).detach().numpy() for name, a in self.adapters.items()}
            for part in ("down", "up")
        )
        judged = Head(head.weight.detach().numpy(), head.bias.detach().numpy())
        return Adapters(down, up, judged, tuple(kinds))

    def _through(self, layers: range, hidden: Tensor, mask: Tensor) -> Tensor:
        unseen = (1.0 - mask[:, None, None, :]) * -1e9
        distances = self.model.encoder.compute_position_bias(hidden)
        for layer in layers:
            hidden = self.model.encoder.layer[layer](hidden, unseen, distances)[0]
        return hidden


def _mask(lengths: Sequence[int]) -> Tensor:
    """[texts, longest]: one where there is a token."""
    return (torch.arange(max(lengths))[None, :] < torch.tensor(lengths)[:, None]).float()


def _half() -> torch.autocast:
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_bfloat16())
