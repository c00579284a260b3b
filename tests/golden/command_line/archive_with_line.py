"""An archive behind a line for the shell."""
