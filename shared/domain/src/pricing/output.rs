//! Writes the priced order out.

use rust_decimal::Decimal;

use super::order::{Line, LineRules, Order, Payment, Tax};
use super::priced::{PricedLine, PricedOrder, PricedPayment, PricedTax};
use super::refusal::Refusal;
use super::{text, why};
use crate::masters::Text;
use crate::money::NumberFormat;
use crate::money::num::Num;
use crate::money::words::{CurrencyWords, money_in_words};

/// Figures as the database keeps them, and the first that it cannot keep.
struct Figures {
    too_large: Option<&'static str>,
}

impl Figures {
    fn keep(&mut self, field: &'static str, number: Num) -> Decimal {
        number.figure().unwrap_or_else(|| {
            self.too_large.get_or_insert(field);
            Decimal::ZERO
        })
    }
}

fn string(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(|text| text.to_string())
}

pub(super) fn write(mut order: Order<'_>) -> Result<PricedOrder, Refusal> {
    let mut figures = Figures { too_large: None };
    let mut priced = head(&order, &mut figures);
    set_totals(&order, &mut priced, &mut figures);
    priced.items = order.lines.iter().map(|line| line_of(line, &mut figures)).collect();
    priced.taxes = order.taxes.iter().map(|tax| tax_of(tax, &mut figures)).collect();
    priced.payment_schedule =
        order.payments.iter().map(|payment| payment_of(payment, &mut figures)).collect();
    if let Some(field) = figures.too_large {
        return Err(Refusal::OutOfRange { field });
    }
    priced.derivation = why::derive(&mut order);
    priced.pricing_rules = order.applied_rules;
    priced.packed_items = order.packed_items;
    priced.messages = order.messages;
    priced.provisional = order.provisional;
    Ok(priced)
}

fn head(order: &Order<'_>, figures: &mut Figures) -> PricedOrder {
    let entry = order.entry;
    let entered = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let dates = order.lines.iter().filter_map(|line| line.delivery_date);
    PricedOrder {
        customer: order.customer.to_string(),
        customer_group: string(&order.customer_group),
        territory: string(&order.territory),
        company: order.company.to_string(),
        transaction_date: Some(order.date),
        delivery_date: dates.max().or(entry.delivery_date),
        order_type: "Sales".to_owned(),
        currency: order.currency.to_string(),
        conversion_rate: figures.keep("conversion_rate", order.conversion_rate),
        selling_price_list: order.price_list.to_string(),
        price_list_currency: order.price_list_currency.to_string(),
        plc_conversion_rate: figures.keep("plc_conversion_rate", order.plc_conversion_rate),
        ignore_pricing_rule: entry.ignore_pricing_rule,
        tax_category: string(&order.tax_category),
        taxes_and_charges: string(&order.taxes_and_charges),
        shipping_rule: entered(&entry.shipping_rule),
        payment_terms_template: string(&order.payment_terms_template),
        sales_partner: string(&order.sales_partner),
        campaign: string(&order.campaign),
        coupon_code: string(&order.coupon_code),
        apply_discount_on: order.apply_discount_on.name().to_owned(),
        disable_rounded_total: order.disable_rounded_total(),
        ..PricedOrder::default()
    }
}

fn set_totals(order: &Order<'_>, priced: &mut PricedOrder, figures: &mut Figures) {
    let totals = &order.totals;
    let mut keep = |field: &'static str, number: Num| figures.keep(field, number);
    priced.commission_rate = keep("commission_rate", order.commission_rate);
    priced.additional_discount_percentage =
        keep("additional_discount_percentage", order.additional_discount_percentage);
    priced.discount_amount = keep("discount_amount", order.discount_amount);
    priced.base_discount_amount = keep("base_discount_amount", totals.base_discount_amount);
    priced.total_qty = keep("total_qty", totals.total_qty);
    priced.total = keep("total", totals.total);
    priced.base_total = keep("base_total", totals.base_total);
    priced.net_total = keep("net_total", totals.net_total);
    priced.base_net_total = keep("base_net_total", totals.base_net_total);
    priced.total_taxes_and_charges =
        keep("total_taxes_and_charges", totals.total_taxes_and_charges);
    priced.base_total_taxes_and_charges =
        keep("base_total_taxes_and_charges", totals.base_total_taxes_and_charges);
    priced.grand_total = keep("grand_total", totals.grand_total);
    priced.base_grand_total = keep("base_grand_total", totals.base_grand_total);
    priced.rounding_adjustment = keep("rounding_adjustment", totals.rounding_adjustment);
    priced.base_rounding_adjustment =
        keep("base_rounding_adjustment", totals.base_rounding_adjustment);
    priced.rounded_total = keep("rounded_total", totals.rounded_total);
    priced.base_rounded_total = keep("base_rounded_total", totals.base_rounded_total);
    priced.total_net_weight = keep("total_net_weight", totals.total_net_weight);
    priced.amount_eligible_for_commission =
        keep("amount_eligible_for_commission", totals.amount_eligible_for_commission);
    priced.total_commission = keep("total_commission", totals.total_commission);
    if !order.settings().global.disable_in_words {
        let rounded = !order.disable_rounded_total();
        let pick = |rounded_total: Num, total: Num| if rounded { rounded_total } else { total };
        let total = pick(totals.rounded_total, totals.grand_total);
        let base_total = pick(totals.base_rounded_total, totals.base_grand_total);
        priced.in_words = Some(words(order, total, &order.currency));
        priced.base_in_words = Some(words(order, base_total, &order.company_currency));
    }
}

