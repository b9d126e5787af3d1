//! What the scan screen looks like.

use super::super::catalogue::item_text;
use super::camera::Camera;
use super::state::{Change, Counted, State};
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::eye::Trouble;
use crate::format::{money, quantity, stock, units};
use crate::i18n::words_of;
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{DraftRow, ItemDetail, ScanSettings, UnitPrice};
use satchel_devices::barcode::Code;

#[component]
pub fn View(
    state: State,
    found: Asked<Option<ItemDetail>>,
    drafts: Vec<DraftRow>,
    problem: Option<Problem>,
    /// How a code that the camera reads is answered.
    settings: ScanSettings,
    base: Element,
    on_change: EventHandler<Change>,
    /// The camera or a picture shows a code; answers whether an item has it.
    on_count: Callback<Code, bool>,
    /// The last of them is to be taken back.
    on_undo: EventHandler<()>,
    /// A code that nobody knows is to be written into the order's note.
    on_note: EventHandler<String>,
    on_add: EventHandler<(String, String)>,
    on_search: EventHandler<()>,
    on_order: EventHandler<String>,
) -> Element {
    let mut trouble = use_signal(|| None::<Trouble>);
    rsx! {
        Screen {
            Head { title: tr!("scan-title") }
            Body {
                div { class: "s-pad pt-1 grid gap-3",
                    Camera { on_code: on_count, settings }
                    if !state.counted.is_empty() {
                        Count { counted: state.counted.clone(), on_undo }
                    }
                    CodeField { version: state.version, on_change }
                    CodePicture {
                        id: "scan-picture",
                        label: tr!("picture-read"),
                        on_read: move |codes: Vec<Code>| {
                            trouble.set(None);
                            for code in codes {
                                on_count.call(code);
                            }
                        },
                        on_trouble: move |found| trouble.set(Some(found)),
                    }
                    if let Some(trouble) = trouble() {
                        Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: words_of(trouble.key(), &[]) }
                    }
                }
                Target { drafts: drafts.clone(), chosen: state.draft.clone(), on_change }
                if let Some(problem) = problem {
                    div { class: "px-4 pt-3",
                        Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                    }
                }
                div { "aria-live": "polite",
                    if state.code.is_empty() {
                        Empty { title: tr!("scan-empty"), text: tr!("scan-empty-text") }
                    } else {
                        Answer { code: state.code.clone(), found, state: state.clone(), drafts, on_note, on_add, on_search, on_order }
                    }
                }
            }
            {base}
        }
    }
}

/// What was scanned one after another, and the way back.
#[component]
fn Count(counted: Vec<Counted>, on_undo: EventHandler<()>) -> Element {
    rsx! {
        section { class: "s-card max-h-48 overflow-y-auto", "aria-label": tr!("scan-counted"), "aria-live": "polite",
            for (at, one) in counted.into_iter().enumerate() {
                div { key: "{one.item_code} {one.uom}", class: "flex items-center gap-3 ps-4 pe-2 min-h-12",
                    span { class: "s-num s-lead shrink-0", {units::counted_in_full(one.qty, &one.uom)} }
                    span { class: "min-w-0 flex-1 s-line2", bdi { "{one.item_name}" } }
                    if at == 0 {
                        Button { label: tr!("part-undo"), kind: ButtonKind::Text, glyph: Glyph::Undo2, on_press: on_undo }
                    }
                }
            }
        }
    }
}

/// The field; it takes what is typed while nothing else has the focus.
#[component]
fn CodeField(version: u32, on_change: EventHandler<Change>) -> Element {
    let mut typed = use_signal(String::new);
    rsx! {
        label { class: "s-find min-h-16!",
            Icon { glyph: Glyph::Barcode, size: IconSize::Large }
            for version in [version] {
                input {
                    key: "{version}",
                    class: "s-code text-[1.25rem]!",
                    r#type: "text",
                    inputmode: "text",
                    autocomplete: "off",
                    autocapitalize: "off",
                    spellcheck: "false",
                    enterkeyhint: "search",
                    maxlength: "140",
                    "data-keys": "code",
                    placeholder: tr!("scan-hint"),
                    "aria-label": tr!("scan-field"),
                    initial_value: "",
                    onmounted: move |event| async move {
                        typed.set(String::new());
                        let _ = event.set_focus(true).await;
                    },
                    oninput: move |event| typed.set(event.value()),
                    onkeydown: move |event| {
                        if event.key() == Key::Enter {
                            on_change.call(Change::Code(typed()));
                        }
                    },
                }
            }
        }
    }
}

/// Which order is scanned for.
#[component]
fn Target(
    drafts: Vec<DraftRow>,
    chosen: Option<String>,
    on_change: EventHandler<Change>,
) -> Element {
    if drafts.is_empty() {
        return rsx! {};
    }
    rsx! {
        div { class: "pt-2",
            Chips { name: tr!("scan-for"),
                for draft in drafts {
                    TargetChip { key: "{draft.uid}", on: chosen.as_ref() == Some(&draft.uid), draft, on_change }
                }
            }
        }
    }
}

#[component]
fn TargetChip(draft: DraftRow, on: bool, on_change: EventHandler<Change>) -> Element {
    let uid = draft.uid.clone();
    rsx! {
        Chip {
            label: draft.customer_name,
            glyph: Glyph::PencilLine,
            on,
            on_press: move |()| on_change.call(Change::Draft(Some(uid.clone()))),
        }
    }
}

