"""What is needed, for whom and where: what a message tells is taken into the memory."""
