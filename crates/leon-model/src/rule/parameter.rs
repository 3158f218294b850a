//! Parameters of clauses: what files say, and the types that they become.

use crate::{Date, Kroner, Minutes, TimeOfDay};

/// A parameter as a file says it.
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterValue {
    Number(f64),
    Flag(bool),
    /// A date or a time of day.
    Text(String),
}

/// A parameter of a clause, as the reference page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name in files, with its unit: `rest_hours`.
    pub name: &'static str,
    pub doc: &'static str,
}

/// A type that a parameter can have. The unit stands in the parameter's name.
pub(super) trait ParameterType: Sized {
    fn read(name: &str, value: &ParameterValue) -> Option<Self>;
    fn write(&self, name: &str) -> ParameterValue;
}

/// Sixty minutes an hour.
fn minutes_in_unit(name: &str) -> f64 {
    if name.ends_with("_hours") { 60.0 } else { 1.0 }
}

/// A number from 0 to the largest that sums can bear.
fn number(value: &ParameterValue) -> Option<f64> {
    match value {
        ParameterValue::Number(it) if it.is_finite() && (0.0..=1e6).contains(it) => Some(*it),
        _ => None,
    }
}

impl ParameterType for Minutes {
    fn read(name: &str, value: &ParameterValue) -> Option<Self> {
        number(value).map(|it| Self((it * minutes_in_unit(name)).round() as i64))
    }
    fn write(&self, name: &str) -> ParameterValue {
        ParameterValue::Number(self.0 as f64 / minutes_in_unit(name))
    }
}

impl ParameterType for u32 {
    fn read(_: &str, value: &ParameterValue) -> Option<Self> {
        number(value).filter(|it| it.fract() == 0.0).map(|it| it as Self)
    }
    fn write(&self, _: &str) -> ParameterValue {
        ParameterValue::Number(f64::from(*self))
    }
}

impl ParameterType for f64 {
    fn read(_: &str, value: &ParameterValue) -> Option<Self> {
        number(value)
    }
    fn write(&self, _: &str) -> ParameterValue {
        ParameterValue::Number(*self)
    }
}

impl ParameterType for Kroner {
    fn read(_: &str, value: &ParameterValue) -> Option<Self> {
        number(value).map(Self)
    }
    fn write(&self, _: &str) -> ParameterValue {
        ParameterValue::Number(self.0)
    }
}

impl ParameterType for bool {
    fn read(_: &str, value: &ParameterValue) -> Option<Self> {
        match value {
            ParameterValue::Flag(it) => Some(*it),
            _ => None,
        }
    }
    fn write(&self, _: &str) -> ParameterValue {
        ParameterValue::Flag(*self)
    }
}

macro_rules! said_as_text {
    ($name:ty) => {
        impl ParameterType for $name {
            fn read(_: &str, value: &ParameterValue) -> Option<Self> {
                match value {
                    ParameterValue::Text(it) => it.parse().ok(),
                    _ => None,
                }
            }
            fn write(&self, _: &str) -> ParameterValue {
                ParameterValue::Text(self.to_string())
            }
        }
    };
}
said_as_text!(Date);
said_as_text!(TimeOfDay);
