"""Statements from a pipe with -i."""
