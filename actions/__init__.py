"""What the conversation does: one capability a file. Actions say what; the gateway says how."""
