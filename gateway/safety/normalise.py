"""Bring hurried, misspelt and dictated text to one form before the rules read it."""

from __future__ import annotations

import re
import unicodedata

_REPEATED = re.compile(r"([a-z])\1{2,}")
_NOT_WORD = re.compile(r"[^a-z0-9ñ' ]+")
_SPACES = re.compile(r"\s+")
# What people write for what they mean; whole words only.
_FORMS = {
    "cant": "can't", "cannot": "can't", "cnt": "can't", "dont": "don't", "doesnt": "doesn't",
    "didnt": "didn't", "wont": "won't", "isnt": "isn't", "wasnt": "wasn't", "im": "i'm", "ive": "i've",
    "ill": "i'll", "hes": "he's", "shes": "she's", "theyre": "they're", "wanna": "want to",
    "gonna": "going to", "gunna": "going to", "gotta": "got to", "breath": "breathe", "breth": "breathe",
    "brethe": "breathe", "breathing": "breathing", "breating": "breathing", "brething": "breathing",
    "suiside": "suicide", "sucide": "suicide", "suacide": "suicide", "suicid": "suicide",
    "unalive": "kill", "kms": "kill myself", "kys": "kill yourself", "u": "you", "r": "are",
    "ur": "your", "pls": "please", "n": "and", "w": "with", "bc": "because", "cuz": "because",
    "hurtin": "hurting", "bleedin": "bleeding", "hittin": "hitting", "beatin": "beating",
    "chestpain": "chest pain", "hart": "heart", "haert": "heart", "atack": "attack", "unconcious": "unconscious",
    "unconsious": "unconscious", "seizer": "seizure", "seisure": "seizure", "ambulence": "ambulance",
    "emergancy": "emergency", "emergensy": "emergency", "hasnt": "hasn't", "havent": "haven't", "hadnt": "hadn't", "werent": "weren't", "arent": "aren't",
    "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't", "aint": "ain't",
    "livin": "living", "dyin": "dying", "comin": "coming", "breathin": "breathing", "chokin": "choking",
    "throwin": "throwing", "spinnin": "spinning", "feelin": "feeling", "killin": "killing", "goin": "going",
    "tryin": "trying", "fallin": "falling", "shakin": "shaking", "drinkin": "drinking", "sweatin": "sweating",
    "ded": "dead", "swolen": "swollen", "oxigen": "oxygen", "alzeimers": "alzheimer's",
    "alzheimers": "alzheimer's", "altzheimers": "alzheimer's", "demensia": "dementia",
    "inchando": "hinchando", "inchada": "hinchada", "inchado": "hinchado",
    "kiero": "quiero", "q": "que", "xq": "porque",
    "k": "que", "matarme": "matarme", "sangrando": "sangrando", "respirrar": "respirar",
}  # fmt: skip


def normalise(text: str) -> str:
    """Lower case, no accents (ñ stays), no punctuation but apostrophes, usual misspellings mended."""
    text = text.lower().replace("’", "'").replace("`", "'")
    kept = []
    for letter in text:
        if letter == "ñ":
            kept.append(letter)
            continue
        parts = unicodedata.normalize("NFD", letter)
        kept += [part for part in parts if unicodedata.category(part) != "Mn"]
    flat = _NOT_WORD.sub(" ", "".join(kept))
    flat = _REPEATED.sub(r"\1\1", flat)
    words = [_FORMS.get(word, word) for word in _SPACES.sub(" ", flat).strip().split(" ")]
    return " ".join(words)
