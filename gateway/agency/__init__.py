"""What an agency may do: open the packet that it was sent, and say how it goes."""
