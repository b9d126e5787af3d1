//! The map of visits: `shells/map.js` draws it, this is the other end of its line.
//!
//! The visits go to the page as one run of bytes over a web socket of this machine
//! ([`crate::eye::line`]), not as parts of the screen: 20,000 of them are 420 kB. Nothing is fetched but what the
//! company names as its base map; without one the outline of the world is drawn, and a file `map.pmtiles` in
//! the data folder where there is one.

mod base;
mod words;

use crate::ask::{Asked, use_ask, use_session};
use crate::components::{Glyph, IconButton};
use crate::eye::line::{Line, Page};
use crate::tr;
use base::{Base, GroundFile};
use dioxus::prelude::*;
use satchel_app::views::TeamFilter;
use satchel_app::{Satchel, Session};
use serde_json::json;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use words::Said;

/// MapLibre GL (BSD-3-Clause) and the reader of PMTiles (BSD-3-Clause), for the page.
const LIBRARIES: [&str; 2] = [
    include_str!("../../../assets/map/maplibre-gl.js"),
    include_str!("../../../assets/map/pmtiles.js"),
];
/// The outline of the world, Natural Earth 1:110m, public domain.
const WORLD: &str = include_str!("../../../assets/map/world.json");
/// What stands before the bytes of the visits.
const VISITS: u8 = 1;
/// What stands before a piece of the base map.
const GROUND: u8 = 2;

/// A stop of the way drawn on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapStop {
    /// Number of the visit.
    pub id: i64,
    /// The how manieth it is.
    pub nth: u32,
    /// Degrees north and east.
    pub degrees: (f64, f64),
    /// Something looks wrong about it.
    pub flagged: bool,
    /// What was sold there, in hundredths of the company's currency.
    pub worth: i64,
    /// The way that leads to it, degrees north and east; empty where none was recorded.
    pub track: Vec<(f64, f64)>,
}

/// What the page is told.
enum Tell {
    Visits(Vec<u8>),
    Way(String),
    Nearer(i8),
}

/// The map. The same visits stand in a list beside it, for those who do not see it.
#[component]
pub fn TeamMap(
    /// Which visits.
    filter: ReadSignal<TeamFilter>,
    /// The way of one rep, stop by stop; empty for none.
    way: ReadSignal<Vec<MapStop>>,
    /// A visit was pressed, by its number.
    on_open: EventHandler<i64>,
) -> Element {
    const HOME: &str = "team-map";
    let session = use_session();
    let folder = use_context::<Satchel>().folder().to_owned();
    let points = use_ask(move || {
        let filter = filter();
        move |session: &Session| session.team_map(&filter)
    });
    let (tell, heard) = use_hook(|| {
        let (tell, heard) = unbounded_channel();
        (tell, std::rc::Rc::new(std::cell::RefCell::new(Some(heard))))
    });
    let nearer = tell.clone();
    let told = tell.clone();
    use_effect(move || {
        if let Asked::Ready(bytes) = points() {
            send(&told, Tell::Visits(bytes));
        }
    });
    use_effect(move || send(&tell, Tell::Way(way_words(&way.read()))));
    let label = tr!("team-map");
    use_future(move || {
        let (heard, session, folder) = (heard.clone(), session.clone(), folder.clone());
        let label = label.clone();
        async move {
            let Some(heard) = heard.borrow_mut().take() else { return };
            let ground = GroundFile::open(&folder);
            let base = Base::of(&session, ground.as_ref());
            let begin = format!(
                r#"{{"world":{WORLD},"base":{},"words":{}}}"#,
                base.to_json(),
                json!({"map": label, "currency": session.team_currency()})
            );
            match connect(HOME).await {
                Some(page) => keep(page, heard, &begin, ground, on_open).await,
                None => tracing::warn!("the map has no line to the page"),
            }
        }
    });
    let step = move |steps: i8| send(&nearer, Tell::Nearer(steps));
    let farther = step.clone();
    rsx! {
        div { class: "s-map absolute inset-0",
            div { id: HOME, class: "absolute inset-0" }
            div { class: "absolute end-2 bottom-8 z-1 grid gap-1",
                div { class: "s-float rounded-xl",
                    IconButton { glyph: Glyph::Plus, label: tr!("team-map-nearer"), on_press: move |()| step(1) }
                }
                div { class: "s-float rounded-xl",
                    IconButton { glyph: Glyph::Minus, label: tr!("team-map-farther"), on_press: move |()| farther(-1) }
                }
            }
        }
    }
}

