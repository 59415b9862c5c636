"""Whether we live, and whether all parts answer."""
