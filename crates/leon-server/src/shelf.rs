//! What was worked out before, kept by name, so that many readers cost as little as one.

use maud::Markup;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// A page without what stands around it.
pub struct Drawn {
    pub title: String,
    pub content: Markup,
}

/// Things under names that say everything they depend on; the oldest go first.
pub struct Shelf<T> {
    most: usize,
    things: Mutex<VecDeque<(String, Arc<T>)>>,
}

impl<T> Shelf<T> {
    /// An empty shelf that holds so many things.
    pub fn holding(most: usize) -> Self {
        Self { most, things: Mutex::default() }
    }

    /// What is kept under a name, else what is made now. Two who ask at once may both make it.
    pub fn get_or<E>(&self, name: &str, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let things = || self.things.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, thing)) = things().iter().find(|(it, _)| it == name) {
            return Ok(Arc::clone(thing));
        }
        let made = Arc::new(make()?);
        let mut things = things();
        if things.len() >= self.most {
            things.pop_front();
        }
        things.push_back((name.to_owned(), Arc::clone(&made)));
        Ok(made)
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
}