fn words(order: &Order<'_>, amount: Num, currency: &Text) -> String {
    let found = order.masters.currencies.get(currency);
    let own = found.and_then(|found| found.number_format.as_deref());
    let words = CurrencyWords {
        name: currency,
        fraction: found.and_then(|found| found.fraction.as_deref()),
        number_format: own.map_or(order.settings().system.number_format, NumberFormat::named),
    };
    money_in_words(amount.abs().get(), &words)
}

fn line_of(line: &Line, figures: &mut Figures) -> PricedLine {
    let mut keep = |field: &'static str, number: Num| figures.keep(field, number);
    let free_by_rule = match &line.rules {
        LineRules::Free(rule) => Some(rule.to_string()),
        _ => None,
    };
    let pricing_rules = match &line.rules {
        LineRules::None => String::new(),
        LineRules::List(names) => text::rule_names(names),
        LineRules::Free(name) => name.to_string(),
    };
    PricedLine {
        entry_index: line.entry_index,
        free_by_rule,
        item_code: line.item.item_code.to_string(),
        item_name: string(&line.item.item_name),
        item_group: string(&line.item.item_group),
        brand: string(&line.item.brand),
        qty: keep("qty", line.qty),
        uom: line.uom.to_string(),
        stock_uom: line.item.stock_uom.to_string(),
        conversion_factor: keep("conversion_factor", line.conversion_factor),
        stock_qty: keep("stock_qty", line.stock_qty),
        warehouse: string(&line.warehouse),
        delivery_date: line.delivery_date,
        price_list_rate: keep("price_list_rate", line.price_list_rate),
        base_price_list_rate: keep("base_price_list_rate", line.base_price_list_rate),
        margin_type: line.margin_type.map(|kind| kind.name().to_owned()),
        margin_rate_or_amount: keep("margin_rate_or_amount", line.margin_rate_or_amount),
        rate_with_margin: keep("rate_with_margin", line.rate_with_margin),
        base_rate_with_margin: keep("base_rate_with_margin", line.base_rate_with_margin),
        discount_percentage: keep("discount_percentage", line.discount_percentage),
        discount_amount: keep("discount_amount", line.discount_amount),
        distributed_discount_amount: keep(
            "distributed_discount_amount",
            line.distributed_discount_amount,
        ),
        rate: keep("rate", line.rate),
        base_rate: keep("base_rate", line.base_rate),
        amount: keep("amount", line.amount),
        base_amount: keep("base_amount", line.base_amount),
        net_rate: keep("net_rate", line.net_rate),
        base_net_rate: keep("base_net_rate", line.base_net_rate),
        net_amount: keep("net_amount", line.net_amount),
        base_net_amount: keep("base_net_amount", line.base_net_amount),
        stock_uom_rate: keep("stock_uom_rate", line.stock_uom_rate),
        item_tax_template: string(&line.item_tax_template),
        item_tax_rate: text::rates(&line.item_tax_rate),
        is_free_item: line.is_free_item,
        pricing_rules,
        weight_per_unit: keep("weight_per_unit", line.weight_per_unit),
        total_weight: keep("total_weight", line.total_weight),
    }
}

fn tax_of(tax: &Tax, figures: &mut Figures) -> PricedTax {
    let mut keep = |field: &'static str, number: Num| figures.keep(field, number);
    PricedTax {
        charge_type: tax.charge_type.name().to_owned(),
        row_id: string(&tax.row_id),
        account_head: tax.account_head.to_string(),
        description: string(&tax.description),
        included_in_print_rate: tax.included_in_print_rate,
        rate: keep("rate", tax.rate),
        tax_amount: keep("tax_amount", tax.tax_amount),
        base_tax_amount: keep("base_tax_amount", tax.base_tax_amount),
        tax_amount_after_discount_amount: keep(
            "tax_amount_after_discount_amount",
            tax.tax_amount_after_discount_amount,
        ),
        base_tax_amount_after_discount_amount: keep(
            "base_tax_amount_after_discount_amount",
            tax.base_tax_amount_after_discount_amount,
        ),
        total: keep("total", tax.total),
        base_total: keep("base_total", tax.base_total),
        item_wise_tax_detail: text::item_wise(&tax.item_wise),
    }
}

fn payment_of(payment: &Payment, figures: &mut Figures) -> PricedPayment {
    let term = payment.term.as_ref();
    let mut keep = |field: &'static str, number: Num| figures.keep(field, number);
    PricedPayment {
        payment_term: term.and_then(|term| string(&term.payment_term)),
        description: term.and_then(|term| string(&term.description)),
        due_date: payment.due_date,
        invoice_portion: keep("invoice_portion", payment.invoice_portion),
        payment_amount: keep("payment_amount", payment.payment_amount),
        base_payment_amount: keep("base_payment_amount", payment.base_payment_amount),
        outstanding: keep("outstanding", payment.payment_amount),
        discount_type: term.and_then(|term| string(&term.discount_type)),
        discount_date: payment.discount_date,
        discount: keep("discount", term.map(|term| term.discount).unwrap_or_default()),
    }
}
