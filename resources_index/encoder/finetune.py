"""Teach the encoder which needs messages are about, and which of them tell of danger.

Two linear heads over the sentence vector: one logit a need, with the cross-entropy to the share of each
need in the message (two needs: one half each), and one logit a kind of danger. A part of every batch are
two messages joined into one, so that several needs in one breath are common, and a cry for help is often
buried in an errand. The table of word vectors is frozen:
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
from resources_index.examples import DANGERS, MAYBE_DANGER, Alarm, Example

SCALE = 16.0  # unit vectors give small logits: scaled so that probabilities can become sure
_MAX_TOKENS = 72
_JOINS = {
    "en": (" and ", " also ", ". ", ", and ", " plus ", "; ", " oh and ", "  ", ". another thing "),
    "es": (" y ", " tambien ", ". ", ", y ", " ademas ", "; ", " y otra cosa ", "  "),
}


@dataclass(frozen=True)
class Plan:
    """How to train."""

    epochs: int = 3
    learning_rate: float = 3e-4
    batch: int = 32
    frozen_layers: int = 6  # the lower half knows languages already, and costs a third of the time
    alarms: int = 10  # in each batch, besides
    danger_weight: float = 0.5
    joined_share: float = 0.2
    smoothing: float = 0.05
    seed: int = 7


class Heads(nn.Module):
    """Logits [batch, needs] and [batch, dangers] from unit sentence vectors [batch, width]."""

    def __init__(self, width: int, needs: int) -> None:
        super().__init__()
        self.needs = nn.Linear(width, needs)
        self.dangers = nn.Linear(width, len(DANGERS))

    def forward(self, vectors: Tensor) -> tuple[Tensor, Tensor]:
        return self.needs(vectors * SCALE), self.dangers(vectors * SCALE)


@dataclass(frozen=True)
class _Batch:
    """Need messages first, alarms after them. `dangers` is _UNJUDGED where nobody may say."""

    texts: list[str]
    shares: Tensor
    dangers: Tensor


_UNJUDGED = -100  # what torch leaves out of a cross-entropy


def fine_tune(
    assembled: Assembled,
    examples: Sequence[Example],
    alarms: Sequence[Alarm],
    needs: Sequence[str],
    plan: Plan,
    progress: Callable[[int, int, float], None],
) -> None:
    """Train in place; `progress(step, steps, loss)` is called after each batch."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    model, heads = assembled.model, Heads(384, len(needs))
    model.bert.embeddings.requires_grad_(False)
    for layer in model.bert.encoder.layer[: plan.frozen_layers]:
        layer.requires_grad_(False)
    weights = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [
            {"params": weights, "lr": plan.learning_rate},
            {"params": heads.parameters(), "lr": plan.learning_rate * 10},
        ],
        weight_decay=0.01,
    )
    steps = plan.epochs * (len(examples) // plan.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _warm_then_fall(steps))
    model.train()
    dangers = _endless(alarms, chance)
    for step, batch in enumerate(_batches(examples, dangers, needs, plan, chance), start=1):
        loss = _loss(heads, _vectors(assembled, batch), batch, plan)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        schedule.step()
        progress(step, steps, float(loss.detach()))
        if step >= steps:
            break
    model.eval()


def _vectors(assembled: Assembled, batch: _Batch) -> Tensor:
    """Unit vectors [batch, width]; alarms by themselves, so that they do not pad short requests."""
    asked = len(batch.shares)
    parts = [batch.texts[:asked], batch.texts[asked:]]
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_bfloat16()):
        vectors = [assembled.model(*_tokens(assembled, part)) for part in parts if part]
    return torch.cat(vectors).float()


def has_bfloat16() -> bool:
    """Whether this processor multiplies bfloat16: training is then many times as fast."""
    return bool(torch.cpu._is_avx512_bf16_supported())


def _loss(heads: Heads, vectors: Tensor, batch: _Batch, plan: Plan) -> Tensor:
    needs, dangers = heads(vectors)
    asked = len(batch.shares)
    need_loss = nn.functional.cross_entropy(
        needs[:asked], batch.shares, label_smoothing=plan.smoothing
    )
    danger_loss = nn.functional.cross_entropy(dangers, batch.dangers, ignore_index=_UNJUDGED)
    return need_loss + plan.danger_weight * danger_loss


def _warm_then_fall(steps: int) -> Callable[[int], float]:
    warm = max(1, steps // 12)
    return lambda step: min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))


def _endless(alarms: Sequence[Alarm], chance: random.Random) -> Iterator[Alarm]:
    while True:
        yield from chance.sample(list(alarms), len(alarms))


def _batches(
    examples: Sequence[Example],
    alarms: Iterator[Alarm],
    needs: Sequence[str],
    plan: Plan,
    chance: random.Random,
) -> Iterator[_Batch]:
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
                some = [next(alarms) for _ in range(plan.alarms)]
                yield _prepare(batch, some, examples, column, plan, chance)


def _prepare(
    batch: Sequence[Example],
    alarms: Sequence[Alarm],
    examples: Sequence[Example],
    column: dict[str, int],
    plan: Plan,
    chance: random.Random,
) -> _Batch:
    texts, shares, dangers = [], torch.zeros(len(batch), len(column)), []
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
        dangers.append(_UNJUDGED if MAYBE_DANGER & set(named) else 0)
    for alarm in alarms:
        texts.append(_in_an_errand(alarm, examples, plan, chance))
        dangers.append(DANGERS.index(alarm.kind))
    return _Batch(texts, shares, torch.tensor(dangers))


def _in_an_errand(
    alarm: Alarm, examples: Sequence[Example], plan: Plan, chance: random.Random
) -> str:
    """The alarm's text, at times before or after an ordinary request."""
    parts = [spoil(alarm.text, chance)]
    if chance.random() < plan.joined_share:
        other = _partner(alarm, examples, chance)
        while MAYBE_DANGER & set(other.needs):
            other = _partner(alarm, examples, chance)
        parts.insert(chance.randint(0, 1), spoil(other.text, chance))
    return chance.choice(_JOINS[alarm.language]).join(parts)


def _partner(
    example: Example | Alarm, examples: Sequence[Example], chance: random.Random
) -> Example:
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
