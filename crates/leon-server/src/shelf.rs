//! What was worked out before, kept by name, so that many readers cost as little as one.

use maud::Markup;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A page without what stands around it.
pub struct Drawn {
    pub title: String,
    pub content: Markup,
}

/// Things under names that say everything they depend on; the oldest go first.
pub struct Shelf<T> {
    most: usize,
    things: Mutex<Things<T>>,
}

struct Things<T> {
    /// What each weighs, and it itself.
    kept: HashMap<String, (usize, Arc<T>)>,
    /// Names, the oldest first.
    order: VecDeque<String>,
    weight: usize,
}

impl<T> Shelf<T> {
    /// An empty shelf that holds so many things, or so much where things have weights.
    pub fn holding(most: usize) -> Self {
        Self { most, things: Mutex::new(Things { kept: HashMap::new(), order: VecDeque::new(), weight: 0 }) }
    }

    /// What is kept under a name.
    pub fn get(&self, name: &str) -> Option<Arc<T>> {
        self.things().kept.get(name).map(|(_, thing)| Arc::clone(thing))
    }

    /// What is kept under a name, else what is made now. Two who ask at once may both make it.
    pub fn get_or<E>(&self, name: &str, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        match self.get(name) {
            Some(thing) => Ok(thing),
            None => Ok(self.keep(name, 1, make()?)),
        }
    }

    /// Keeps a thing, unless it weighs more than the shelf holds, and gives it back. The first under a name stays.
    pub fn keep(&self, name: &str, weight: usize, thing: T) -> Arc<T> {
        let thing = Arc::new(thing);
        let mut things = self.things();
        if let Some((_, first)) = things.kept.get(name) {
            return Arc::clone(first);
        }
        if weight > self.most {
            return thing;
        }
        while things.weight + weight > self.most {
            let Some((weight, _)) = things.order.pop_front().and_then(|it| things.kept.remove(&it)) else { break };
            things.weight -= weight;
        }
        things.weight += weight;
        things.order.push_back(name.to_owned());
        things.kept.insert(name.to_owned(), (weight, Arc::clone(&thing)));
        thing
    }

    fn things(&self) -> MutexGuard<'_, Things<T>> {
        self.things.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_made_once_until_it_is_the_oldest() {
        let shelf = Shelf::holding(2);
        let get = |name: &str, made: u32| *shelf.get_or(name, || Ok::<_, ()>(made)).unwrap();
        assert_eq!((get("a", 1), get("a", 2), get("b", 3)), (1, 1, 3));
        assert_eq!((get("c", 4), get("b", 5), get("a", 6)), (4, 3, 6), "a made way for c");
        assert_eq!(shelf.get_or("d", || Err("fault")), Err("fault"));
        assert_eq!(get("d", 7), 7, "a fault is not kept");
    }

    #[test]
    fn no_more_is_kept_than_the_shelf_holds() {
        let shelf = Shelf::holding(10);
        shelf.keep("a", 4, 'a');
        shelf.keep("b", 6, 'b');
        assert_eq!((shelf.get("a").as_deref(), *shelf.keep("a", 4, 'z')), (Some(&'a'), 'a'), "the first stays");
        shelf.keep("c", 5, 'c');
        let kept = || ["a", "b", "c", "d"].map(|it| shelf.get(it).is_some());
        assert_eq!(kept(), [false, false, true, false], "4 + 6 made way for 5");
        assert_eq!(*shelf.keep("d", 11, 'd'), 'd');
        assert_eq!(kept(), [false, false, true, false], "too heavy to be kept");
    }
}
