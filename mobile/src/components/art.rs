//! Drawn items, for those without a picture: a shape in the colours of a palette.
//!
//! The key of a drawing is a shape, or a shape and a hue: `bottle-still`, `jar/red`.

use dioxus::prelude::*;

/// The outline of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A bottle with a wave on its label.
    BottleStill,
    /// A bottle with bubbles on its label.
    BottleBubbles,
    /// A slender bottle with a leaf: oil, vinegar, wine.
    BottleSlim,
    /// A can with a slice of fruit.
    Can,
    /// A can with a stripe.
    CanStripe,
    /// A carton with a fruit.
    Carton,
    /// A carton with a wave: milk, cream.
    CartonWave,
    /// A bag with a label: coffee, tea.
    Bag,
    /// A sack: rice, flour, sugar.
    Sack,
    /// A bag with zigzag ends: crisps, nuts.
    Crisps,
    /// A flat pack: biscuits, chocolate.
    Pack,
    /// A jar with a lid.
    Jar,
    /// A bottle with a pump: soap, shampoo.
    Pump,
    /// A low tin: fish, vegetables.
    Tin,
    /// A box.
    Parcel,
    /// A roll: paper, foil.
    Roll,
}

const SHAPES: [(&str, Shape, &str); 16] = [
    ("bottle-still", Shape::BottleStill, "blue"),
    ("bottle-bubbles", Shape::BottleBubbles, "teal"),
    ("bottle-slim", Shape::BottleSlim, "olive"),
    ("can", Shape::Can, "lime"),
    ("can-stripe", Shape::CanStripe, "red"),
    ("carton", Shape::Carton, "orange"),
    ("carton-wave", Shape::CartonWave, "grey"),
    ("bag", Shape::Bag, "brown"),
    ("sack", Shape::Sack, "sand"),
    ("crisps", Shape::Crisps, "red"),
    ("pack", Shape::Pack, "ocean"),
    ("jar", Shape::Jar, "amber"),
    ("pump", Shape::Pump, "slate"),
    ("tin", Shape::Tin, "ocean"),
    ("box", Shape::Parcel, "sand"),
    ("roll", Shape::Roll, "grey"),
];

/// The colours of a drawing. They are its own in both themes: a lemon stays yellow at night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Palette {
    body: &'static str,
    dark: &'static str,
    pale: &'static str,
    mark: &'static str,
}

const fn palette(
    body: &'static str,
    dark: &'static str,
    pale: &'static str,
    mark: &'static str,
) -> Palette {
    Palette { body, dark, pale, mark }
}

const HUES: [(&str, Palette); 14] = [
    ("blue", palette("#9cc7de", "#2f7fa6", "#f4fafc", "#2f7fa6")),
    ("teal", palette("#86bfae", "#23705c", "#f1f8f5", "#23705c")),
    ("lime", palette("#c9cf6a", "#8d9436", "#f7f7e4", "#dcc53c")),
    ("red", palette("#c8503f", "#8d3b34", "#f8e6d8", "#dda63c")),
    ("orange", palette("#eda24f", "#c9762b", "#fdf3e4", "#eda24f")),
    ("brown", palette("#5e4335", "#7a5a48", "#efe4d8", "#8a6a55")),
    ("olive", palette("#56653a", "#32391f", "#f2efdc", "#7f8f4a")),
    ("sand", palette("#d9ceb2", "#a4552f", "#f6efdc", "#a4552f")),
    ("ocean", palette("#3f6f86", "#2f5568", "#e8eef1", "#e2b877")),
    ("amber", palette("#d99a34", "#7c5a2b", "#fbf2df", "#d99a34")),
    ("grey", palette("#e7edf0", "#b7c4cc", "#f8fafb", "#5a8fae")),
    ("slate", palette("#8fa6c4", "#5d6c77", "#f2f5f9", "#5d6c77")),
    ("pink", palette("#dd9bab", "#a5566b", "#fbf0f2", "#a5566b")),
    ("violet", palette("#9a86b8", "#5f4a80", "#f4f1f8", "#5f4a80")),
];

/// A shape in its colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    shape: Shape,
    palette: Palette,
}

impl Drawing {
    /// The drawing of a key; `None` for a key no drawing has. An unknown hue gives the shape in
    /// its own colours.
    pub fn of_key(key: &str) -> Option<Self> {
        let (name, hue) = key.split_once('/').unwrap_or((key, ""));
        let (_, shape, own) = SHAPES.iter().find(|(known, ..)| *known == name)?;
        let find = |hue: &str| HUES.iter().find(|(known, _)| *known == hue).map(|(_, p)| *p);
        Some(Self { shape: *shape, palette: find(hue).or_else(|| find(own))? })
    }

    /// The keys of all shapes, each in its own colours.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        SHAPES.iter().map(|(name, ..)| *name)
    }

    /// The hues a key may add.
    pub fn hues() -> impl Iterator<Item = &'static str> {
        HUES.iter().map(|(name, _)| *name)
    }
}

