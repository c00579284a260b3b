//! Tokens, and the logos lexer that finds those which need no context.
//!
//! What needs context (indentation, the text of strings and f-strings, numbers with their error
//! messages, soft keywords) is the business of `layout`, `fstring`, `number` and `soft_keywords`,
//! which fill in the variants without a pattern.

use logos::Logos;

use crate::ast::Span;

/// A token: its kind and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Which token.
    pub kind: Tok,
    /// Its extent in the source.
    pub span: Span,
}

macro_rules! tokens {
    (
        plain { $($plain:ident $text:literal,)* }
        keywords { $($keyword:ident $word:literal,)* }
        pattern { $($(#[$attr:meta])* $pattern:ident,)* }
        layered { $($layered:ident $(as $spelling:literal)?,)* }
    ) => {
        /// The kinds of token.
        #[allow(missing_docs)]
        #[derive(Logos, Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[logos(utf8 = true)]
        pub enum Tok {
            $(#[token($text)] $plain,)*
            $(#[token($word)] $keyword,)*
            $($(#[$attr])* $pattern,)*
            $($layered,)*
        }

        impl Tok {
            /// The spellings of all keywords, and of other tokens that the layers make.
            pub const WORDS: &'static [&'static str] = &[$($word,)* $($($spelling,)?)*];

            /// The spelling of an operator or keyword.
            pub fn spelling(self) -> Option<&'static str> {
                match self {
                    $(Tok::$plain => Some($text),)*
                    $(Tok::$keyword => Some($word),)*
                    $($(Tok::$layered => Some($spelling),)?)*
                    _ => None,
                }
            }

            /// The operator or keyword of that spelling.
            pub fn from_spelling(text: &str) -> Option<Tok> {
                match text {
                    $($text => Some(Tok::$plain),)*
                    $($word => Some(Tok::$keyword),)*
                    $($($spelling => Some(Tok::$layered),)?)*
                    _ => None,
                }
            }
        }
    };
}

tokens! {
    plain {
        LParen "(", RParen ")", LBracket "[", RBracket "]", LBrace "{", RBrace "}",
        Comma ",", Colon ":", Semicolon ";", Dot ".", Ellipsis "...", Arrow "->",
        At "@", Equal "=", Exclamation "!",
        Plus "+", Minus "-", Star "*", Slash "/", DoubleSlash "//", Percent "%", DoubleStar "**",
        LeftShift "<<", RightShift ">>", Amper "&", VBar "|", Circumflex "^", Tilde "~",
        PlusEqual "+=", MinusEqual "-=", StarEqual "*=", SlashEqual "/=", DoubleSlashEqual "//=",
        PercentEqual "%=", DoubleStarEqual "**=", LeftShiftEqual "<<=", RightShiftEqual ">>=",
        AmperEqual "&=", VBarEqual "|=", CircumflexEqual "^=", AtEqual "@=",
        EqEqual "==", NotEqual "!=", LessGreater "<>", Less "<", LessEqual "<=", Greater ">", GreaterEqual ">=",
    }
    keywords {
        False "False", None "None", True "True", And "and", As "as", Assert "assert", Async "async",
        Await "await", Break "break", Class "class", Continue "continue", Def "def", Del "del",
        Elif "elif", Else "else", Except "except", Finally "finally", For "for", From "from",
        Global "global", If "if", Import "import", In "in", Is "is", Lambda "lambda",
        Nonlocal "nonlocal", Not "not", Or "or", Pass "pass", Raise "raise", Return "return",
        Try "try", While "while", With "with", Yield "yield",
    }
    pattern {
        // Like CPython, takes any non-ASCII character for a letter here; `layout` checks.
        #[regex(r"[A-Za-z_\u{80}-\u{10FFFF}][A-Za-z0-9_\u{80}-\u{10FFFF}]*")]
        Name,
        #[regex(r"\.?[0-9]")]
        Number,
        #[regex(r#"([rR]|[uU]|[bB]|[bB][rR]|[rR][bB])?('''|"""|'|")"#)]
        String,
        #[regex(r#"([fF]|[fF][rR]|[rR][fF])('''|"""|'|")"#)]
        FStringStart,
        #[regex(r"[ \t\x0C]+")]
        Space,
        #[regex(r"#[^\n]*", allow_greedy = true)]
        Comment,
        #[token("\n")]
        Newline,
        #[token("\\\n")]
        Continuation,
        #[token("\\")]
        Backslash,
        // ASCII characters that start no token; the parser rejects them.
        #[regex(r"[$?`]")]
        Stray,
    }
    layered {
        Indent, Dedent, EndMarker, Error,
        FStringMiddle, FStringEnd,
        // The parenthesis of `with (a as b, c as d):`.
        WithParen,
        // `:=` is put together by `layout`: in a replacement field it is a colon and text.
        ColonEqual as ":=",
        Match as "match", Case as "case", Type as "type",
        // The statements of a function in an outline: see `outline`.
        Skipped,
        StartModule, StartInteractive, StartExpression, StartFragment,
    }
}
