//! What reports add to messages, by their words: the rule of the object model that was broken, with the
//! section of docs/ERRORS.md that explains it, and what would help. Nothing here looks at objects.

/// A rule that was broken.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// How programs call it.
    pub name: &'static str,
    /// The rule, as a sentence.
    pub text: &'static str,
    /// Its section of docs/ERRORS.md.
    pub section: &'static str,
    /// What stands in the messages, in this order.
    words: &'static [&'static str],
}

/// Where the sections are.
pub const DOCUMENT: &str = "docs/ERRORS.md";

impl Rule {
    /// The place of its explanation.
    pub fn url(&self) -> String {
        format!("{DOCUMENT}#{}", self.section)
    }
}

/// The rule that a message speaks of.
pub fn rule(message: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| has_words(message, rule.words))
}

fn has_words(message: &str, words: &[&str]) -> bool {
    let mut rest = message;
    words.iter().all(|word| match rest.split_once(word) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

/// Of two that match, the first counts.
#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: "property-setter", section: "descriptors", words: &["property", "has no setter"],
        text: "a property is a data descriptor: it decides assignments too, and without a setter it refuses them" },
    Rule { name: "property-deleter", section: "descriptors", words: &["property", "has no deleter"],
        text: "a property is a data descriptor: it decides deletions too, and without a deleter it refuses them" },
    Rule { name: "property-getter", section: "descriptors", words: &["property", "has no getter"],
        text: "a property is a data descriptor: it comes before the object's own attributes even without a getter" },
    Rule { name: "readonly-attribute", section: "descriptors", words: &["readonly attribute"],
        text: "the type's data descriptor for this name can be read, not written" },
    Rule { name: "readonly-attribute", section: "descriptors", words: &["attribute '", "' of '", "' objects is not writable"],
        text: "the type's data descriptor for this name can be read, not written" },
    Rule { name: "descriptor-owner", section: "descriptors", words: &["descriptor '", "doesn't apply to a"],
        text: "a descriptor of a built-in type works on instances of that type only" },
    Rule { name: "descriptor-owner", section: "descriptors", words: &["descriptor '", "requires a '"],
        text: "a descriptor of a built-in type works on instances of that type only" },
    Rule { name: "unbound-method", section: "descriptors", words: &["unbound method", "needs an argument"],
        text: "read from the class, a method is not bound: its first argument has to be given" },
    Rule { name: "descriptor-delete", section: "descriptors", words: &["__delete__"],
        text: "a descriptor with __set__ decides deletions too, and without __delete__ it refuses them" },
    Rule { name: "descriptor-set", section: "descriptors", words: &["__set__"],
        text: "a descriptor with __delete__ decides assignments too, and without __set__ it refuses them" },
    Rule { name: "class-namespace", section: "descriptors", words: &["'mappingproxy' object does not support item"],
        text: "the __dict__ of a class is a view; a class's attributes are set on the class" },
    Rule { name: "no-dict", section: "slots", words: &["has no attribute '", "and no __dict__ for setting new attributes"],
        text: "objects without a __dict__ have the attributes of their slots and no others" },
    Rule { name: "slot-conflict", section: "slots", words: &["in __slots__ conflicts with class variable"],
        text: "a slot is a descriptor in the class's namespace, so the class can't have another value of that name" },
    Rule { name: "slot-name", section: "slots", words: &["__slots__ must be identifiers"],
        text: "a slot's name has to be an identifier" },
    Rule { name: "slot-name", section: "slots", words: &["__slots__ items must be strings"],
        text: "a slot's name has to be a string" },
    Rule { name: "slot-dict", section: "slots", words: &["__dict__ slot disallowed"],
        text: "instances have one __dict__, and a base already gives them one" },
    Rule { name: "slot-weakref", section: "slots", words: &["__weakref__ slot disallowed"],
        text: "instances have one place for weak references, and a base already gives them one" },
    Rule { name: "slot-variable-size", section: "slots", words: &["nonempty __slots__ not supported for subtype of"],
        text: "instances of that base vary in size, so there is no fixed place for slots behind them" },
    Rule { name: "immutable-type", section: "slots", words: &["cannot set '", "attribute of immutable type"],
        text: "built-in classes can't be changed; a subclass can" },
    Rule { name: "layout-conflict", section: "layout", words: &["multiple bases have instance lay-out conflict"],
        text: "the bases lay their instances out in different ways, and an instance can have one layout only" },
    Rule { name: "class-layout", section: "layout", words: &["__class__ assignment:", "object layout differs from"],
        text: "an object can only become an instance of a class that lays its instances out in the same way" },
    Rule { name: "class-mutable", section: "layout", words: &["__class__ assignment only supported for mutable types"],
        text: "objects of built-in classes can't change their class" },
    Rule { name: "class-is-class", section: "layout", words: &["__class__ must be set to a class"],
        text: "what an object is an instance of is a class" },
    Rule { name: "bases-layout", section: "layout", words: &["__bases__ assignment:", "object layout differs from"],
        text: "new bases have to lay instances out in the way of the old ones, since there may be instances already" },
    Rule { name: "bases-tuple", section: "layout", words: &["can only assign", "__bases__"],
        text: "a class has at least one base" },
    Rule { name: "final-type", section: "layout", words: &["is not an acceptable base type"],
        text: "that class can't be subclassed" },
    Rule { name: "mro-order", section: "mro", words: &["Cannot create a consistent method resolution order"],
        text: "the MRO keeps the order in which each class lists its bases, and every class comes before its own bases; here no order does both" },
    Rule { name: "mro-duplicate", section: "mro", words: &["duplicate base class"],
        text: "a class stands in an MRO once, so it can be a base once" },
    Rule { name: "bases-types", section: "mro", words: &["bases must be types"],
        text: "the bases of a class are classes, or have __mro_entries__" },
    Rule { name: "metaclass-conflict", section: "metaclasses", words: &["metaclass conflict:"],
        text: "a class's metaclass has to be a subclass of the metaclasses of all its bases" },
    Rule { name: "metaclass-prepare", section: "metaclasses", words: &["__prepare__() must return a mapping"],
        text: "the class's body runs in the namespace that __prepare__ returns" },
    Rule { name: "init-subclass", section: "metaclasses", words: &["__init_subclass__() takes no keyword arguments"],
        text: "keywords of a class statement go to the bases' __init_subclass__, and object's takes none" },
    Rule { name: "init-subclass", section: "metaclasses", words: &["__init_subclass__() missing"],
        text: "keywords of a class statement go to the bases' __init_subclass__, which wants more of them" },
    Rule { name: "abstract", section: "abstract-classes", words: &["Can't instantiate abstract class"],
        text: "a class has no instances as long as a method marked with abstractmethod is not overridden" },
    Rule { name: "init-result", section: "metaclasses", words: &["__init__() should return None"],
        text: "__init__ fills in the instance that __new__ has made and returns nothing" },
];