/// Draws it, 44 by 44.
#[component]
pub fn Art(drawing: Drawing) -> Element {
    let Palette { body, dark, pale, mark } = drawing.palette;
    rsx! {
        svg { class: "art", view_box: "0 0 44 44", "aria-hidden": "true",
            match drawing.shape {
                Shape::BottleStill => rsx! {
                    Bottle { palette: drawing.palette }
                    path { d: "M17 28.500c1.500-1.500 3 1 5 0s3-1 4 0", stroke: mark, stroke_width: "1.400", fill: "none" }
                },
                Shape::BottleBubbles => rsx! {
                    Bottle { palette: drawing.palette }
                    g { fill: mark,
                        circle { cx: "19.500", cy: "28.500", r: "1.300" }
                        circle { cx: "24.200", cy: "26.200", r: "1" }
                        circle { cx: "23.600", cy: "30", r: ".8" }
                    }
                },
                Shape::BottleSlim => rsx! {
                    path { d: "M19 9h6v6c0 1.500 4.500 3 4.500 7v13a3 3 0 0 1-3 3h-9a3 3 0 0 1-3-3V22c0-4 4.500-5.500 4.500-7z", fill: body }
                    rect { x: "18.500", y: "4.500", width: "7", height: "5", rx: "1.300", fill: dark }
                    rect { x: "14.500", y: "23", width: "15", height: "9.500", fill: pale }
                    path { d: "M18 29.500c1-4 5-5 8-4-1 3.500-4.500 5-8 4z", fill: mark }
                },
                Shape::Can => rsx! {
                    CanBody { body }
                    rect { x: "13", y: "15", width: "18", height: "14", fill: pale }
                    circle { cx: "22", cy: "22", r: "4.600", fill: mark }
                    path { d: "M22 18v8M18 22h8", stroke: pale, stroke_width: "1" }
                },
                Shape::CanStripe => rsx! {
                    CanBody { body }
                    path { d: "M13 26c6-6 12 2 18-5v7c-6 6-12-1-18 4z", fill: pale }
                },
                Shape::Carton => rsx! {
                    CartonBody { palette: drawing.palette }
                    circle { cx: "22", cy: "27", r: "5.500", fill: pale }
                    path { d: "M22 22.500v9M18.100 24.700l7.800 4.600M25.900 24.700l-7.800 4.600", stroke: mark, stroke_width: "1.200" }
                },
                Shape::CartonWave => rsx! {
                    CartonBody { palette: drawing.palette }
                    path { d: "M13 30c5-5 10 2 18-4v10.500c0 .8-.7 1.500-1.500 1.500h-15c-.8 0-1.500-.7-1.500-1.500z", fill: mark }
                },
                Shape::Bag => rsx! {
                    path { d: "M13 9h18l1.500 26a3 3 0 0 1-3 3h-15a3 3 0 0 1-3-3z", fill: body }
                    rect { x: "12", y: "6", width: "20", height: "4.500", rx: "1.500", fill: dark }
                    rect { x: "15", y: "18", width: "14", height: "13", rx: "1.500", fill: pale }
                    path { d: "M22 20.500c3 1.500 3 6.500 0 8.500-3-2-3-7 0-8.500zm0 0c-1.400 3 1.400 5 0 8.500", fill: mark, stroke: pale, stroke_width: ".9" }
                },
                Shape::Sack => rsx! {
                    path { d: "M12 8.500c6 1.500 14 1.500 20 0-1 4-1 5 0 9v11c-.8 3-.8 5 0 8.500-6-1.500-14-1.500-20 0 .8-3.500.8-5.500 0-8.500v-11c1-4 1-5 0-9z", fill: body }
                    rect { x: "15.500", y: "16.500", width: "13", height: "12.500", rx: "1.500", fill: mark }
                    g { fill: pale,
                        ellipse { cx: "20", cy: "22", rx: "1", ry: "2", transform: "rotate(-25 20 22)" }
                        ellipse { cx: "24", cy: "21", rx: "1", ry: "2", transform: "rotate(20 24 21)" }
                        ellipse { cx: "22.500", cy: "25", rx: "1", ry: "2", transform: "rotate(70 22.500 25)" }
                    }
                },
                Shape::Crisps => rsx! {
                    path { d: "M12 8l2 1.300L16 8l2 1.300L20 8l2 1.300L24 8l2 1.300L28 8l2 1.300L32 8l-1 7v14l1 7-2-1.300L28 36l-2-1.300L24 36l-2-1.300L20 36l-2-1.300L16 36l-2-1.300L12 36l1-7V15z", fill: body }
                    ellipse { cx: "22", cy: "22", rx: "7", ry: "6", fill: pale }
                    path { d: "M17.500 22.500c2-3 7-3.500 9-.5-2.500 2.500-6.500 3-9 .5z", fill: mark }
                },
                Shape::Pack => rsx! {
                    rect { x: "6.500", y: "14", width: "31", height: "17", rx: "3", fill: body }
                    path { d: "M6.500 17h3v11h-3zM34.500 17h3v11h-3z", fill: dark }
                    circle { cx: "22", cy: "22.500", r: "6", fill: mark }
                    g { fill: pale,
                        circle { cx: "20", cy: "21", r: "1" }
                        circle { cx: "24", cy: "22", r: "1" }
                        circle { cx: "21.500", cy: "25", r: "1" }
                    }
                },
                Shape::Jar => rsx! {
                    rect { x: "14", y: "6.500", width: "16", height: "6", rx: "1.800", fill: dark }
                    path { d: "M15 12.500h14c2 1.500 3 3 3 6V33a4 4 0 0 1-4 4H16a4 4 0 0 1-4-4V18.500c0-3 1-4.500 3-6z", fill: body }
                    rect { x: "12", y: "20", width: "20", height: "10", fill: pale }
                    path { d: "M22 21.800l3 1.700v3.400l-3 1.700-3-1.700v-3.400z", fill: mark }
                },
                Shape::Pump => rsx! {
                    path { d: "M20 7h6.500c2 0 3 .7 3.500 2.500l-4-.3H24v4h-4z", fill: dark }
                    rect { x: "15", y: "12.500", width: "14", height: "4", rx: "1.500", fill: dark }
                    rect { x: "13", y: "16", width: "18", height: "22", rx: "4", fill: body }
                    rect { x: "16", y: "21.500", width: "12", height: "10", rx: "1.500", fill: pale }
                },
                Shape::Tin => rsx! {
                    path { d: "M8 16v14c0 3 6 5 14 5s14-2 14-5V16z", fill: body }
                    ellipse { cx: "22", cy: "16", rx: "14", ry: "5", fill: "#c3cbc7" }
                    ellipse { cx: "22", cy: "16", rx: "11", ry: "3.600", fill: "#a9b2ad" }
                    path { d: "M8 22c0 3 6 5 14 5s14-2 14-5v5c0 3-6 5-14 5S8 30 8 27z", fill: mark }
                },
                Shape::Parcel => rsx! {
                    path { d: "M22 7l14 6v18l-14 6-14-6V13z", fill: body }
                    path { d: "M22 19l14-6v18l-14 6z", fill: dark, opacity: ".28" }
                    path { d: "M15 10l14 6v6l-3-1.300V17.300L12 11.300z", fill: pale }
                },
                Shape::Roll => rsx! {
                    rect { x: "12", y: "9", width: "20", height: "27", fill: body }
                    ellipse { cx: "22", cy: "36", rx: "10", ry: "3.600", fill: body }
                    ellipse { cx: "22", cy: "9.500", rx: "10", ry: "3.800", fill: pale }
                    ellipse { cx: "22", cy: "9.500", rx: "3.500", ry: "1.400", fill: mark }
                    path { d: "M32 14v20M12 22h20", stroke: dark, stroke_width: "1", stroke_dasharray: "2 2" }
                },
            }
        }
    }
}

