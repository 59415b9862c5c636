"""What is asked and said about the places that were shown."""
