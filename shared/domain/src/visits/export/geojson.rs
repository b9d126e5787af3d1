//! Visits on a map (RFC 7946): a point each, and those without a place as features without a geometry.

use serde_json::{Value, json};

use super::{ExportedVisit, moment};

/// A FeatureCollection.
pub fn geojson(visits: &[ExportedVisit]) -> Vec<u8> {
    let features: Vec<Value> = visits.iter().map(feature).collect();
    json!({"type": "FeatureCollection", "features": features}).to_string().into_bytes()
}

fn feature(visit: &ExportedVisit) -> Value {
    let geometry = visit.place.map(
        |place| json!({"type": "Point", "coordinates": [place.longitude(), place.latitude()]}),
    );
    json!({
        "type": "Feature",
        "id": visit.uid,
        "geometry": geometry,
        "properties": {
            "day": visit.day.to_string(),
            "user": visit.user,
            "person": visit.person,
            "customer": visit.customer,
            "customer_name": visit.customer_name,
            "territory": visit.territory,
            "check_in": moment(visit.check_in),
            "check_out": visit.check_out.map(moment),
            "minutes": visit.minutes(),
            "accuracy_m": visit.accuracy_m,
            "distance_m": visit.distance_m,
            "orders": visit.orders,
            "sold": visit.sold_text(),
            "flags": visit.flags,
        },
    })
}
