"""-W ignore silences the compiler's warnings."""
