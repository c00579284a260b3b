"""The command line is `-m _runnable one two`; this file itself is not run."""
