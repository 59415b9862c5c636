"""Teach the encoder which needs messages are about.

A linear head over the sentence vector gives one logit a need; the loss is the cross-entropy to the
share of each need in the message (two needs: one half each). A part of every batch are two messages
joined into one, so that several needs in one breath are common. The table of word vectors is frozen:
it is most of the parameters, and the examples are too few to move it well.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from resources_index.encoder.assemble import Assembled
from resources_index.encoder.export import PREFIX
from resources_index.encoder.noise import spoil
from resources_index.examples import Example

SCALE = 16.0  # unit vectors give small logits: scaled so that probabilities can become sure
_MAX_TOKENS = 96
_JOINS = {
    "en": (" and ", " also ", ". ", ", and ", " plus ", "; ", " oh and ", "  ", ". another thing "),
    "es": (" y ", " tambien ", ". ", ", y ", " ademas ", "; ", " y otra cosa ", "  "),
}


@dataclass(frozen=True)
class Plan:
    """How to train."""

    epochs: int = 5
    learning_rate: float = 2e-4
    batch: int = 32
    joined_share: float = 0.2
    smoothing: float = 0.05
    seed: int = 7


class NeedHead(nn.Module):
    """Logits [batch, needs] from unit sentence vectors [batch, width]."""

    def __init__(self, width: int, needs: int) -> None:
        super().__init__()
        self.linear = nn.Linear(width, needs)

    def forward(self, vectors: Tensor) -> Tensor:
        logits: Tensor = self.linear(vectors * SCALE)
        return logits


def fine_tune(
    assembled: Assembled,
    examples: Sequence[Example],
    needs: Sequence[str],
    plan: Plan,
    progress: Callable[[int, int, float], None],
) -> None:
    """Train in place; `progress(step, steps, loss)` is called after each batch."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    model, head = assembled.model, NeedHead(384, len(needs))
    model.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    weights = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [
            {"params": weights, "lr": plan.learning_rate},
            {"params": head.parameters(), "lr": plan.learning_rate * 10},
        ],
        weight_decay=0.01,
    )
    steps = plan.epochs * (len(examples) // plan.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _warm_then_fall(steps))
    model.train()
    for step, (texts, shares) in enumerate(_batches(examples, needs, plan, chance), start=1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = model(*_tokens(assembled, texts))
        logits = head(vectors.float())
        loss = nn.functional.cross_entropy(logits, shares, label_smoothing=plan.smoothing)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        schedule.step()
        progress(step, steps, float(loss))
        if step >= steps:
            break
    model.eval()


def _warm_then_fall(steps: int) -> Callable[[int], float]:
    warm = max(1, steps // 12)
    return lambda step: min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))


def _batches(
    examples: Sequence[Example], needs: Sequence[str], plan: Plan, chance: random.Random
) -> Iterator[tuple[list[str], Tensor]]:
    column = {need: index for index, need in enumerate(needs)}
    while True:
        order = list(examples)
        chance.shuffle(order)
        # Sorting inside windows keeps batches of like length without losing the shuffle.
        window = plan.batch * 16
        batches = []
        for start in range(0, len(order), window):
            chunk = sorted(order[start : start + window], key=lambda e: len(e.text))
            batches += [chunk[i : i + plan.batch] for i in range(0, len(chunk), plan.batch)]
        chance.shuffle(batches)
        for batch in batches:
            if len(batch) == plan.batch:
                yield _prepare(batch, examples, column, plan, chance)


def _prepare(
    batch: Sequence[Example],
    examples: Sequence[Example],
    column: dict[str, int],
    plan: Plan,
    chance: random.Random,
) -> tuple[list[str], Tensor]:
    texts, shares = [], torch.zeros(len(batch), len(column))
    for row, example in enumerate(batch):
        parts = [example]
        if len(example.needs) == 1 and chance.random() < plan.joined_share:
            parts.append(_partner(example, examples, chance))
        texts.append(
            chance.choice(_JOINS[example.language]).join(spoil(p.text, chance) for p in parts)
        )
        named = list(dict.fromkeys(need for part in parts for need in part.needs))
        for need in named:
            shares[row, column[need]] = 1.0 / len(named)
    return texts, shares


def _partner(example: Example, examples: Sequence[Example], chance: random.Random) -> Example:
    """Another short message in the same language."""
    while True:
        other = chance.choice(examples)
        if other.language == example.language and len(other.text) < 160:
            return other


def _tokens(assembled: Assembled, texts: list[str]) -> tuple[Tensor, Tensor]:
    rows = [assembled.tokenizer.encode(PREFIX + text).ids[:_MAX_TOKENS] for text in texts]
    longest = max(map(len, rows))
    ids = torch.ones(len(rows), longest, dtype=torch.long)
    mask = torch.zeros(len(rows), longest, dtype=torch.long)
    for row, tokens in enumerate(rows):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        mask[row, : len(tokens)] = 1
    return ids, mask
