"""For the Rasa environment: read a JSON list of texts, write [[intent, milliseconds], …] as the last line.

    .venv-rasa/bin/python tools/stock_parse.py MODEL.tar.gz < texts.json

The fallback is left out: the likeliest intent counts, however unsure it is.
"""

import asyncio
import json
import sys
import time

from rasa.core.agent import Agent

_FALLBACK = "nlu_fallback"


async def main() -> None:
    """One message after the other, as they would come in."""
    agent = Agent.load(sys.argv[1])
    heard = []
    for text in json.load(sys.stdin):
        begun = time.perf_counter()
        parsed = await agent.parse_message(text)
        milliseconds = (time.perf_counter() - begun) * 1000
        names = [one["name"] for one in parsed["intent_ranking"] if one["name"] != _FALLBACK]
        heard.append([names[0] if names else None, milliseconds])
    print(json.dumps(heard))


asyncio.run(main())
