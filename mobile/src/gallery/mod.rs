//! Every part in every state: a page for whoever builds the screens (`satchel --gallery`).
//!
//! Its sample texts are not translated: no rep ever sees them.

mod lines;
mod questions;
mod sheets;

use crate::components::*;
use crate::format::{distance, money, percent, quantity};
use crate::i18n::{Language, Words};
use crate::look::Look;
use crate::options::Theme;
use dioxus::prelude::*;
use lines::{ItemTiles, LongList, OrderLines};
use questions::Questions;
use rust_decimal::Decimal;
use sheets::{Open, Sheets};

/// The page.
#[component]
pub fn Gallery() -> Element {
    let mut open = use_signal(|| Open::Nothing);
    let mut long = use_signal(|| false);
    if long() {
        return rsx! { LongList { on_back: move |()| long.set(false) } };
    }
    rsx! {
        Screen {
            Head { title: "Parts", sub: rsx! { "Every part, in every state" },
                IconButton { glyph: Glyph::Keyboard, label: "Keypad", on_press: move |()| open.set(Open::Keypad) }
                IconButton { glyph: Glyph::Info, label: "Reasons", on_press: move |()| open.set(Open::Why) }
            }
            Body {
                Looks {}
                Figures {}
                States {}
                OrderLines { on_keypad: move |()| open.set(Open::Keypad), on_why: move |()| open.set(Open::Why) }
                Pressables { on_long: move |()| long.set(true) }
                Fields {}
                ItemTiles {}
                Others {}
                Questions {}
            }
            Base {
                Strip {
                    kind: StripKind::Waiting,
                    text: "Waiting for signal · 3 orders safe on this phone",
                    on_open: |()| {},
                }
                Dock { here: Place::Today, needs_hand: 1, on_go: |_| {} }
            }
            Sheets { open: open(), on_close: move |()| open.set(Open::Nothing) }
        }
    }
}

#[component]
fn Looks() -> Element {
    let mut look = use_context::<Look>();
    let mut words = use_context::<Words>();
    let at = Language::ALL.iter().position(|l| *l == words.language()).unwrap_or_default();
    let themes = [Theme::System, Theme::Light, Theme::Dark];
    let theme = themes.iter().position(|t| *t == (look.theme)()).unwrap_or_default();
    let sizes = [100, 115, 130, 150];
    let size = sizes.iter().position(|s| *s == (look.text_size)()).unwrap_or_default();
    rsx! {
        Section { title: "Language, theme, text" }
        div { class: "s-pad grid gap-2",
            Segmented {
                name: "Language",
                choices: Language::ALL.iter().map(|l| l.tag().to_owned()).collect::<Vec<_>>(),
                at,
                on_pick: move |at: usize| words.set_language(Language::ALL.get(at).copied().unwrap_or_default()),
            }
            Segmented {
                name: "Theme",
                choices: themes.iter().map(|t| t.word().to_owned()).collect::<Vec<_>>(),
                at: theme,
                on_pick: move |at: usize| look.theme.set(themes.get(at).copied().unwrap_or_default()),
            }
            Segmented {
                name: "Text size",
                choices: sizes.iter().map(|s| format!("{s} %")).collect::<Vec<_>>(),
                at: size,
                on_pick: move |at: usize| look.text_size.set(sizes.get(at).copied().unwrap_or(100)),
            }
        }
    }
}

#[component]
fn Figures() -> Element {
    let value = Decimal::new(128_450, 2);
    rsx! {
        Section { title: "Type and figures" }
        div { class: "s-pad grid gap-2",
            p { class: "s-figure", bdi { {money(value, "EUR")} } }
            p { class: "s-title", "Title 22/28, ação, señor" }
            p { class: "s-lead", "Head 17/22" }
            p { class: "s-name", "Name 15/20, 0Oo Il1 " span { class: "s-code", "VAN3-00042" } }
            p { class: "s-meta",
                "Meta 13/18 · " {percent(Decimal::from(10))} " · " {distance(1_240)} " · " {distance(604)} " · "
                {quantity(Decimal::new(12_500, 3))}
            }
            p { class: "s-cap", "Caption 12/16, the smallest there is" }
        }
    }
}

