//! Which exceptions a report shows: an exception with its causes, contexts and members, each cause
//! and context only the first time it is met, so that cycles end.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::Exception;

/// What an exception is linked to. `K` stands for the identity of an exception object.
#[derive(Clone, Debug)]
pub struct Links<K> {
    /// `__cause__`
    pub cause: Option<K>,
    /// `__context__`
    pub context: Option<K>,
    /// `__suppress_context__`
    pub suppress_context: bool,
    /// The `exceptions` of a group.
    pub members: Option<Vec<K>>,
}

impl<K> Default for Links<K> {
    fn default() -> Links<K> {
        Links {
            cause: None,
            context: None,
            suppress_context: false,
            members: None,
        }
    }
}

/// An exception in the place in the report where it was met.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// With what it is linked to.
    Full(usize),
    /// Met again, after all that it is linked to: the exception of that number, its members likewise.
    Again(usize),
}

#[derive(Clone, Debug)]
struct Node {
    exception: usize,
    cause: Option<usize>,
    context: Option<usize>,
    members: Option<Vec<Place>>,
}

/// All that is printed for an exception.
#[derive(Clone, Debug)]
pub struct Report {
    /// Each exception once.
    exceptions: Vec<Exception>,
    /// By exception, its members if it is a group whose members have been met.
    members: Vec<Option<Vec<usize>>>,
    /// Whether contexts that an exception suppresses are left out.
    suppressed: Vec<bool>,
    /// The first one is the root.
    nodes: Vec<Node>,
}

impl Report {
    /// Collects what belongs to a report on the exception `root`.
    ///
    /// `describe` is called once for each exception that is needed, in the order in which CPython
    /// calls their `__str__`. If `compact`, contexts that wouldn't be printed aren't needed; the
    /// `format` of a `TracebackException` made without it shows the same, but its attributes differ.
    pub fn gather<K, F>(root: K, compact: bool, describe: F) -> Report
    where
        K: Clone + Eq + Hash,
        F: FnMut(&K) -> (Exception, Links<K>),
    {
        let mut gathering = Gathering {
            report: Report {
                exceptions: Vec::new(),
                members: Vec::new(),
                suppressed: Vec::new(),
                nodes: Vec::new(),
            },
            describe,
            compact,
            numbers: HashMap::new(),
            links: Vec::new(),
            seen: HashSet::new(),
            complete: Vec::new(),
        };
        gathering.run(&root);
        gathering.report
    }

    /// The place of the exception that the report is on.
    pub fn root(&self) -> Place {
        Place::Full(0)
    }

    /// The number of the exception at a place, in the order in which they were described.
    pub fn number(&self, place: Place) -> usize {
        match place {
            Place::Full(node) => self.nodes[node].exception,
            Place::Again(exception) => exception,
        }
    }

    /// The exception at a place.
    pub fn exception(&self, place: Place) -> &Exception {
        &self.exceptions[self.number(place)]
    }

    /// The cause shown for the exception at a place.
    pub fn cause(&self, place: Place) -> Option<Place> {
        match place {
            Place::Full(node) => self.nodes[node].cause.map(Place::Full),
            Place::Again(_) => None,
        }
    }

    /// The context shown for the exception at a place, if it has no cause.
    pub fn context(&self, place: Place) -> Option<Place> {
        match place {
            Place::Full(node) if !self.suppressed[self.number(place)] => {
                self.nodes[node].context.map(Place::Full)
            }
            Place::Full(_) | Place::Again(_) => None,
        }
    }

    /// The number of members of the exception at a place, if it is a group.
    pub fn member_count(&self, place: Place) -> Option<usize> {
        match place {
            Place::Full(node) => self.nodes[node].members.as_ref().map(Vec::len),
            Place::Again(exception) => self.members[exception].as_ref().map(Vec::len),
        }
    }