#[component]
fn Bottle(palette: Palette) -> Element {
    rsx! {
        g { transform: "translate(11 4)",
            path { d: "M7 5h8v4.2l2.6 4.1c.9 1.4 1.4 3 1.4 4.7V33a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V18c0-1.7.5-3.300 1.400-4.700L7 9.200z", fill: palette.body }
            rect { x: "7", y: "1", width: "8", height: "4.600", rx: "1.300", fill: palette.dark }
            rect { x: "3", y: "19", width: "16", height: "9", fill: palette.pale }
        }
    }
}

#[component]
fn CanBody(body: &'static str) -> Element {
    rsx! {
        path { d: "M13 11c0-2 1.500-3.500 3.500-3.500h11c2 0 3.500 1.500 3.500 3.500v23c0 2-1.500 3.500-3.500 3.500h-11c-2 0-3.500-1.500-3.500-3.500z", fill: body }
        rect { x: "14.500", y: "5.500", width: "15", height: "3", rx: "1.500", fill: "#a9b2ad" }
    }
}

#[component]
fn CartonBody(palette: Palette) -> Element {
    rsx! {
        path { d: "M13 16l5-7h8l5 7z", fill: palette.dark }
        rect { x: "17.500", y: "5.500", width: "9", height: "4.500", rx: "1", fill: palette.mark }
        rect { x: "13", y: "16", width: "18", height: "22", rx: "1.500", fill: palette.body }
    }
}

#[cfg(test)]
mod key_tests {
    use super::*;

    #[test]
    fn every_shape_has_its_own_colours_and_takes_every_hue() {
        for key in Drawing::keys() {
            let own = Drawing::of_key(key).unwrap();
            for hue in Drawing::hues() {
                let tinted = Drawing::of_key(&format!("{key}/{hue}")).unwrap();
                assert_eq!(tinted.shape, own.shape);
            }
            assert_eq!(Drawing::of_key(&format!("{key}/mauve")), Some(own));
        }
    }

    #[test]
    fn an_unknown_key_draws_nothing() {
        assert_eq!(Drawing::of_key(""), None);
        assert_eq!(Drawing::of_key("spaceship/red"), None);
    }
}