/// What would help against an error of this type with this message.
pub fn help(kind: &str, message: &str) -> Option<String> {
    let matches = |row: &&(&str, &[&str], &str)| row.0 == kind && has_words(message, row.1);
    HELPS
        .iter()
        .find(matches)
        .map(|(_, _, text)| (*text).to_owned())
}

const INDENTATION: &str = "IndentationError";
const SYNTAX: &str = "SyntaxError";

#[rustfmt::skip]
const HELPS: &[(&str, &[&str], &str)] = &[
    (SYNTAX, &["'(' was never closed"], "put a ')' where the bracket ends"),
    (SYNTAX, &["'[' was never closed"], "put a ']' where the bracket ends"),
    (SYNTAX, &["'{' was never closed"], "put a '}' where the bracket ends"),
    (SYNTAX, &["unmatched '"], "take it out, or open the bracket that it closes"),
    (SYNTAX, &["closing parenthesis", "does not match"], "close brackets in the reverse order of opening them"),
    (SYNTAX, &["expected ':'"], "put a ':' here"),
    (SYNTAX, &["Perhaps you forgot a comma?"], "put a ',' between the two expressions"),
    (SYNTAX, &["unterminated triple-quoted"], "end the text with the same three quotes"),
    (SYNTAX, &["unterminated", "string literal"], "end the text with the quote it begins with, or use three quotes for a text of several lines"),
    (SYNTAX, &["(unicode error)", "truncated \\U"], "write r\"...\" for a text with backslashes, such as a path"),
    (SYNTAX, &["unexpected character after line continuation"], "a backslash that continues a line is the last character of the line"),
    (SYNTAX, &["invalid character '"], "only letters, digits and _ make names; quotes and operators are ASCII characters"),
    (SYNTAX, &["invalid non-printable character"], "delete the invisible character"),
    (SYNTAX, &["expected 'except' or 'finally' block"], "follow the try block with except or finally"),
    (SYNTAX, &["positional argument follows keyword"], "put the arguments without a name first"),
    (SYNTAX, &["parameter without a default follows"], "give it a default, or put it before those that have one"),
    (SYNTAX, &["keyword argument repeated"], "give the argument once"),
    (SYNTAX, &["'return' outside function"], "indent it into a function, or use sys.exit() to end the program"),
    (SYNTAX, &["'await' outside async function"], "make the function async def"),
    (SYNTAX, &["asynchronous comprehension outside"], "make the function async def"),
    (SYNTAX, &["outside loop"], "indent it into a for or while loop"),
    (SYNTAX, &["no binding for nonlocal"], "assign the name in an enclosing function, or use global"),
    (SYNTAX, &["before global declaration"], "put the global statement first in the function"),
    (SYNTAX, &["prior to global declaration"], "put the global statement first in the function"),
    (SYNTAX, &["before nonlocal declaration"], "put the nonlocal statement first in the function"),
    (SYNTAX, &["prior to nonlocal declaration"], "put the nonlocal statement first in the function"),
    (SYNTAX, &["invalid decimal literal"], "a name can't begin with a digit"),
    (SYNTAX, &["multiple exception types must be parenthesized"], "write except (A, B):"),
    (SYNTAX, &["expected 'else' after 'if' expression"], "add else and the value for the other case"),
    (SYNTAX, &["Generator expression must be parenthesized"], "put brackets of its own around it"),
    (INDENTATION, &["expected an indented block"], "indent what belongs to it by four spaces, or write pass"),
    (INDENTATION, &["unexpected indent"], "align it with the line above, which opens no block"),
    (INDENTATION, &["unindent does not match"], "align it with one of the blocks that are open"),
    ("TabError", &[""], "indent with spaces only"),
    ("UnboundLocalError", &["cannot access local variable"], "an assignment anywhere in a function makes the name local to it; assign before reading, or declare it global or nonlocal"),
    ("RecursionError", &["maximum recursion depth"], "look for the case that should have ended the recursion"),
    ("TypeError", &["object is not callable"], "only functions, classes and objects with __call__ can be called"),
    ("TypeError", &["unhashable type"], "keys of dicts and members of sets are hashable: use a tuple or a frozenset"),
    ("TypeError", &["can only concatenate str"], "convert with str(), or use an f-string"),
    ("TypeError", &["missing", "required positional argument: 'self'"], "call it on an instance"),
    ("TypeError", &["object does not support item assignment"], "make a changed copy; this object never changes"),
    ("TypeError", &["generators cannot be subscripted"], "make a list of it first"),
    ("AttributeError", &["'NoneType' object has no attribute"], "the value is None: what was expected to return an object returned nothing"),
    ("AttributeError", &["partially initialized module"], "two modules import each other, and one is not done yet"),
    ("ImportError", &["partially initialized module"], "two modules import each other, and one is not done yet"),
    ("ImportError", &["attempted relative import with no known parent package"], "run it as part of its package: dunder -m package.module"),
    ("RuntimeError", &["dictionary changed size during iteration"], "go over a copy: for key in list(d)"),
    ("RuntimeError", &["Set changed size during iteration"], "go over a copy: for item in list(s)"),
    ("UnicodeDecodeError", &["codec can't decode"], "name the encoding that the bytes are in"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_order() {
        let found = rule("property 'area' of 'Circle' object has no setter");
        assert_eq!(found.map(|rule| rule.name), Some("property-setter"));
        assert_eq!(rule("has no setter property"), None);
        assert!(help("SyntaxError", "'(' was never closed").is_some());
        assert!(help("ValueError", "'(' was never closed").is_none());
    }

    #[test]
    fn sections_exist() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/ERRORS.md");
        let text = std::fs::read_to_string(path).expect("docs/ERRORS.md");
        for rule in RULES {
            let heading = |line: &str| {
                line.starts_with('#')
                    && line
                        .trim_start_matches(['#', ' '])
                        .to_lowercase()
                        .replace(' ', "-")
                        == rule.section
            };
            assert!(text.lines().any(heading), "no section {}", rule.section);
        }
    }
}
