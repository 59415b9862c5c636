"""Small on the line: text that holds no secret is sent compressed, static files are kept by browsers."""

from __future__ import annotations

import gzip

from flask import Response, request

_KINDS = ("text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml")
_LEAST = 600


def compress(response: Response) -> Response:
    """Gzip where the browser takes it. Only for pages and files without secrets: what is compressed beside
    a secret can betray its letters by its length."""
    wanted = "gzip" in request.headers.get("Accept-Encoding", "")
    fits = response.status_code == 200 and response.mimetype in _KINDS
    if not wanted or not fits or "Content-Encoding" in response.headers:
        return response
    response.direct_passthrough = False
    content = response.get_data()
    if len(content) < _LEAST:
        return response
    response.set_data(gzip.compress(content, 6, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.headers.add("Vary", "Accept-Encoding")
    return response
