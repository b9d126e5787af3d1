//! Lines and sums of an order to be read, where nothing of it can be changed any more.

use crate::components::*;
use crate::format::{amount, dates, money, units};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{LineView, OrderView};

/// The sums of an order, from the net total to what is due.
pub fn sums(order: &OrderView) -> Vec<Sum> {
    let currency = &order.currency;
    let totals = &order.totals;
    let quiet = |label, value| Sum::Quiet { label, figure: amount(value, currency) };
    let mut sums = Vec::with_capacity(order.taxes.len() + 4);
    if !totals.discount_amount.is_zero() {
        sums.push(quiet(tr!("sums-total"), totals.total));
        sums.push(quiet(tr!("sums-discount"), -totals.discount_amount));
    }
    sums.push(quiet(tr!("sums-net"), totals.net_total));
    for tax in order.taxes.iter().filter(|tax| !tax.tax_amount.is_zero()) {
        let label = if tax.included {
            tr!("sums-included", tax: tax.description.clone())
        } else {
            tax.description.clone()
        };
        sums.push(quiet(label, tax.tax_amount));
    }
    if !totals.rounding.is_zero() {
        sums.push(quiet(tr!("sums-rounding"), totals.rounding));
    }
    let due = money(order.due.amount, &order.due.currency);
    sums.push(Sum::Grand { label: tr!("sums-grand"), figure: due });
    sums
}

/// What a line counts: `9 cases × 4.59`, and `1 case` of what is free.
pub fn counted(line: &LineView, currency: &str) -> String {
    let quantity = units::counted(line.qty, &line.uom);
    if line.is_free_item {
        return quantity;
    }
    tr!("lines-counted", quantity: quantity, rate: amount(line.rate, currency))
}

/// What a line comes to: its amount, or that it is free.
#[component]
pub fn LineEnd(line: LineView, currency: String) -> Element {
    if line.is_free_item {
        return rsx! { span { class: "font-semibold text-accent-ink", {tr!("line-free")} } };
    }
    rsx! { span { class: "s-num font-semibold", {amount(line.amount, &currency)} } }
}

/// When an order is delivered and from where, and the note to the office.
#[component]
pub fn Delivery(order: OrderView, today: NaiveDate) -> Element {
    let date = dates::near(order.delivery_date, today);
    let warehouse = order
        .choices
        .warehouses
        .iter()
        .find(|choice| choice.name == order.warehouse)
        .map_or_else(|| order.warehouse.clone(), |choice| choice.label.clone());
    let note = order.note.trim().to_owned();
    rsx! {
        div { class: "grid gap-2 s-meta",
            p { class: "flex items-start gap-2.5",
                Icon { glyph: Glyph::Truck, size: IconSize::Small, class: "flex-none mt-0.5" }
                span { class: "min-w-0 wrap-anywhere",
                    if warehouse.is_empty() {
                        {tr!("delivery-on", date: date)}
                    } else {
                        {tr!("delivery-from", date: date, warehouse: warehouse)}
                    }
                }
            }
            if !note.is_empty() {
                p { class: "flex items-start gap-2.5",
                    Icon { glyph: Glyph::MessageSquareText, size: IconSize::Small, class: "flex-none mt-0.5" }
                    span { class: "min-w-0 wrap-anywhere whitespace-pre-line",
                        span { class: "sr-only", {tr!("delivery-note")} " " }
                        bdi { "{note}" }
                    }
                }
            }
        }
    }
}

/// Orders for the tests of the screens that show one.
#[cfg(test)]
pub mod fixture {
    use super::*;
    use rust_decimal::Decimal;
    use satchel_app::views::{MoneyView, OrderChoices, StockView, TaxLine, Totals};

