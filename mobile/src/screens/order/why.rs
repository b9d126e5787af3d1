//! Why a line costs what it costs, and why the order comes to its total.

use super::state::{Change, Over};
use super::typing::ready;
use crate::components::*;
use crate::format::{amount, figure, money, percent, rate, typed, units};
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{LineView, OrderView};
use satchel_domain::pricing::{
    Derivation, LineDerivation, LineStep, LineStepKind, RuleOutcome, RuleVerdict, TotalStepKind,
};

#[component]
pub fn WhyLine(order: OrderView, line: LineView, on_change: EventHandler<Change>) -> Element {
    let close = move |()| on_change.call(Change::Close);
    let currency = order.currency.clone();
    let price = rate(line.rate, &currency);
    let why = line.why.clone().unwrap_or_default();
    let ready = ready(line.typed_discount.as_ref(), typed);
    let unit = line.uoms.iter().find(|unit| unit.uom == line.uom);
    let unit = unit.map_or_else(
        || units::name(&line.uom),
        |unit| units::name_of(&unit.uom, unit.conversion_factor),
    );
    let number = line.line;
    let free = order.lines.iter().filter(|free| number.is_some() && free.earned_by == number);
    rsx! {
        Sheet {
            title: tr!("line-why", price: price.clone()),
            sub: tr!("why-sub", name: line.item_name.clone(), unit: unit),
            lead: rsx! { Tile { face: Face::of_item(&line.art, &line.item_name) } },
            foot: rsx! {
                Actions {
                    if let Some(number) = number {
                        Button {
                            label: tr!("order-discount"),
                            class: "px-5!",
                            on_press: move |()| on_change.call(Change::Show(Over::Discount(number), ready.clone())),
                        }
                    }
                    Action { label: tr!("why-keep", price: price), on_press: close }
                }
            },
            on_close: close,
            Steps { figures: true, steps: steps(&line, &why, &order) }
            for free in free {
                div { key: "{free.item_code}", class: "flex items-center gap-3 border-t border-line py-3",
                    Icon { glyph: Glyph::Gift, class: "text-accent-ink" }
                    span { class: "min-w-0 flex-1",
                        span { class: "s-name block", bdi { {units::counted_in_full(free.qty, &free.uom)} " " "{free.item_name}" } }
                        span { class: "s-meta", bdi { {super::words::cause(free, &order)} } }
                    }
                    span { class: "font-semibold text-accent-ink", {tr!("line-free")} }
                }
            }
            NotUsed { rows: not_used(&why, &currency) }
            Note { glyph: Glyph::ShieldCheck, text: tr!("why-worked-out") }
        }
    }
}

/// Rules and prices that were looked at and not taken: name, price, reason.
fn not_used(why: &LineDerivation, currency: &str) -> Vec<(String, String)> {
    let prices = why.passed_over.iter().map(|price| {
        let figure = rate(price.price_list_rate, currency);
        let name = tr!("why-price-of", rate: figure);
        (name, tr!(price.reason.message_id()))
    });
    rejected(&why.rules).into_iter().chain(prices).collect()
}

fn rejected(rules: &[RuleVerdict]) -> Vec<(String, String)> {
    rules
        .iter()
        .filter(|rule| !used(rule.outcome))
        .map(|rule| (title(rule), tr!(rule.outcome.message_id())))
        .collect()
}

fn used(outcome: RuleOutcome) -> bool {
    matches!(outcome, RuleOutcome::Applied | RuleOutcome::AppliedOnOther)
}

fn title(rule: &RuleVerdict) -> String {
    if rule.title.is_empty() { rule.pricing_rule.clone() } else { rule.title.clone() }
}

#[component]
fn NotUsed(rows: Vec<(String, String)>) -> Element {
    if rows.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "border-t border-line pt-3 pb-3",
            h3 { class: "s-meta font-semibold!", {tr!("why-not-used")} }
            for (place, (name, reason)) in rows.into_iter().enumerate() {
                p { key: "{place}", class: "s-meta flex flex-wrap justify-between gap-x-4 pt-2",
                    bdi { "{name}" }
                    span { "{reason}" }
                }
            }
        }
    }
}

/// From the price to the rate: what each step took off or added, and the end.
fn steps(line: &LineView, why: &LineDerivation, order: &OrderView) -> Vec<TimelineStep> {
    let currency = order.currency.as_str();
    let mut before = Decimal::ZERO;
    let mut steps = Vec::with_capacity(why.steps.len());
    for step in &why.steps {
        let first = steps.is_empty();
        let end = match step.kind {
            LineStepKind::PriceListRate
            | LineStepKind::Rate
            | LineStepKind::NetRate
            | LineStepKind::Free => rate(step.result, currency),
            LineStepKind::IncludedTax => amount(-step.by, currency),
            _ => rate(step.result - before, currency),
        };
        let is_rate = step.kind == LineStepKind::Rate;
        steps.push(TimelineStep {
            glyph: if first {
                Glyph::Circle
            } else if is_rate {
                Glyph::CircleCheck
            } else {
                Glyph::Tag
            },
            tone: if first { Tone::Quiet } else { Tone::Rule },
            what: what(step, why),
            about: about(step, line, why, currency),
            end,
        });
        before = step.result;
    }
    steps
}

