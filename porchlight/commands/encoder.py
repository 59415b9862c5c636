"""`porchlight encoder`: train the sentence encoder on the bank of examples, and check it."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console

from porchlight.settings import Settings
from resources_index.examples import balanced, read_alarms, read_examples
from resources_index.index.needs import need_ids

app = typer.Typer(help="The sentence encoder.", no_args_is_help=True)
_console = Console(highlight=False)
_ENGLISH_WORDS, _SPANISH_WORDS = 60_000, 45_000
_PROOF_TEXTS = 1000
_MOST_PER_NEED = 300


@app.command()
def train(
    epochs: Annotated[
        int, typer.Option(min=0, help="0 exports the model as the package has it")
    ] = 3,
    seed: int = 7,
) -> None:
    """Fine-tune the packaged multilingual model on data/dialogue and export it (long)."""
    # torch and wordfreq take seconds to load, and no other command needs them.
    import wordfreq  # noqa: PLC0415

    from resources_index.encoder.assemble import assemble  # noqa: PLC0415
    from resources_index.encoder.export import export  # noqa: PLC0415
    from resources_index.encoder.finetune import Plan, fine_tune  # noqa: PLC0415
    from resources_index.encoder.packaged_weights import (  # noqa: PLC0415
        packaged_path,
        read_packaged_model,
    )

    settings = Settings.read()
    bank = read_examples(settings.root / "data" / "dialogue" / "needs")
    # Some needs have three times the examples of others: the encoder would learn to prefer them.
    examples = balanced(bank, _MOST_PER_NEED)
    alarms = read_alarms(settings.root / "data" / "dialogue" / "crisis")
    words = wordfreq.top_n_list("en", _ENGLISH_WORDS) + wordfreq.top_n_list("es", _SPANISH_WORDS)
    assembled = assemble(read_packaged_model(packaged_path()), words)
    needs = need_ids()
    folder = settings.encoder_dir
    _console.print(f"{len(examples):,} examples, {len(alarms):,} alarms, {epochs} epochs")
    if epochs:
        fine_tune(assembled, examples, alarms, needs, Plan(epochs=epochs, seed=seed), _progress)
    proof = [example.text for example in examples][:: max(1, len(examples) // _PROOF_TEXTS)]
    cosines = export(
        assembled, folder, f"multilingual-e5-small, fine-tuned, {epochs} epochs", proof
    )
    (folder / "parity.json").write_text(json.dumps(cosines, indent=1) + "\n", "utf-8")
    _console.print(f"int8 against torch on {len(proof)} texts: {cosines}")


def _progress(step: int, steps: int, loss: float) -> None:
    if step % 20 == 0 or step == steps:
        _console.print(f"step {step} of {steps}, loss {loss:.3f}")