    /// An exact figure.
    pub fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    /// A line of an item.
    pub fn line(item_name: &str, is_free_item: bool) -> LineView {
        let (rate, amount) = if is_free_item { ("0", "0") } else { ("4.59", "41.31") };
        LineView {
            line: (!is_free_item).then_some(0),
            item_code: "WATER".to_owned(),
            item_name: item_name.to_owned(),
            art: String::new(),
            qty: decimal(if is_free_item { "1" } else { "9" }),
            uom: "Case".to_owned(),
            uoms: Vec::new(),
            price_list_rate: decimal("5.10"),
            rate: decimal(rate),
            amount: decimal(amount),
            discount_percentage: Decimal::ZERO,
            typed_discount: None,
            typed_rate: None,
            rules: Vec::new(),
            is_free_item,
            earned_by: is_free_item.then_some(0),
            stock: StockView::default(),
            stock_note: None,
            no_price: false,
            why: None,
        }
    }

    /// An order of a customer: two lines, a tax, a discount and rounding.
    pub fn order(customer_name: &str) -> OrderView {
        OrderView {
            uid: "uid".to_owned(),
            customer: "CUST-1".to_owned(),
            customer_name: customer_name.to_owned(),
            currency: "EUR".to_owned(),
            price_list: "Standard Selling".to_owned(),
            lines: vec![
                line("Pedra Alta Sparkling 1 L", false),
                line("Sparkling Lemon 33 cl", true),
            ],
            taxes: vec![TaxLine {
                description: "VAT 23 %".to_owned(),
                rate: decimal("23"),
                tax_amount: decimal("9.04"),
                included: false,
            }],
            totals: Totals {
                total: decimal("41.31"),
                net_total: decimal("39.31"),
                discount_amount: decimal("2"),
                total_taxes_and_charges: decimal("9.04"),
                grand_total: decimal("48.35"),
                rounding: decimal("-0.35"),
                rounded_total: decimal("48"),
                saved: decimal("6.59"),
            },
            due: MoneyView::new(decimal("48"), "EUR"),
            delivery_date: NaiveDate::from_ymd_opt(2026, 5, 15).unwrap(),
            warehouse: "Van 3 - MS".to_owned(),
            note: "Ring at the back".to_owned(),
            document_discount: None,
            tax_template: String::new(),
            coupon: String::new(),
            refusal: None,
            provisional: Vec::new(),
            messages: Vec::new(),
            why: Default::default(),
            choices: OrderChoices::default(),
            float_precision: 3,
            can_place: true,
        }
    }

    /// The day of the tests.
    pub fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 5, 14).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{render_at, text};
    use crate::i18n::Language;

    #[test]
    fn sums_go_from_the_lines_to_what_is_due() {
        let html = render_at(Language::English, 100, || {
            let order = fixture::order("Café");
            rsx! { Sums { lines: sums(&order) } }
        });
        assert_eq!(
            text(&html),
            "Items41.31Discount−2.00Net39.31VAT 23 %9.04Rounding−0.35Total€48.00"
        );
    }

    #[test]
    fn a_tax_that_prices_include_says_so_and_nothing_is_said_of_nothing() {
        let html = render_at(Language::English, 100, || {
            let mut order = fixture::order("Café");
            order.totals.discount_amount = Default::default();
            order.totals.rounding = Default::default();
            for tax in &mut order.taxes {
                tax.included = true;
            }
            rsx! { Sums { lines: sums(&order) } }
        });
        assert_eq!(text(&html), "Net39.31VAT 23 % included9.04Total€48.00");
    }

    #[test]
    fn lines_say_what_they_count() {
        let html = render_at(Language::English, 100, || {
            let (paid, free) = (fixture::line("A", false), fixture::line("B", true));
            rsx! {
                p { {counted(&paid, "EUR")} }
                p { {counted(&free, "EUR")} }
                LineEnd { line: free, currency: "EUR" }
            }
        });
        assert_eq!(text(&html), "9 cases × 4.591 caseFree");
    }

    #[test]
    fn delivery_names_the_day_the_warehouse_and_the_note() {
        let html = render_at(Language::English, 100, || {
            rsx! { Delivery { order: fixture::order("Café"), today: fixture::today() } }
        });
        let text = text(&html);
        assert!(text.contains("Van 3 - MS") && text.contains("Tomorrow"), "{text}");
        assert!(text.contains("Note Ring at the back"), "{text}");
    }
}
