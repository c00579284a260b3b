"""The numbers of kinds of tokens."""

__all__ = ["tok_name", "ISTERMINAL", "ISNONTERMINAL", "ISEOF", "EXACT_TOKEN_TYPES"]

_KINDS = """
    ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS
    MINUS STAR SLASH VBAR AMPER LESS GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL
    LESSEQUAL GREATEREQUAL TILDE CIRCUMFLEX LEFTSHIFT RIGHTSHIFT DOUBLESTAR PLUSEQUAL MINEQUAL
    STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL
    RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS
    COLONEQUAL EXCLAMATION OP TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD FSTRING_START
    FSTRING_MIDDLE FSTRING_END COMMENT NL ERRORTOKEN ENCODING N_TOKENS
""".split()

# The signs, in the order of the kinds from LPAR to EXCLAMATION.
_SIGNS = """
    ( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** += -= *= /= %= &= |= ^=
    <<= >>= **= // //= @ @= -> ... := !
""".split()

globals().update({name: number for number, name in enumerate(_KINDS)})
NT_OFFSET = 256

tok_name = dict(enumerate(_KINDS)) | {NT_OFFSET: "NT_OFFSET"}
__all__.extend(tok_name.values())

EXACT_TOKEN_TYPES = {sign: _KINDS.index("LPAR") + at for at, sign in enumerate(_SIGNS)}
EXACT_TOKEN_TYPES = dict(sorted(EXACT_TOKEN_TYPES.items()))


def ISTERMINAL(x):
    """Whether it is a token's kind."""
    return x < NT_OFFSET


def ISNONTERMINAL(x):
    """Whether it is the number of a rule of the grammar."""
    return x >= NT_OFFSET


def ISEOF(x):
    """Whether it is the kind of the last token."""
    return x == ENDMARKER
