"""-X takes anything."""
