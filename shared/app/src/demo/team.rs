//! The team of the demo company: what its reps did in the last weeks, as a supervisor's phone has it.
//!
//! The same numbers give the same visits on every machine. Most days are honest; now and then a clock is set,
//! a position made up, a record changed or left out, so that there is something to look at.

use super::pictures::files_of;
use crate::AppError;
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};
use satchel_demo::Demo;
use satchel_domain::calendar::zone::SiteZone;
use satchel_domain::capture::{CapturedAt, CapturedPosition};
use satchel_domain::ids::OrderUid;
use satchel_domain::position::Position;
use satchel_domain::visits::{Evidence, Link, Moment, TrackPoint, fields, seal, track_text};
use satchel_store::{MasterDocument, TEAM_ORDER, TEAM_VISIT};
use serde_json::{Value, json};

/// Visits of a rep on a working day.
const A_DAY: usize = 8;
/// What the reps are called, and the town their user ids are from.
const NAMES: [&str; 10] = [
    "Inês Prata",
    "Tomás Brandão",
    "Lia Serrão",
    "Rui Falcão",
    "Marta Quintela",
    "Hugo Vilar",
    "Sara Moura",
    "Nuno Azevedo",
    "Clara Reis",
    "André Pinto",
];
/// Ten-millionths of a degree north that are a metre.
const METRE_E7: i32 = 90;

/// A customer of the company.
struct Door {
    name: String,
    north_e7: i32,
    east_e7: i32,
}

/// SplitMix64 (Steele, Lea and Flood 2014): a number for each place in a row.
pub(super) fn draw(seed: usize, below: usize) -> usize {
    let mut z = u64::try_from(seed).unwrap_or_default().wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((z ^ (z >> 31)) >> 33).unwrap_or_default() % below.max(1)
}

/// `visits` visits of `reps` reps (at most ten) up to the day before `today` and this morning, with the orders
/// taken there and who the reps are.
///
/// # Errors
/// [`AppError::Unreadable`] where the demo company has no customers with a place.
pub fn demo_team(
    demo: &Demo,
    today: NaiveDate,
    reps: usize,
    visits: usize,
) -> Result<Vec<MasterDocument>, AppError> {
    let doors = doors(demo);
    if doors.is_empty() {
        return Err(AppError::Unreadable { what: "demo customers" });
    }
    let reps = reps.clamp(1, NAMES.len());
    let days = working_days(today, visits.div_ceil(reps * A_DAY));
    let mut documents = Vec::new();
    let mut made = 0;
    for (rep, name) in NAMES.iter().enumerate().take(reps) {
        let mut road = Road { rep, user: user_of(name), last: None, from: None };
        documents.push(employee(name, &road.user));
        for (nth, day) in days.iter().enumerate() {
            for visit in 0..A_DAY {
                if made >= visits * (rep + 1) / reps {
                    break;
                }
                made += 1;
                // This morning is not over: the last ones are still to be made.
                if *day == today && visit >= A_DAY / 2 {
                    continue;
                }
                let seed = (rep * 100_000 + nth) * A_DAY + visit;
                let door = doors.get(draw(seed, doors.len()));
                documents
                    .extend(door.into_iter().flat_map(|door| road.stop(door, *day, visit, seed)));
            }
        }
    }
    Ok(documents)
}

/// The last working days, the first of them first.
fn working_days(today: NaiveDate, count: usize) -> Vec<NaiveDate> {
    let back = (0..).map_while(|days| today.checked_sub_days(Days::new(days)));
    let working = back.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
    let mut days: Vec<NaiveDate> = working.take(count).collect();
    days.reverse();
    days
}

fn user_of(name: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'ê' | 'é' => 'e',
            'á' | 'ã' | 'â' => 'a',
            ' ' => '.',
            c => c,
        })
        .collect();
    format!("{plain}@mar-e-serra.example")
}

fn employee(name: &str, user: &str) -> MasterDocument {
    let document = json!({
        "name": format!("HR-EMP-{user}"), "employee_name": name, "user_id": user, "status": "Active",
    });
    MasterDocument::from_value("Employee", &document)
}

