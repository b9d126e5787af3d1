//! The lines of the list below the map.

use chrono::NaiveDate;
use satchel_app::views::{TeamDayView, TeamFilter, TeamMoment, TeamRepView};

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// A rep of several.
    Rep(TeamRepView),
    /// Where the one rep was first and last.
    Ends(TeamRepView),
    /// A day of several.
    Day(NaiveDate),
    /// What the one rep did.
    Moment(TeamMoment),
}

/// The reps, or what the one rep did who is asked for.
pub fn lines(filter: &TeamFilter, day: &TeamDayView) -> Vec<Line> {
    let [user] = filter.users.as_slice() else {
        return day.reps.iter().cloned().map(Line::Rep).collect();
    };
    let Some(rep) = day.reps.iter().find(|rep| rep.user == *user) else { return Vec::new() };
    let mut lines = vec![Line::Ends(rep.clone())];
    let mut last = None;
    for moment in &rep.moments {
        let on = date(moment);
        if filter.from != filter.until && on.is_some() && on != last {
            lines.extend(on.map(Line::Day));
            last = on;
        }
        lines.push(Line::Moment(moment.clone()));
    }
    lines
}

fn date(moment: &TeamMoment) -> Option<NaiveDate> {
    match moment {
        TeamMoment::Visit(visit) => Some(visit.from.date_naive()),
        TeamMoment::Order(order) => order.at.map(|at| at.date_naive()),
        TeamMoment::Task(task) => task.at.map(|at| at.date_naive()),
    }
}

/// How tall a line is, in rem.
pub fn height(line: &Line) -> f64 {
    match line {
        Line::Rep(rep) => 4.0 + if rep.flagged > 0 { 1.25 } else { 0.0 },
        Line::Ends(rep) if rep.first.is_none() => 0.0,
        Line::Ends(_) => 3.5,
        Line::Day(_) => 3.0,
        Line::Moment(TeamMoment::Visit(visit)) => 4.0 + 1.25 * visit.flags.len() as f64,
        Line::Moment(TeamMoment::Order(_) | TeamMoment::Task(_)) => 4.0,
    }
}
