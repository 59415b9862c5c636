"""Somebody who is no kin, by what they are called: "Mr. A", "Mrs. Ortiz", "my second client".

Who writes for two clients tells them apart by name. The name is used within the conversation only.
"""

import re
from typing import Optional

from bot.components.text import plain

_TITLED = re.compile(
    r"(?<!this is )(?<!i'm )(?<!i am )(?<!im )(?<!soy )(?<!the )\b(?P<title>mr|mrs|ms|miss|sr|sra|don|doña) "
    r"(?P<name>(?!(?:and|or|y|who|is|has|had|was|needs?|can't|cant|lives|in|at|from|here|que|en|de|le|se)\b)[a-zñ]\w*)\b"
)
_NAME = re.compile(
    r"\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Ss]ra?|[Dd]on|[Dd]oña)\.? [A-ZÁÉÍÓÚÑ]\w*(?: [A-ZÁÉÍÓÚÑ]\w+)?"
)
_COUNTED = re.compile(
    r"\b(?P<which>first|second|third|other|another|one more|next|primer|segund[oa]|otr[oa]) (?P<who>client[ea]?|patient|paciente|resident|residente)\b|"
    r"\b(?P<one>client|patient|resident|cliente|paciente) (?P<letter>\d|one|two|three|[a-d](?= (?:is|has|needs?|lives|in|can't|wants)\b))\b"
)
_NUMBERED = {"first": "1", "one": "1", "primer": "1", "second": "2", "two": "2", "segundo": "2", "segunda": "2",
             "third": "3", "three": "3", "other": "2"}  # fmt: skip
_ONE_MORE = frozenset({"another", "one more", "next", "otro", "otra"})


def called(text: str) -> Optional[str]:
    """The first one who is called so, in plain words ("mrs ortiz", "client 2", "client +" for one more); None when nobody is."""
    flat = plain(text)
    titled = _TITLED.search(flat)
    if titled:
        return f"{titled.group('title')} {titled.group('name')}"
    counted = _COUNTED.search(flat)
    if counted is None:
        return None
    word = counted.group("which") or counted.group("letter")
    if word in _ONE_MORE:
        return "client +"
    return f"client {_NUMBERED.get(word, word)}"


def unnamed(text: str) -> str:
    """`text` without names after a title: Mrs. Day asks for no day program, and Mr. Walker for no walker."""
    return _NAME.sub("the client", text)
