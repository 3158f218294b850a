//! Writes an instance.

use super::{Instance, Patient};
use serde_json::{Map, Value, json};

/// Writes an instance, so that [`super::read_hhcrsp`] reads it back as it was.
///
/// Numbers are JSON numbers; one that is not finite, which no instance that was read has, becomes `null`.
pub fn write_hhcrsp(instance: &Instance) -> String {
    let mut file = Map::new();
    if let Some(name) = &instance.name {
        file.insert("name".into(), json!(name));
    }
    file.insert("patients".into(), instance.patients.iter().map(patient).collect());
    let services = instance.services.iter().map(|it| {
        let mut service = Map::from_iter([("id".to_owned(), json!(it.id))]);
        if let Some(duration) = it.default_duration {
            service.insert("default_duration".into(), json!(duration));
        }
        Value::Object(service)
    });
    file.insert("services".into(), services.collect());
    let caregivers = instance.caregivers.iter().map(|it| json!({"id": it.id, "abilities": it.abilities}));
    file.insert("caregivers".into(), caregivers.collect());
    file.insert("central_offices".into(), json!([with_location(&instance.office.id, instance.office.location)]));
    file.insert("distances".into(), json!(instance.distances));
    Value::Object(file).to_string()
}

fn with_location(id: &str, location: Option<(f64, f64)>) -> Map<String, Value> {
    let mut item = Map::from_iter([("id".to_owned(), json!(id))]);
    if let Some((x, y)) = location {
        item.insert("location".into(), json!([x, y]));
    }
    item
}

fn patient(patient: &Patient) -> Value {
    let mut item = with_location(&patient.id, patient.location);
    item.insert("time_window".into(), json!([patient.window.0, patient.window.1]));
    let services = patient.services.iter().map(|it| json!({"service": it.service, "duration": it.duration}));
    item.insert("required_caregivers".into(), services.collect());
    if let Some((least, most)) = patient.gap {
        let synchronization = if (least, most) == (0.0, 0.0) {
            json!({"type": "simultaneous"})
        } else {
            json!({"type": "sequential", "distance": [least, most]})
        };
        item.insert("synchronization".into(), synchronization);
    }
    Value::Object(item)
}
