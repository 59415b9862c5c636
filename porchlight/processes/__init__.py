"""Starting, watching and stopping the four processes."""
