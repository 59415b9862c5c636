"""Bring other people's lists into the directory of this installation."""
