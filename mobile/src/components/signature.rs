//! Signing with a finger.

use crate::tr;
use dioxus::prelude::*;
use std::fmt::Write;

/// A line drawn without lifting the finger: points in pixels of the pad.
pub type Stroke = Vec<(f64, f64)>;

/// Points a signature keeps at most; a real one has a few hundred.
const MOST_POINTS: usize = 6_000;
/// Points nearer than this to the last one add nothing, in pixels.
const NEAREST: f64 = 1.5;

/// The strokes as an SVG path, to a tenth of a pixel.
pub fn path(strokes: &[Stroke]) -> String {
    let mut path = String::new();
    for stroke in strokes {
        for (place, (x, y)) in stroke.iter().enumerate() {
            let letter = if place == 0 { 'M' } else { 'L' };
            // Writing to a String cannot fail.
            let _ = write!(path, "{letter}{x:.1} {y:.1}");
        }
        if let [(x, y)] = stroke.as_slice() {
            let _ = write!(path, "L{x:.1} {y:.1}");
        }
    }
    path
}

fn add(strokes: &mut [Stroke], point: (f64, f64)) {
    let points: usize = strokes.iter().map(Vec::len).sum();
    let Some(stroke) = strokes.last_mut() else { return };
    let far =
        stroke.last().is_none_or(|last| (last.0 - point.0).hypot(last.1 - point.1) >= NEAREST);
    if far && points < MOST_POINTS {
        stroke.push(point);
    }
}

/// The pad. Optional wherever it stands: an order is placed without it too.
#[component]
pub fn SignaturePad(
    /// Who signs, written under the line.
    #[props(default)]
    signer: String,
    /// The path after each stroke, empty when cleared. Pixels of the pad.
    on_sign: EventHandler<String>,
) -> Element {
    let mut strokes = use_signal(Vec::<Stroke>::new);
    let mut drawing = use_signal(|| false);
    let place = |event: &Event<PointerData>| {
        let at = event.element_coordinates();
        (at.x, at.y)
    };
    let mut lift = move || {
        if drawing() {
            drawing.set(false);
            on_sign.call(path(&strokes.peek()));
        }
    };
    rsx! {
        section { "aria-label": tr!("signature-name"),
            div { class: "flex items-center justify-between",
                h2 { class: "s-meta font-semibold!", {tr!("signature-name")} " "
                    span { class: "font-normal", {tr!("signature-optional")} }
                }
                button {
                    class: "s-btn is-text text-[.8125rem]! -me-3 -my-2",
                    r#type: "button",
                    disabled: strokes.read().is_empty(),
                    onclick: move |_| {
                        strokes.write().clear();
                        on_sign.call(String::new());
                    },
                    {tr!("part-clear")}
                }
            }
            div {
                class: "s-sign",
                role: "img",
                "aria-label": if strokes.read().is_empty() { tr!("signature-empty") } else { tr!("signature-there") },
                onpointerdown: move |event| {
                    strokes.write().push(vec![place(&event)]);
                    drawing.set(true);
                },
                onpointermove: move |event| {
                    if drawing() {
                        add(&mut strokes.write(), place(&event));
                    }
                },
                onpointerup: move |_| lift(),
                onpointerleave: move |_| lift(),
                onpointercancel: move |_| lift(),
                svg { path { d: path(&strokes.read()) } }
                span { class: "s-sign-line" }
                span { class: "s-sign-who s-cap", "{signer}" }
            }
        }
    }
}

/// A signature that was given.
#[component]
pub fn SignatureView(
    /// The path, as the pad gave it.
    signature: String,
    /// What it is, for those who listen: "Signature of M. Quintal".
    name: String,
) -> Element {
    let (width, height) = reach(&signature);
    rsx! {
        div { class: "s-sign is-read", role: "img", "aria-label": "{name}",
            svg { view_box: "0 0 {width} {height}", path { d: signature } }
        }
    }
}

/// How far a path reaches to the right and down, with room for the pen.
fn reach(path: &str) -> (f64, f64) {
    let mut reach = (1.0_f64, 1.0_f64);
    for point in path.split(['M', 'L']).filter(|point| !point.is_empty()) {
        let mut numbers = point.split_whitespace().filter_map(|number| number.parse::<f64>().ok());
        if let (Some(x), Some(y)) = (numbers.next(), numbers.next()) {
            reach = (reach.0.max(x + 4.0), reach.1.max(y + 4.0));
        }
    }
    reach
}

#[cfg(test)]
mod stroke_tests {
    use super::*;

    #[test]
    fn strokes_become_a_path_and_a_dot_stays_a_dot() {
        let strokes = vec![vec![(1.0, 2.0), (3.25, 4.0)], vec![(9.0, 9.0)]];
        assert_eq!(path(&strokes), "M1.0 2.0L3.2 4.0M9.0 9.0L9.0 9.0");
        assert_eq!(reach(&path(&strokes)), (13.0, 13.0));
    }

    #[test]
    fn a_trembling_finger_adds_no_points_and_a_long_one_ends() {
        let mut strokes = vec![vec![(0.0, 0.0)]];
        add(&mut strokes, (0.5, 0.5));
        assert_eq!(strokes[0].len(), 1);
        for n in 0..MOST_POINTS * 2 {
            add(&mut strokes, (n as f64 * 2.0, 0.0));
        }
        assert_eq!(strokes[0].len(), MOST_POINTS);
        add(&mut [], (1.0, 1.0));
    }

    #[test]
    fn a_broken_path_reaches_nowhere() {
        assert_eq!(reach("Mx yLz"), (1.0, 1.0));
    }
}
