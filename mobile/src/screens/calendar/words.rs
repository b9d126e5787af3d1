//! What an entry is called.

use crate::format::dates;
use crate::tr;
use chrono::NaiveDate;
use satchel_app::views::AgendaRow;

/// The name of an entry: the customer's, or what it is about.
pub fn name(row: &AgendaRow) -> String {
    match (row.customer_name.is_empty(), row.subject.is_empty()) {
        (false, _) => row.customer_name.clone(),
        (true, false) => row.subject.clone(),
        (true, true) => tr!("calendar-unnamed"),
    }
}

/// What is to be known besides: what a visit is about.
pub fn about(row: &AgendaRow) -> String {
    let visit = !row.customer.is_empty();
    if visit && !row.subject.is_empty() && row.subject != row.customer_name {
        row.subject.clone()
    } else if visit {
        tr!("agenda-visit")
    } else {
        match row.category.as_str() {
            "Meeting" => tr!("agenda-meeting"),
            "Call" => tr!("agenda-call"),
            _ => String::new(),
        }
    }
}

/// When it is on a day: "09:00 to 10:30", the dates where it goes on for days.
pub fn when(row: &AgendaRow, day: NaiveDate) -> String {
    let (first, last) = row.days();
    if row.is_above_hours() || first != last {
        if first == last {
            return tr!("agenda-all-day");
        }
        let at = |date, time| match row.all_day {
            true => dates::day(date, day),
            false => format!("{} {}", dates::day(date, day), dates::time(time)),
        };
        let end = row.ends_on.map_or(row.starts_on, |end| end);
        let end = at(last, end.time());
        return tr!("calendar-between", from: at(first, row.starts_on.time()), until: end);
    }
    match row.ends_on {
        Some(end) => tr!(
            "calendar-between",
            from: dates::time(row.starts_on.time()),
            until: dates::time(end.time())
        ),
        None => dates::time(row.starts_on.time()),
    }
}

/// The whole of it, for those who listen: what is seen comes first and in its order.
pub fn spoken(row: &AgendaRow, day: NaiveDate) -> String {
    let mut parts = vec![name(row), when(row, day), about(row)];
    if row.repeats {
        parts.push(tr!("agenda-repeats"));
    }
    if row.waiting {
        parts.push(tr!("state-waiting"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}
