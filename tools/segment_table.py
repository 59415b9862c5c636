"""Write tests/gateway/sms/segments.jsonl: our texts, and what Twilio's published calculator says of them.

    npm install --prefix FOLDER sms-segments-calculator@1.3.0
    .venv/bin/python tools/segment_table.py FOLDER

A text is a list of pieces, each a string and how often it is repeated, so that the table can be read.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "tests" / "gateway" / "sms" / "segments.jsonl"
_SCRIPT = """
const {SegmentedMessage} = require('sms-segments-calculator');
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(texts.map(text => {
  const message = new SegmentedMessage(text);
  return [message.encodingName, text ? message.segments.length : 0];
})));
"""
_EXTENDED = "^{}\\[~]|€\f"
_SINGLE = "aZ0 @£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà\n\r"
_WIDE = "áíóúÁçêâ中文жאعहक’“–…•\u00a0\u200b`"
_EMOJI = ("🙂", "👍🏽", "👨‍👩‍👧", "🇺🇸", "❤️", "1️⃣", "e\u0301", "ñ\u0303")
Pieces = list[tuple[str, int]]


def _edges() -> list[Pieces]:
    """One text on each side of every boundary, in both encodings."""
    gsm = [n for base in (153, 160, 306, 459, 612, 1530) for n in (base - 1, base, base + 1)]
    ucs = [n for base in (67, 70, 134, 201, 268, 670) for n in (base - 1, base, base + 1)]
    made: list[Pieces] = [[("a", n)] for n in gsm]
    made += [[("á", n)] for n in ucs]
    made += [[("a", n), ("á", 1)] for n in ucs]
    made += [
        [(sign, n)]
        for sign in "€|ñ"
        for n in (76, 77, 79, 80, 81, 152, 153, 154, 160, 161, 229, 230)
    ]
    for before in (150, 151, 152, 153, 158, 159, 160):
        for after in (0, 1, 8, 150, 151, 152, 153, 154):
            made.append([("a", before), ("€", 1), ("b", after)])
    for emoji in _EMOJI:
        for before in (0, 58, 62, 64, 65, 66, 67, 68, 69, 70, 132):
            made.append([("x", before), (emoji, 1), ("y", 3)])
        made += [[(emoji, n)] for n in (1, 7, 33, 35, 36, 67, 68)]
    made += [[(sign, 1)] for sign in _SINGLE + _EXTENDED + _WIDE]
    made += [[("line one\r\nline two", n)] for n in (1, 9, 10)]
    made.append([("", 1)])
    return made


def _ours() -> list[Pieces]:
    """What we say, as it is written."""
    texts: list[str] = []
    for language in ("en", "es"):
        words = yaml.safe_load((ROOT / "data" / "wording" / f"{language}.yml").read_text("utf-8"))
        texts += [text for text in words.values() if isinstance(text, str)]
    responses = yaml.safe_load((ROOT / "bot" / "domain" / "responses.yml").read_text("utf-8"))
    for variants in responses["responses"].values():
        texts += [variant["text"] for variant in variants if variant.get("text")]
    return [[(text, 1)] for text in dict.fromkeys(texts)]


def _mixed(count: int) -> list[Pieces]:
    """Random mixtures of everything."""
    chance = random.Random(20261130)
    made: list[Pieces] = []
    for number in range(count):
        signs = list(_SINGLE + _EXTENDED) if number % 2 else [*_SINGLE, *_EXTENDED, *_WIDE, *_EMOJI]
        made.append(
            [
                (chance.choice(signs), chance.randrange(1, 60))
                for _ in range(chance.randrange(1, 12))
            ]
        )
    return made


def main() -> None:
    """Ask the calculator and write the table."""
    folder = Path(sys.argv[1]).resolve()
    table = [*_edges(), *_ours(), *_mixed(200)]
    texts = ["".join(piece * times for piece, times in pieces) for pieces in table]
    asked = subprocess.run(
        ["node", "-e", _SCRIPT], cwd=folder, input=json.dumps(texts), text=True, capture_output=True, check=True,
    )  # fmt: skip
    with OUT.open("w", encoding="utf-8") as file:
        for pieces, (encoding, segments) in zip(table, json.loads(asked.stdout), strict=True):
            row = {"text": pieces, "encoding": encoding, "segments": segments}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{len(table)} texts in {OUT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
