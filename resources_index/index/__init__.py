"""Vectors of services and of examples, built once and kept beside a manifest."""
