"""Errors that a person at the command line can act on."""

from __future__ import annotations


class UserError(Exception):
    """One plain sentence that says what to do; ends with exit status 2 and no traceback."""
