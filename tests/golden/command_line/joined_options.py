"""Options of one letter may be joined."""
