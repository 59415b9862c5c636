"""The public API of the web chat."""
