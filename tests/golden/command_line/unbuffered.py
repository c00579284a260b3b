"""-u changes nothing that is printed."""