#[component]
fn States() -> Element {
    let states = [
        ("Draft", Glyph::PencilLine, Tone::Quiet),
        ("Waiting", Glyph::Clock, Tone::Waiting),
        ("Sending", Glyph::ArrowUp, Tone::Sending),
        ("Checking", Glyph::SearchCheck, Tone::Sending),
        ("Booked", Glyph::CheckCheck, Tone::Quiet),
        ("Needs a hand", Glyph::Hand, Tone::Hand),
        ("Withdrawn", Glyph::Undo2, Tone::Quiet),
    ];
    let strips = [
        (StripKind::Sending, "Sending 1 of 3 · 2 wait their turn"),
        (StripKind::Hand, "1 order needs a hand · 2 wait for signal"),
        (StripKind::Booked, "All booked · 11:20"),
    ];
    rsx! {
        Section { title: "States" }
        div { class: "s-pad grid grid-cols-2 gap-y-3",
            for (word, glyph, tone) in states {
                StateWord { key: "{word}", word, glyph, tone }
            }
        }
        div { class: "grid gap-2 mt-5",
            for (kind, text) in strips {
                Strip { key: "{text}", kind, text, on_open: |()| {} }
            }
        }
        Section { title: "Tags and notes" }
        div { class: "s-pad grid gap-3",
            div { class: "flex flex-wrap gap-2",
                Tag { text: "Summer water −10 %", glyph: Glyph::Tag, tone: Tone::Rule }
                Tag { text: "Van has 3, one short", glyph: Glyph::TriangleAlert, tone: Tone::Waiting }
                Tag { text: "No price", glyph: Glyph::CircleAlert, tone: Tone::Hand }
                Tag { text: "Price checked later", glyph: Glyph::SearchCheck, tone: Tone::Sending }
                Tag { text: "All day" }
            }
            Note { glyph: Glyph::ShieldCheck, text: "Worked out on this phone from today’s prices." }
            Note { glyph: Glyph::CloudOff, tone: Tone::Waiting, text: "Stock is from 07:02. The van’s own sales are counted in." }
            Note { glyph: Glyph::Hand, tone: Tone::Hand, title: "The office says", text: "Item MR-1010 is no longer sold." }
            Toast { text: "Crisps removed", on_undo: |()| {} }
        }
    }
}

#[component]
fn Pressables(on_long: EventHandler<()>) -> Element {
    rsx! {
        Section { title: "Actions", action: "A long list", on_action: on_long }
        div { class: "s-pad grid gap-3",
            Action { label: "Review order", figure: "€404.95", on_press: |()| {} }
            Actions {
                Button { label: "Next visit", class: "px-5!", on_press: |()| {} }
                Action { label: "Print receipt", glyph: Glyph::Printer, on_press: |()| {} }
            }
            Action { label: "Add an item first", off: true, on_press: |()| {} }
            Action { label: "Withdraw VAN3-00041", danger: true, on_press: |()| {} }
            Actions { even: true,
                Button { label: "Check in", kind: ButtonKind::Accent, on_press: |()| {} }
                Button { label: "Mend", kind: ButtonKind::Soft, on_press: |()| {} }
                Button { label: "Test page", on_press: |()| {} }
                Button { label: "Case 6", kind: ButtonKind::Line, glyph_after: Glyph::ChevronDown, on_press: |()| {} }
                Button { label: "Edit", kind: ButtonKind::Text, on_press: |()| {} }
                Button { label: "Withdraw", kind: ButtonKind::Hand, on_press: |()| {} }
            }
            Tools {
                LinkTool { glyph: Glyph::Phone, label: "Call", href: "tel:+351220000000" }
                LinkTool { glyph: Glyph::Mail, label: "Mail", href: "mailto:loja@example.com" }
                LinkTool { glyph: Glyph::Navigation, label: "Map", href: "geo:41.15,-8.61" }
                Tool { glyph: Glyph::Camera, label: "Photo", on_press: |()| {} }
            }
        }
    }
}

