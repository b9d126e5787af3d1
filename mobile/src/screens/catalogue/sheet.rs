//! One item before it is added: its price in each unit, its stock in each warehouse.

use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::format::{amount, money, quantity, stock, units};
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{ItemDetail, UnitPrice};

/// The sheet of an item. `on_add` is given the item code and the unit.
#[component]
pub fn ItemSheet(
    /// The item.
    item: Asked<ItemDetail>,
    /// Why it was not added.
    #[props(default)]
    problem: Option<Problem>,
    /// True where it can be added to an order.
    picking: bool,
    /// Add one of a unit.
    on_add: EventHandler<(String, String)>,
    /// Close it.
    on_close: EventHandler<()>,
) -> Element {
    // One sheet through all its states: it keeps the focus while it is being read.
    let mut picked = use_signal(|| None::<String>);
    let head = match &item {
        Asked::Ready(item) => Head::of(item),
        Asked::Loading | Asked::Failed(_) => Head::unknown(),
    };
    let foot = match &item {
        Asked::Ready(item) if picking => {
            let chosen = picked().unwrap_or_else(|| item.row.uom.clone());
            Some(rsx! { Add { item: item.clone(), chosen, problem, on_add } })
        }
        _ => None,
    };
    rsx! {
        Sheet { title: head.title, sub: head.sub, lead: head.lead, foot, on_close,
            match item {
                Asked::Loading => rsx! { Bones { rows: 3 } },
                Asked::Failed(problem) => rsx! {
                    Failed { title: tr!("item-failed"), text: problem.words() }
                },
                Asked::Ready(item) => rsx! {
                    Known {
                        chosen: picked().unwrap_or_else(|| item.row.uom.clone()),
                        item,
                        picking,
                        on_choose: move |uom| picked.set(Some(uom)),
                    }
                },
            }
        }
    }
}

/// What stands at the top of the sheet.
struct Head {
    title: String,
    sub: Option<String>,
    lead: Option<Element>,
}

impl Head {
    fn of(item: &ItemDetail) -> Self {
        let row = &item.row;
        let sub = [row.item_code.as_str(), row.brand.as_str(), row.item_group.as_str()];
        let sub: Vec<&str> = sub.into_iter().filter(|part| !part.is_empty()).collect();
        let face = Face::of_item(&row.art, &row.item_name);
        Self {
            title: row.item_name.clone(),
            sub: Some(sub.join(" · ")),
            lead: Some(rsx! { Tile { face } }),
        }
    }

    fn unknown() -> Self {
        Self { title: tr!("item-title"), sub: None, lead: None }
    }
}

/// Adds one of the chosen unit.
#[component]
fn Add(
    item: ItemDetail,
    chosen: String,
    problem: Option<Problem>,
    on_add: EventHandler<(String, String)>,
) -> Element {
    let unit = item.units.iter().find(|price| price.unit.uom == chosen);
    let figure =
        unit.and_then(|unit| unit.price.as_ref()).map(|price| money(price.amount, &price.currency));
    let added = (item.row.item_code.clone(), chosen.clone());
    rsx! {
        if let Some(problem) = problem {
            Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
        }
        Action {
            label: tr!("item-add-one", unit: units::counted_in_full(Decimal::ONE, &chosen)),
            figure,
            on_press: move |()| on_add.call(added.clone()),
        }
    }
}

#[component]
fn Known(
    item: ItemDetail,
    chosen: String,
    picking: bool,
    on_choose: EventHandler<String>,
) -> Element {
    rsx! {
        h3 { class: "s-meta font-[550] pt-1", {tr!("item-units")} }
        div {
            role: if picking { "radiogroup" } else { "list" },
            "aria-label": tr!("item-units"),
            Rows { full: true,
                for price in item.units.clone() {
                    Unit {
                        key: "{price.unit.uom}",
                        at: picking && price.unit.uom == chosen,
                        stock_uom: item.stock_uom.clone(),
                        price,
                        picking,
                        on_choose,
                    }
                }
            }
        }
        if item.customer_name.is_empty() {
            p { class: "s-cap pb-1", {tr!("item-list-prices")} }
        }
        Warehouses { item }
    }
}

#[component]
fn Unit(
    price: UnitPrice,
    at: bool,
    stock_uom: String,
    picking: bool,
    on_choose: EventHandler<String>,
) -> Element {
    let uom = price.unit.uom.clone();
    let holds = (price.unit.conversion_factor != Decimal::ONE)
        .then(|| units::counted_in_full(price.unit.conversion_factor, &stock_uom));
    let in_order = (price.in_order > Decimal::ZERO)
        .then(|| tr!("item-in-order", figure: quantity(price.in_order)));
    let inside = rsx! {
        if picking {
            span { class: if at { "s-check on" } else { "s-check" }, Icon { glyph: Glyph::Check } }
        } else {
            span {}
        }
        span { class: "min-w-0",
            span { class: "s-name block s-line1", bdi { {units::name(&uom)} } }
            span { class: "s-meta s-sep",
                if let Some(holds) = holds {
                    span { bdi { "{holds}" } }
                }
                if let Some(in_order) = in_order {
                    span { class: "text-accent-ink", "{in_order}" }
                }
            }
        }
        span { class: "s-end",
            if let Some(price) = &price.price {
                span { class: "s-num", {amount(price.amount, &price.currency)} }
            } else {
                span { class: "s-meta", {tr!("item-no-price")} }
            }
            if let Some(was) = &price.list_price {
                span { class: "s-num s-was s-meta", {amount(was.amount, &was.currency)} }
            }
        }
    };
    if !picking {
        return rsx! { div { class: "s-row", role: "listitem", {inside} } };
    }
    rsx! {
        button {
            class: "s-row",
            r#type: "button",
            role: "radio",
            "aria-checked": if at { "true" } else { "false" },
            onclick: move |_| on_choose.call(uom.clone()),
            {inside}
        }
    }
}

#[component]
fn Warehouses(item: ItemDetail) -> Element {
    if !item.row.stock.kept {
        return rsx! { p { class: "s-meta pt-2", {tr!("item-no-stock-kept")} } };
    }
    let (unit, factor) = (item.row.uom.clone(), item.row.conversion_factor);
    let summary = stock::words(&item.row.stock, factor);
    rsx! {
        h3 { class: "s-meta font-[550] pt-3", {tr!("item-stock")} }
        if item.warehouses.is_empty() {
            if let Some((words, _)) = summary {
                p { class: "s-meta pt-1", "{words}" }
            }
        }
        Rows { full: true,
            for warehouse in item.warehouses {
                Row {
                    key: "{warehouse.label}",
                    name: warehouse.label.clone(),
                    meta: warehouse.here.then(|| rsx! { {tr!("item-sold-from")} }),
                    end: rsx! {
                        span { class: "s-num",
                            {units::counted_in_full(stock::in_units(warehouse.qty, factor).floor(), &unit)}
                        }
                    },
                }
            }
        }
    }
}
