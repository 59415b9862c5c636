"""How fast a whole turn is, beside the stock stack on the same machine in the same run."""