#[component]
fn Fields() -> Element {
    let mut count = use_signal(|| 9_i32);
    let mut on = use_signal(|| true);
    let mut at = use_signal(|| 0_usize);
    let mut found = use_signal(String::new);
    let mut version = use_signal(|| 0_u32);
    rsx! {
        Section { title: "Fields", note: found() }
        div { class: "s-pad grid gap-3",
            SearchField {
                hint: "Add by name or code",
                name: "Add an item by name, code or barcode",
                version: version(),
                filled: !found.read().is_empty(),
                on_type: move |text| found.set(text),
                on_clear: move |()| {
                    found.set(String::new());
                    version += 1;
                },
            }
            Field { id: "shop", label: "Shop name", text: "Frutaria Quatro Ventos", on_type: |_| {} }
            Field { id: "qty", label: "Quantity", text: "-3", error: "Quantity must be more than 0", on_type: |_| {} }
            TextArea { id: "note", label: "Note", help: "The office and the customer read it", on_type: |_| {} }
            div { class: "flex items-center justify-between",
                Stepper {
                    name: "Quantity of an item",
                    figure: "{count}",
                    on_less: move |()| count -= 1,
                    on_more: move |()| count += 1,
                    on_figure: |()| {},
                }
                Switch { name: "Printing", on: on(), on_turn: move |now| on.set(now) }
            }
            Check { label: "Temperature between 2 and 6 °C", on: on(), on_turn: move |now| on.set(now) }
            Segmented {
                name: "Sort customers",
                choices: vec!["Nearby".to_owned(), "A to Z".to_owned(), "Not seen lately".to_owned()],
                at: at(),
                on_pick: move |now| at.set(now),
            }
        }
        Chips { name: "Show",
            Chip { label: "All", count: "37", on: true, on_press: |()| {} }
            Chip { label: "Waiting", count: "2", on: false, on_press: |()| {} }
            Chip { label: "Fri 15 May", glyph: Glyph::Truck, on_press: |()| {} }
            Chip { label: "Van 3", glyph: Glyph::Warehouse, on_press: |()| {} }
        }
    }
}

#[component]
fn Others() -> Element {
    rsx! {
        Section { title: "Loading: the row’s own shape, after 150 ms" }
        Bones { rows: 3 }
        Section { title: "Failed: what happened, what is safe, what to do" }
        Failed {
            title: "The catalogue could not be read",
            text: "Your 3 orders are safe. Satchel can read it again from the last snapshot, about 20 seconds.",
            action: "Read it again",
        }
        Section { title: "PIN and signature" }
        div { class: "s-pad grid gap-5 pb-5",
            PinDots { entered: 3, least: 6 }
            PinKeys { ready: true, on_key: |_| {}, on_done: |()| {} }
            SignaturePad { signer: "M. Quintal, at the counter", on_sign: |_| {} }
        }
        div { class: "bg-base-200 py-5",
            Paper {
                name: "Receipt VAN3-00042",
                receipt: lines::receipt(),
            }
        }
        Empty {
            title: "Orders you take will be here",
            text: "Take the first one now, with or without signal. It stays on this phone until the office has it.",
            action: "New order",
            other: "Start from a customer’s usual basket",
        }
        Section { title: "Icons" }
        div { class: "s-pad flex flex-wrap gap-3 pb-6",
            for glyph in Glyph::ALL.iter().copied() {
                span { key: "{glyph:?}", title: "{glyph:?}", Icon { glyph } }
            }
        }
    }
}