fn doors(demo: &Demo) -> Vec<Door> {
    let addresses = demo.masters.iter().filter(|(doctype, _)| doctype == "Address");
    let door = |address: &Value| {
        let e7 = |field: &str| {
            let degrees = address.get(field).and_then(Value::as_f64)?;
            Some((degrees * 1e7).round() as i32)
        };
        let link = address.pointer("/links/0/link_name").and_then(Value::as_str)?;
        Some(Door {
            name: link.to_owned(),
            north_e7: e7("satchel_latitude")?,
            east_e7: e7("satchel_longitude")?,
        })
    };
    addresses.filter_map(|(_, address)| door(address)).collect()
}

/// A rep on the road: the phone seals what is done in one chain.
struct Road {
    rep: usize,
    user: String,
    last: Option<Link>,
    /// The day and place of the visit before.
    from: Option<(NaiveDate, CapturedPosition)>,
}

impl Road {
    /// A visit and, more often than not, an order.
    fn stop(
        &mut self,
        door: &Door,
        day: NaiveDate,
        nth: usize,
        seed: usize,
    ) -> Vec<MasterDocument> {
        let begins = day.and_hms_opt(8, 10, 0).unwrap_or_default();
        let minutes = nth * 55 + draw(seed + 1, 20);
        let came = begins + TimeDelta::minutes(i64::try_from(minutes).unwrap_or_default());
        let came = zone().map_or_else(|| came.and_utc(), |zone| zone.to_utc(came));
        let stayed = i64::try_from(12 + draw(seed + 2, 30)).unwrap_or_default();
        let left = came + TimeDelta::minutes(stayed);
        let far = if seed.is_multiple_of(37) { 900 } else { 0 };
        let metres = far + i32::try_from(draw(seed + 3, 60)).unwrap_or_default();
        let position = CapturedPosition {
            latitude_e7: door.north_e7 + metres * METRE_E7,
            longitude_e7: door.east_e7
                + i32::try_from(draw(seed + 4, 60)).unwrap_or_default() * METRE_E7,
            accuracy_m: u32::try_from(5 + draw(seed + 5, 15)).unwrap_or_default(),
            age_s: 0,
            simulated: Some(seed.is_multiple_of(83)),
        };
        let name = uid(came, self.rep, seed);
        let mut visit = json!({
            "name": name, "satchel_uid": name, "owner": self.user, "customer": door.name,
            "modified": format!("{}.000000", site_time(left)),
        });
        if let Some(fields) = visit.as_object_mut()
            && let Some((_, from)) = self.from.filter(|(on, _)| *on == day)
        {
            fields.insert("track".into(), json!(way(from, position, seed)));
        }
        self.from = Some((day, position));
        let set_back =
            if seed.is_multiple_of(131) { TimeDelta::minutes(14) } else { TimeDelta::zero() };
        let arriving = self.captured(came, came - set_back, Some(position));
        let told = Told { visit: &name, door, metres };
        self.seal(&mut visit, told.evidence(Moment::CheckIn, arriving));
        if !seed.is_multiple_of(61) {
            let leaving = self.captured(left, left, Some(position));
            self.seal(&mut visit, told.evidence(Moment::CheckOut, leaving));
        }
        if seed.is_multiple_of(211)
            && let Some(fields) = visit.as_object_mut()
        {
            // Somebody at the office made it look nearer.
            fields.insert("distance_m".into(), json!(4));
        }
        let mut documents = Vec::new();
        if !seed.is_multiple_of(307) {
            documents.push(MasterDocument::from_value(TEAM_VISIT, &visit));
            documents.extend(files_of(&name, seed));
        }
        if draw(seed + 6, 100) < 62 {
            documents.push(self.order(door, &name, came + TimeDelta::minutes(5), seed));
        }
        documents
    }

    /// A moment as the phone shows it; `real` is when it was.
    fn captured(
        &self,
        real: DateTime<Utc>,
        shown: DateTime<Utc>,
        position: Option<CapturedPosition>,
    ) -> CapturedAt {
        let offset = zone().map_or(0, |zone| {
            zone.from_utc(shown).signed_duration_since(shown.naive_utc()).num_minutes()
        });
        CapturedAt {
            utc: shown,
            offset_minutes: i32::try_from(offset).unwrap_or_default(),
            monotonic_ms: u64::try_from(real.timestamp_millis()).unwrap_or_default(),
            boot_id: format!("boot-{}", self.rep),
            position,
            later: None,
            no_position: String::new(),
            server: None,
        }
    }

