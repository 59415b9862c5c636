"""The web chat: a page, and the same for other sites with one script tag."""
