"""The only door to the world: text line, web chat, desk."""