    /// Seals an end of a visit and writes it into its document.
    fn seal(&mut self, visit: &mut Value, evidence: Evidence) {
        let evidence = Evidence { device: format!("DEMO{}", self.rep), ..evidence };
        let Some(link) = seal(self.last.as_ref(), evidence) else { return };
        if let (Some(document), Some(told)) = (visit.as_object_mut(), link.read()) {
            document.extend(fields(&told, &link));
        }
        self.last = Some(link);
    }

    fn order(&self, door: &Door, visit: &str, at: DateTime<Utc>, seed: usize) -> MasterDocument {
        let cents = 1_500 + draw(seed + 7, 60_000);
        let day = site_time(at);
        let order = json!({
            "name": format!("SAL-ORD-DEMO-{seed:07}"),
            "owner": self.user,
            "customer": door.name,
            "customer_name": door.name,
            "transaction_date": day.split(' ').next(),
            "satchel_captured_at": day,
            "satchel_receipt_no": format!("DEMO{}-{:05}", self.rep, seed % 100_000),
            "satchel_visit": visit,
            "status": "To Deliver and Bill",
            "docstatus": 1,
            "currency": "EUR",
            "grand_total": cents as f64 / 100.0,
            "base_grand_total": cents as f64 / 100.0,
            "modified": format!("{day}.000000"),
        });
        MasterDocument::from_value(TEAM_ORDER, &order)
    }
}

/// What an end of a visit is about.
struct Told<'a> {
    visit: &'a str,
    door: &'a Door,
    metres: i32,
}

impl Told<'_> {
    fn evidence(&self, moment: Moment, captured: CapturedAt) -> Evidence {
        Evidence {
            format: 1,
            device: String::new(),
            number: 0,
            previous: String::new(),
            visit: self.visit.to_owned(),
            moment,
            customer: format!("server:{}", self.door.name),
            event: String::new(),
            site_time: site_time(captured.utc),
            captured,
            distance_m: u32::try_from(self.metres).ok(),
            note: String::new(),
            better: None,
        }
    }
}

/// The way a rep went between two doors: along the streets of a grid, one corner after the other.
fn way(from: CapturedPosition, to: CapturedPosition, seed: usize) -> String {
    const CORNERS: i32 = 5;
    let step = |nth: i32, from: i32, to: i32| {
        let part = i64::from(to - from) * i64::from(nth) / i64::from(CORNERS);
        f64::from(from.saturating_add(i32::try_from(part).unwrap_or_default())) / 1e7
    };
    let north = |nth| step(nth, from.latitude_e7, to.latitude_e7);
    let east = |nth| step(nth, from.longitude_e7, to.longitude_e7);
    let mut places = vec![(north(0), east(0))];
    for nth in 1..=CORNERS {
        let turn = match seed.is_multiple_of(2) {
            true => (north(nth), east(nth - 1)),
            false => (north(nth - 1), east(nth)),
        };
        places.extend([turn, (north(nth), east(nth))]);
    }
    let point =
        |(north, east)| Some(TrackPoint { place: Position::new(north, east).ok()?, at_ms: 0 });
    track_text(&places.into_iter().filter_map(point).collect::<Vec<_>>())
}

fn zone() -> Option<SiteZone> {
    SiteZone::named("Europe/Lisbon").ok()
}

fn site_time(at: DateTime<Utc>) -> String {
    zone()
        .map_or_else(|| at.naive_utc(), |zone| zone.from_utc(at))
        .format("%Y-%m-%d %H:%M:%S")
        .to_string()
}

fn uid(at: DateTime<Utc>, rep: usize, seed: usize) -> String {
    let ms = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    let mut tail = [0; 10];
    for (place, byte) in
        (u64::try_from(seed * 16 + rep).unwrap_or_default()).to_be_bytes().iter().enumerate()
    {
        if let Some(slot) = tail.get_mut(place + 2) {
            *slot = *byte;
        }
    }
    OrderUid::from_parts(ms, tail).to_string()
}
