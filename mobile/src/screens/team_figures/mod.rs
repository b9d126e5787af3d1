//! Figures of the team: visits, coverage, strike rate, time on site; and the visits as files.

mod chart;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{off_screen, use_ask, use_session};
use crate::screens::share::{Stage, fetch};
use crate::screens::team::Looked;
use crate::screens::team::words::flag_words;
use crate::tr;
use chrono::Days;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{Break, Flag, Shared, TeamFile, TeamFilter};
use view::View;

/// Days back that can be chosen; the first is what the team screen shows.
const SPANS: [u64; 3] = [0, 7, 30];
/// Days after which a customer counts as left alone.
const ALONE: [u32; 3] = [14, 30, 60];

/// The screen.
#[component]
pub fn TeamFigures(
    /// Back to where the supervisor came from.
    on_back: EventHandler<()>,
    /// A customer, by key.
    on_customer: EventHandler<String>,
) -> Element {
    let session = use_session();
    let looked = use_context::<Looked>();
    let mut span = use_signal(|| 1_usize);
    let mut alone = use_signal(|| 1_usize);
    let asking = session.clone();
    let filter = use_memo(move || spanned(looked.asked(&asking), span()));
    let found = use_ask(move || {
        let (filter, days) = (filter(), ALONE.get(alone()).copied().unwrap_or(30));
        move |session: &Session| session.team_report(&filter, days)
    });
    let mut stage = use_signal(|| Stage::Idle);
    let on_file = move |file: TeamFile| {
        let (session, filter, sentences) = (session.clone(), filter(), Sentences::now());
        let title = format!("{} {} – {}", tr!("team-file"), filter.from, filter.until);
        stage.set(Stage::Making);
        spawn(async move {
            let shared = off_screen(move || {
                session.share_team(&filter, file, &title, |flag| sentences.of(flag))
            })
            .await;
            if let Ok(Shared::At(path)) = &shared {
                fetch(path);
            }
            stage.set(shared.map_or_else(Stage::Wrong, Stage::Done));
        });
    };
    rsx! {
        View {
            filter: filter(),
            found: found(),
            span: span(),
            alone: alone(),
            stage: stage(),
            on_span: move |chosen| span.set(chosen),
            on_alone: move |chosen| alone.set(chosen),
            on_file,
            on_customer,
            on_back,
        }
    }
}

fn spanned(mut filter: TeamFilter, span: usize) -> TeamFilter {
    match SPANS.get(span) {
        Some(days) if *days > 0 => {
            filter.from = filter.until.checked_sub_days(Days::new(days - 1)).unwrap_or(filter.from);
        }
        _ => {}
    }
    filter
}

/// Sentences of flags for another thread, which has no words: those with a figure are written there by
/// putting it in the place of a mark.
#[derive(Clone)]
struct Sentences {
    far: String,
    simulated: String,
    back: String,
    ahead: String,
    fast: String,
    chain: [String; 3],
    open: String,
}

/// Stands for the figure of a sentence.
const MARK: &str = "\u{1}";

impl Sentences {
    fn now() -> Self {
        Self {
            far: tr!("team-flag-far", distance: MARK),
            simulated: flag_words(&Flag::Simulated),
            back: tr!("team-flag-clock-back", count: 2, minutes: MARK),
            ahead: tr!("team-flag-clock-ahead", count: 2, minutes: MARK),
            fast: tr!("team-flag-fast", speed: MARK),
            chain: [Break::Changed, Break::Missing, Break::Elsewhere]
                .map(|broken| flag_words(&Flag::Chain(broken))),
            open: flag_words(&Flag::NoCheckOut),
        }
    }

    fn of(&self, flag: &Flag) -> String {
        let [changed, missing, elsewhere] = &self.chain;
        match flag {
            Flag::Far { metres } => self.far.replace(MARK, &format!("{metres} m")),
            Flag::Simulated => self.simulated.clone(),
            Flag::ClockChanged { minutes } if *minutes < 0 => {
                self.back.replace(MARK, &minutes.unsigned_abs().to_string())
            }
            Flag::ClockChanged { minutes } => self.ahead.replace(MARK, &minutes.to_string()),
            Flag::TooFast { kmh } => self.fast.replace(MARK, &kmh.to_string()),
            Flag::Chain(Break::Changed) => changed.clone(),
            Flag::Chain(Break::Missing) => missing.clone(),
            Flag::Chain(Break::Elsewhere) => elsewhere.clone(),
            Flag::NoCheckOut => self.open.clone(),
        }
    }
}