/// A page that has gone hears nothing, and nothing is lost by it.
fn send(tell: &UnboundedSender<Tell>, what: Tell) {
    let _ = tell.send(what);
}

/// The stops as the page reads them.
fn way_words(way: &[MapStop]) -> String {
    let stops: Vec<_> = way
        .iter()
        .map(|stop| {
            // As maps have them, east first.
            let track: Vec<_> = stop.track.iter().map(|(north, east)| [east, north]).collect();
            json!({
                "track": track,
                "id": stop.id, "nth": stop.nth, "flagged": stop.flagged, "worth": stop.worth,
                "latitude": stop.degrees.0, "longitude": stop.degrees.1,
            })
        })
        .collect();
    json!({ "way": stops }).to_string()
}

async fn connect(home: &str) -> Option<Page> {
    let line = Line::open().await.inspect_err(|error| tracing::warn!(%error, "no line")).ok()?;
    document::eval(&format!("window.satchelMap.show('{home}', '{}');", line.address()));
    line.page().await.inspect_err(|error| tracing::warn!(%error, "no page")).ok()
}

/// Serves the map until the page goes.
async fn keep(
    mut page: Page,
    mut heard: UnboundedReceiver<Tell>,
    begin: &str,
    ground: Option<GroundFile>,
    on_open: EventHandler<i64>,
) {
    loop {
        let sent = tokio::select! {
            said = page.said() => match said.as_deref().map(Said::read) {
                None => return,
                Some(Some(Said::Ready { library })) => ready(&mut page, library, begin).await,
                Some(Some(Said::Open(id))) => {
                    on_open.call(id);
                    Ok(())
                }
                Some(Some(Said::Read { number, offset, length })) => {
                    let piece = match &ground {
                        Some(ground) => ground.read(offset, length).await,
                        None => Vec::new(),
                    };
                    page.send_bytes([&[GROUND][..], &number.to_le_bytes(), &piece].concat()).await
                }
                Some(None) => Ok(()),
            },
            Some(tell) = heard.recv() => match tell {
                Tell::Visits(bytes) => page.send_bytes([&[VISITS][..], &bytes].concat()).await,
                Tell::Way(words) => page.send_words(words).await,
                Tell::Nearer(steps) => page.send_words(json!({"nearer": steps}).to_string()).await,
            },
        };
        if sent.is_err() {
            return;
        }
    }
}

/// Sends what draws, where the page asks for it, and what is drawn under the visits.
async fn ready(
    page: &mut Page,
    library: bool,
    begin: &str,
) -> Result<(), crate::eye::line::LineError> {
    if library {
        for library in LIBRARIES {
            page.send_words(json!({"library": library}).to_string()).await?;
        }
    }
    page.send_words(begin.to_owned()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_is_told_stop_by_stop() {
        assert_eq!(way_words(&[]), r#"{"way":[]}"#);
        let stop = MapStop {
            id: 7,
            nth: 2,
            degrees: (41.15, -8.61),
            flagged: true,
            worth: 40_495,
            track: vec![(41.2, -8.6), (41.15, -8.61)],
        };
        let told: serde_json::Value = serde_json::from_str(&way_words(&[stop])).unwrap();
        assert_eq!(told["way"][0]["longitude"], -8.61);
        assert_eq!(
            (told["way"][0]["id"].as_i64(), told["way"][0]["nth"].as_i64()),
            (Some(7), Some(2))
        );
        assert_eq!(told["way"][0]["worth"].as_i64(), Some(40_495));
        assert_eq!(told["way"][0]["track"], json!([[-8.6, 41.2], [-8.61, 41.15]]));
    }

    #[test]
    fn the_outline_of_the_world_is_whole_and_small() {
        let world: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        let kinds: Vec<_> = world["features"]
            .as_array()
            .unwrap()
            .iter()
            .map(|feature| feature["properties"]["kind"].as_str().unwrap())
            .collect();
        assert_eq!(kinds, ["land", "border"]);
        assert!(WORLD.len() < 200_000, "{}", WORLD.len());
    }

    #[test]
    fn the_libraries_fetch_no_map_of_their_own() {
        for library in LIBRARIES {
            assert!(!library.contains("sourceMappingURL"));
            assert!(!library.contains("api.mapbox.com"));
        }
    }
}
