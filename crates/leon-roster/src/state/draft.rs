//! A change of rows that may be made.

/// New duties of one person, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit<'d> {
    pub person: usize,
    pub first: usize,
    pub duties: &'d [u8],
}

/// Edits of different people, made together or not at all. Used again and again, without allocation.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Person, first day, where the duties start in `duties`.
    heads: Vec<(u32, u32, u32)>,
    duties: Vec<u8>,
    /// The edits take from each demand what they give to it.
    pub(crate) keeps_cover: bool,
}

impl Draft {
    /// Nothing is changed.
    #[inline]
    pub fn clear(&mut self) {
        self.heads.clear();
        self.duties.clear();
        self.keeps_cover = false;
    }

    /// Changes a person's days from `first` on; no other edit may be of the same person.
    #[inline]
    pub fn add(&mut self, person: usize, first: usize, duties: impl IntoIterator<Item = u8>) {
        debug_assert!(self.edits().all(|it| it.person != person), "one edit a person");
        self.heads.push((person as u32, first as u32, self.duties.len() as u32));
        self.duties.extend(duties);
    }

    #[inline]
    pub fn edits(&self) -> impl Iterator<Item = Edit<'_>> {
        let ends = self.heads.iter().skip(1).map(|head| head.2).chain([self.duties.len() as u32]);
        self.heads.iter().zip(ends).map(|(&(person, first, start), end)| Edit {
            person: person as usize,
            first: first as usize,
            duties: &self.duties[start as usize..end as usize],
        })
    }
}
