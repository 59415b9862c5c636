"""Composition: set-up, processes and the command line."""
