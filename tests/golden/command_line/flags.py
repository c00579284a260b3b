"""sys.flags by options."""
