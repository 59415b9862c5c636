"""How often the right service is among the first three."""
