"""sys.orig_argv and sys.argv."""