/// What the rules that hit the line are called, for a step rules can make.
fn rule_names(step: &LineStep, why: &LineDerivation) -> Vec<String> {
    let by_rule = matches!(
        step.kind,
        LineStepKind::DiscountPercentage
            | LineStepKind::DiscountAmount
            | LineStepKind::MarginPercentage
            | LineStepKind::MarginAmount
    );
    why.rules.iter().filter(|rule| by_rule && used(rule.outcome)).map(title).collect()
}

/// A step that one rule made is called by its name; which of several made it is not known.
fn what(step: &LineStep, why: &LineDerivation) -> String {
    match rule_names(step, why).as_slice() {
        [name] => name.clone(),
        _ => tr!(step.kind.message_id()),
    }
}

fn about(step: &LineStep, line: &LineView, why: &LineDerivation, currency: &str) -> String {
    match step.kind {
        LineStepKind::PriceListRate => match &why.item_price {
            Some(price) => {
                let list = price.price_list.clone();
                match &price.customer {
                    Some(_) => tr!("why-own-price", list: list),
                    None => list,
                }
            }
            None => tr!("order-no-price"),
        },
        LineStepKind::DiscountPercentage | LineStepKind::MarginPercentage => {
            match rule_names(step, why) {
                names if names.len() > 1 => {
                    tr!("why-by-rules", figure: percent(step.by), rules: names.join(" · "))
                }
                _ => percent(step.by),
            }
        }
        LineStepKind::Rate => tr!(
            "why-times",
            quantity: units::counted_in_full(line.qty, &line.uom),
            rate: rate(line.rate, currency),
            amount: amount(line.amount, currency),
        ),
        _ => String::new(),
    }
}

/// The steps to the total, each of which adds up from those before it. The rounded total is the last
/// line by itself.
fn total_steps(order: &OrderView) -> Vec<(TotalStepKind, Decimal)> {
    let told = order.why.totals.iter().filter(|step| {
        !matches!(step.kind, TotalStepKind::RoundedTotal | TotalStepKind::RoundingAdjustment)
    });
    let mut steps: Vec<_> = told.map(|step| (step.kind, step.amount)).collect();
    // What rounding adds before the total with taxes, and after it.
    let after = order.due.amount.saturating_sub(order.totals.grand_total);
    let before = order.totals.rounding.saturating_sub(after);
    let grand = steps.iter().position(|(kind, _)| *kind == TotalStepKind::GrandTotal);
    let grand = grand.unwrap_or(steps.len());
    steps.insert(grand, (TotalStepKind::RoundingAdjustment, before));
    steps.push((TotalStepKind::RoundingAdjustment, after));
    steps.retain(|(_, figure)| !figure.is_zero());
    steps
}

#[component]
pub fn WhyTotal(order: OrderView, on_close: EventHandler<()>) -> Element {
    let why: &Derivation = &order.why;
    let currency = order.currency.as_str();
    let applied: Vec<_> =
        why.transaction_rules.iter().filter(|rule| used(rule.outcome)).map(title).collect();
    let lines = total_steps(&order)
        .into_iter()
        .map(|(kind, figure)| Sum::Quiet {
            label: tr!(kind.message_id()),
            figure: amount(figure, currency),
        })
        .chain([
            Sum::Rule,
            Sum::Grand {
                label: tr!("order-total"),
                figure: money(order.due.amount, &order.due.currency),
            },
        ])
        .collect::<Vec<_>>();
    let mut taxes = Vec::new();
    for row in &why.taxes {
        for part in row.parts.iter().filter(|part| !part.amount.is_zero()) {
            taxes.push(Sum::Line {
                label: row.description.clone(),
                meta: Some(
                    tr!("why-tax-of", rate: percent(part.rate), base: amount(part.base, currency)),
                ),
                figure: figure(part.amount, crate::format::decimals(currency)),
            });
        }
    }
    rsx! {
        Sheet { title: tr!("order-why-total"), sub: order.customer_name.clone(), on_close,
            for name in applied {
                p { key: "{name}", class: "pb-2", Tag { text: name.clone(), glyph: Glyph::Tag, tone: Tone::Rule } }
            }
            Sums { lines }
            if !taxes.is_empty() {
                h3 { class: "s-meta font-semibold! pt-4 pb-2", {tr!("why-taxes")} }
                Sums { lines: taxes }
            }
            div { class: "pt-4",
                NotUsed { rows: rejected(&why.transaction_rules) }
            }
            Note { glyph: Glyph::ShieldCheck, text: tr!("why-worked-out") }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::figures::fixture::{decimal, order};
    use satchel_domain::pricing::TotalStep;

    #[test]
    fn every_step_of_the_total_adds_up() {
        let mut order = order("Café");
        let told = [
            (TotalStepKind::NetTotal, "62.27"),
            (TotalStepKind::TaxesAndCharges, "14.32"),
            (TotalStepKind::GrandTotal, "76.60"),
            (TotalStepKind::RoundingAdjustment, "0.40"),
            (TotalStepKind::RoundedTotal, "77"),
        ];
        order.why.totals =
            told.map(|(kind, amount)| TotalStep { kind, amount: decimal(amount) }).to_vec();
        order.totals.grand_total = decimal("76.60");
        order.totals.rounding = decimal("0.41");
        order.due.amount = decimal("77");
        let steps = total_steps(&order);
        let figures: Vec<_> = steps.iter().map(|(_, figure)| figure.to_string()).collect();
        assert_eq!(figures, ["62.27", "14.32", "0.01", "76.60", "0.40"]);
    }
}
