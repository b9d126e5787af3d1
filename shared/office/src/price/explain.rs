//! Why a price, in words for the terminal.

use std::fmt::Write;

use satchel_domain::pricing::{LineDerivation, PricedOrder, RuleVerdict, TaxDerivation};

/// The derivation of an order, line by line.
pub fn explain(id: &str, order: &PricedOrder) -> String {
    let mut words = format!("{id}: {} for {}\n", order.grand_total, order.customer);
    for (line, why) in order.items.iter().zip(&order.derivation.lines) {
        line_heading(&mut words, line);
        line_reasons(&mut words, why);
    }
    verdicts(&mut words, "  order rule", &order.derivation.transaction_rules);
    for tax in &order.derivation.taxes {
        tax_row(&mut words, tax);
    }
    for step in &order.derivation.totals {
        say(&mut words, &format!("  {}: {}", plain(step.kind.message_id()), step.amount));
    }
    for reason in &order.provisional {
        say(&mut words, &format!("  provisional: {}", plain(reason.message_id())));
    }
    words
}

fn line_heading(words: &mut String, line: &satchel_domain::pricing::PricedLine) {
    let free = if line.is_free_item { ", free" } else { "" };
    say(words, &format!("  {} {} {} at {}{free}", line.qty, line.uom, line.item_code, line.rate));
}

fn line_reasons(words: &mut String, why: &LineDerivation) {
    match &why.item_price {
        Some(price) => say(
            words,
            &format!(
                "    price {} from {} ({}), times {} for the unit, {} for the currency",
                price.price_list_rate,
                price.item_price,
                price.price_list,
                price.conversion_factor,
                price.exchange_rate
            ),
        ),
        None => say(words, "    no price"),
    }
    for passed in &why.passed_over {
        let reason = plain(passed.reason.message_id());
        say(
            words,
            &format!(
                "    passed over {} ({}): {reason}",
                passed.item_price, passed.price_list_rate
            ),
        );
    }
    verdicts(words, "    rule", &why.rules);
    for step in &why.steps {
        let kind = plain(step.kind.message_id());
        say(words, &format!("    {kind} {} gives {}", step.by, step.result));
    }
}

fn verdicts(words: &mut String, head: &str, verdicts: &[RuleVerdict]) {
    for verdict in verdicts {
        let outcome = plain(verdict.outcome.message_id());
        say(words, &format!("{head} {} ({}): {outcome}", verdict.pricing_rule, verdict.title));
    }
}

fn tax_row(words: &mut String, tax: &TaxDerivation) {
    say(words, &format!("  tax {} {} {}", tax.row, tax.description, tax.charge_type));
    for part in &tax.parts {
        say(words, &format!("    {} on {} is {}", part.rate, part.base, part.amount));
    }
}

/// The words inside a message id: `why-rule-other-party` reads `other party`.
fn plain(message_id: &str) -> String {
    message_id.splitn(3, '-').last().unwrap_or(message_id).replace('-', " ")
}

fn say(words: &mut String, line: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(words, "{line}");
}
