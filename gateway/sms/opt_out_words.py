"""A message as clauses of plain words: no accents, no signs, one spelling for what thumbs spell in many ways."""

from __future__ import annotations

import re
import unicodedata

# Nobody needs more words to ask for an end; a bound also keeps the patterns quick.
_MOST_WORDS = 24
MOST_READ = 400
# After accents are gone.
_SPELLINGS = tuple(
    (re.compile(written), meant)
    for written, meant in (
        (r"\b(do not|don'?t|dnt|dont't|doesn'?t|does not)\b", "do not"),
        (r"\b(didn'?t|did not|won'?t|wouldn'?t|would not)\b", "did not"),
        (r"\bi'?d\b", "i would"), (r"\bi'?m\b", "i am"), (r"\bi'?ve\b", "i have"), (r"\bthat'?s\b", "that is"),
        (r"\b(pls|plz|plse|pleas|plese|plase|pleaase)\b", "please"), (r"\b(u|ya'?ll|y'?all)\b", "you"), (r"\bur\b", "your"),
        (r"\b(stp|sotp|stopp+|stpo|stahp|st0p|stap)\b", "stop"), (r"\bstop(?=(?:texting|sending|messaging|texts|messages)\b)", "stop "),
        (r"\b(t[xe]+[xt]+i?n+g?|te?xt+i?ng?|textign|texitng|tetxing|texing|txting|textng|texring|textting)\b", "texting"),
        (r"\b(txt|tex|texs|texst|txts|texes)(s|ing)?\b", r"text\2"), (r"\btxet\b", "text"),
        (r"\b(mess?ag|mess?eg|mass?ag|mesag|messgae?|messge|msg|mesg|mssg|mssag)e?(s|ing)?\b", r"message\2"),
        (r"\bmessageing\b", "messaging"), (r"\b(sendin|sendng|seding|sendign)\b", "sending"), (r"\bremov\b", "remove"),
        (r"\b(bothering|bugging|annoying|harassing|harrassing|spamming|pestering)\b", "bothering"),
        (r"\b(bug|annoy|harass|spam|pester)(?= (?:me|us)\b)", "bother"),
        (r"\b(anymo|nomore)\b", "anymore"), (r"\bany ?more\b", "anymore"), (r"\bopt[- ]?(?:me )?out\b", "opt out"),
        (r"\b(opting|opted) out\b", "opt out"), (r"\bun[- ]?sub?s?cri?be?d?\b|\bunsubscrive\b|\bunsuscribe\b", "unsubscribe"),
        (r"\b(porfa|porfavor|x favor|xfavor|plis)\b", "por favor"), (r"\b(thx|thanx|ty|tks)\b", "thanks"),
        (r"\bcell ?phone\b", "phone"), (r"\b(sms|textos|textitos|mensajitos|mensages|mensjes|mensajes?s|mesajes|mensaj|msjs|msj)\b", "mensajes"),
        (r"\b(texto|mensage)\b", "mensaje"), (r"\bmessage?s? text\b", "messages"), (r"\btext messages?\b", "messages"),
        (r"\b(cell|mobile)\b", "phone"), (r"\b(cel|celular)\b", "telefono"), (r"\b(d|k|q)\b", ""),
    )
)  # fmt: skip
# "STOP -Betty", "Stop. Sent from my iPhone": what phones and hands put under everything.
_SIGNED = re.compile(
    r"\s*(?:\n\s*[-~–—]*|\s[-~–—]+)\s*[^\W\d]+(?: [^\W\d]+)?\s*$|\s*[-~–—]*\s*(?:sent from|get outlook for|enviado desde) .*$",
    re.IGNORECASE,
)


def clauses(text: str) -> list[tuple[str, str]]:
    """(words, the mark that ends them) of each clause."""
    bare = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    found = []
    for piece in re.findall(r"[^.!?;,:\n()]+[.!?;,:\n()]*", bare[:MOST_READ]):
        words = piece
        for written, meant in _SPELLINGS:
            words = written.sub(meant, words)
        words = " ".join(re.sub(r"[^a-z' ]+", " ", words).split())
        if words.count(" ") >= _MOST_WORDS:
            words = "a long clause"
        if words:
            found.append((words, "?" if "?" in piece else ""))
    return found


def unsigned(text: str) -> str:
    """`text` without a signature under it; as it is when nothing else would be left."""
    return _SIGNED.sub("", text, count=1) or text
