"""The last question: what is shared with whom, and what counts as a yes."""
