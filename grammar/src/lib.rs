//! Lexer, grammar and syntax errors of Python 3.13.