#[component]
fn Answer(
    code: String,
    found: Asked<Option<ItemDetail>>,
    state: State,
    drafts: Vec<DraftRow>,
    on_note: EventHandler<String>,
    on_add: EventHandler<(String, String)>,
    on_search: EventHandler<()>,
    on_order: EventHandler<String>,
) -> Element {
    match found {
        Asked::Loading => rsx! { Bones { rows: 1 } },
        Asked::Failed(problem) => rsx! {
            Failed { title: tr!("item-failed"), text: problem.words() }
        },
        Asked::Ready(None) => rsx! {
            Unknown { code, can_note: state.draft.is_some(), noted: state.noted, on_note, on_search }
        },
        Asked::Ready(Some(item)) => {
            let draft = drafts.into_iter().find(|draft| Some(&draft.uid) == state.draft.as_ref());
            rsx! { Found { item, draft, on_add, on_order } }
        }
    }
}

/// A code that no item has, and what can be done about it.
#[component]
fn Unknown(
    code: String,
    can_note: bool,
    noted: bool,
    on_note: EventHandler<String>,
    on_search: EventHandler<()>,
) -> Element {
    let text = code.clone();
    rsx! {
            div { class: "s-row",
                Tile { face: Face::Glyph(Glyph::Barcode), tone: Tone::Waiting }
                span { class: "min-w-0",
                    span { class: "s-name block s-code wrap-anywhere", bdi { "{text}" } }
                    span { class: "s-meta", {tr!("scan-unknown")} }
                }
                Button {
                    label: tr!("scan-search"),
                    kind: ButtonKind::Text,
                    on_press: on_search,
                }
            }
            p { class: "s-pad s-meta", {tr!("scan-unknown-text")} }
            div { class: "s-pad pt-2", "aria-live": "polite",
                if noted {
                    Tag { text: tr!("scan-noted"), glyph: Glyph::Check, tone: Tone::Rule }
                } else if can_note {
                    Button {
                        label: tr!("scan-note"),
                        glyph: Glyph::PencilLine,
                        on_press: move |()| on_note.call(code.clone()),
                    }
                }
            }
    }
}

#[component]
fn Found(
    item: ItemDetail,
    draft: Option<DraftRow>,
    on_add: EventHandler<(String, String)>,
    on_order: EventHandler<String>,
) -> Element {
    let text = item_text(&item.row, "");
    let unit = item.units.iter().find(|price| price.unit.uom == item.row.uom).cloned();
    let price = item.row.price.as_ref().map(|price| money(price.amount, &price.currency));
    let added = (item.row.item_code.clone(), item.row.uom.clone());
    rsx! {
        div { class: "px-4 pt-4 grid gap-3",
            div { class: "flex items-center gap-3",
                Tile { face: text.face.clone() }
                div { class: "min-w-0 flex-1",
                    h2 { class: "s-lead s-line2", bdi { {text.plain_name()} } }
                    p { class: "s-meta s-sep",
                        span { class: "s-code", "{text.code}" }
                        span { bdi { "{text.unit}" } }
                    }
                }
                div { class: "s-end",
                    if let Some(price) = price.clone() {
                        span { class: "s-num s-lead", "{price}" }
                    } else {
                        span { class: "s-state is-waiting", {tr!("item-no-price")} }
                    }
                    if let Some(was) = text.was.clone() {
                        span { class: "s-num s-was s-meta", "{was}" }
                    }
                }
            }
            Stocks { item: item.clone() }
            if let Some(draft) = draft {
                Into { unit, price, draft, on_add: move |()| on_add.call(added.clone()), on_order }
            } else {
                p { class: "s-meta", {tr!("scan-no-draft")} }
            }
        }
    }
}

#[component]
fn Stocks(item: ItemDetail) -> Element {
    let words = stock::words(&item.row.stock, item.row.conversion_factor);
    rsx! {
        div { class: "flex flex-wrap gap-2",
            if let Some((words, tone)) = words {
                Tag { text: words, glyph: Glyph::Truck, tone }
            }
            for warehouse in item.warehouses.into_iter().filter(|warehouse| !warehouse.here) {
                Tag {
                    key: "{warehouse.label}",
                    text: tr!(
                        "scan-warehouse",
                        warehouse: warehouse.label.clone(),
                        figure: quantity(stock::in_units(warehouse.qty, item.row.conversion_factor).floor()),
                    ),
                    glyph: Glyph::Warehouse,
                }
            }
        }
    }
}

#[component]
fn Into(
    unit: Option<UnitPrice>,
    price: Option<String>,
    draft: DraftRow,
    on_add: EventHandler<()>,
    on_order: EventHandler<String>,
) -> Element {
    let there = unit
        .filter(|unit| unit.in_order > Decimal::ZERO)
        .map(|unit| units::counted_in_full(unit.in_order, &unit.unit.uom));
    let uid = draft.uid.clone();
    rsx! {
        if let Some(there) = there {
            p { class: "s-meta text-accent-ink!", {tr!("scan-in-order", quantity: there)} }
        }
        Action {
            label: tr!("scan-add", customer: draft.customer_name.clone()),
            figure: price,
            on_press: on_add,
        }
        Button {
            label: tr!("scan-to-order", amount: money(draft.due.amount, &draft.due.currency)),
            kind: ButtonKind::Text,
            on_press: move |()| on_order.call(uid.clone()),
        }
    }
}
