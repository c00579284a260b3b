"""Raises."""

VALUE = {}["nothing"]
