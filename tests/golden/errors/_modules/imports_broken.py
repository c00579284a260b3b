import broken_run