    /// A member of the group at a place.
    pub fn member(&self, place: Place, at: usize) -> Option<Place> {
        match place {
            Place::Full(node) => self.nodes[node].members.as_ref()?.get(at).copied(),
            Place::Again(exception) => {
                let members = self.members[exception].as_ref()?;
                members.get(at).copied().map(Place::Again)
            }
        }
    }
}

/// What remains to be done for an exception.
enum Step {
    /// Find what the exception of this node is linked to.
    Link(usize),
    /// All that the exception of this number is linked to has been found.
    Complete(usize),
}

struct Gathering<K, F> {
    report: Report,
    describe: F,
    compact: bool,
    /// The numbers of the exceptions described.
    numbers: HashMap<K, usize>,
    /// By exception.
    links: Vec<Links<K>>,
    /// Exceptions that have a place in the report.
    seen: HashSet<usize>,
    /// By exception, whether all it is linked to has been found. Its links needn't be followed again,
    /// which keeps a group that is shared by many others from being unrolled in each of them.
    complete: Vec<bool>,
}

impl<K, F> Gathering<K, F>
where
    K: Clone + Eq + Hash,
    F: FnMut(&K) -> (Exception, Links<K>),
{
    fn run(&mut self, root: &K) {
        let Place::Full(node) = self.place(root) else {
            return;
        };
        // The order is CPython's: the last place found comes first, and what it is linked to before
        // any other, which decides where an exception with several places has its cause.
        let mut steps = vec![Step::Link(node)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Link(node) => self.link(node, &mut steps),
                Step::Complete(exception) => self.complete[exception] = true,
            }
        }
    }

    /// The number of an exception, which is described now unless it has been.
    fn number(&mut self, key: &K) -> usize {
        if let Some(&number) = self.numbers.get(key) {
            return number;
        }
        let (exception, links) = (self.describe)(key);
        let number = self.links.len();
        self.report.suppressed.push(links.suppress_context);
        self.report.exceptions.push(exception);
        self.report.members.push(None);
        self.links.push(links);
        self.complete.push(false);
        self.numbers.insert(key.clone(), number);
        number
    }

    /// A new place for an exception.
    fn place(&mut self, key: &K) -> Place {
        let exception = self.number(key);
        self.seen.insert(exception);
        if self.complete[exception] {
            return Place::Again(exception);
        }
        self.report.nodes.push(Node {
            exception,
            cause: None,
            context: None,
            members: None,
        });
        Place::Full(self.report.nodes.len() - 1)
    }

    /// A place for a cause or context, unless it has one elsewhere.
    fn first_place(&mut self, key: Option<K>) -> Option<usize> {
        let key = key.filter(|key| match self.numbers.get(key) {
            Some(number) => !self.seen.contains(number),
            None => true,
        })?;
        match self.place(&key) {
            Place::Full(node) => Some(node),
            Place::Again(_) => None,
        }
    }

    /// Finds places for what the exception of a node is linked to.
    fn link(&mut self, node: usize, steps: &mut Vec<Step>) {
        let exception = self.report.nodes[node].exception;
        let links = self.links[exception].clone();
        let cause = self.first_place(links.cause);
        let needed = !self.compact || (cause.is_none() && !links.suppress_context);
        let context = self.first_place(links.context.filter(|_| needed));
        let members = links.members.map(|keys| {
            keys.iter()
                .map(|key| self.place(key))
                .collect::<Vec<Place>>()
        });
        steps.push(Step::Complete(exception));
        steps.extend(cause.map(Step::Link));
        steps.extend(context.map(Step::Link));
        for &member in members.iter().flatten() {
            if let Place::Full(node) = member {
                steps.push(Step::Link(node));
            }
        }
        if let Some(members) = &members {
            let numbers = members.iter().map(|&place| self.report.number(place));
            self.report.members[exception] = Some(numbers.collect());
        }
        let node = &mut self.report.nodes[node];
        (node.cause, node.context, node.members) = (cause, context, members);
    }
}
