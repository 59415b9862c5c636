"""How well the whole of it does, asked from outside over HTTP."""
