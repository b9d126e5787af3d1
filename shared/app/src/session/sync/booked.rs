//! What the office made of an order.

use super::rows::{own_reason, words};
use crate::AppError;
use crate::session::Session;
use crate::session::placing::placed_due;
use crate::views::{BookedView, DifferenceView};
use satchel_domain::orders::OrderEvent;
use satchel_store::{DifferenceReason, OrderDetail, TotalsDifference};

impl Session {
    /// What the office made of an order; nothing before it has it.
    pub(crate) fn booked(&self, order: &OrderDetail) -> Result<Option<BookedView>, AppError> {
        let mut booked: Option<BookedView> = None;
        for entry in &order.timeline {
            match (&entry.event, &mut booked) {
                (OrderEvent::Booked { name }, _) => {
                    let difference = self.inner.store.totals_difference(order.row.uid)?;
                    booked = Some(BookedView {
                        name: name.clone(),
                        submitted: false,
                        said: String::new(),
                        reason: None,
                        difference: difference.as_ref().map(difference_view),
                    });
                }
                (OrderEvent::Submitted, Some(view)) => {
                    view.submitted = true;
                    view.said.clear();
                    view.reason = None;
                }
                (OrderEvent::SubmitRefused { reason }, Some(view)) => {
                    view.said = words(reason);
                    view.reason = own_reason(reason);
                }
                _ => {}
            }
        }
        Ok(booked)
    }
}

fn difference_view(difference: &TotalsDifference) -> DifferenceView {
    let (reason, args) = match &difference.reason {
        DifferenceReason::PricedBySite => ("difference-priced-by-site", Vec::new()),
        DifferenceReason::RateChanged { item_code, phone, server, price_changed_since } => {
            let args = vec![
                ("item", item_code.clone()),
                ("phone", phone.clone()),
                ("server", server.clone()),
            ];
            match price_changed_since {
                true => ("difference-price-changed", args),
                false => ("difference-rate-changed", args),
            }
        }
        DifferenceReason::TaxesDiffer => ("difference-taxes", Vec::new()),
        DifferenceReason::Provisional => ("difference-provisional", Vec::new()),
        DifferenceReason::Rounding => ("difference-rounding", Vec::new()),
        DifferenceReason::Unknown => ("difference-unknown", Vec::new()),
    };
    DifferenceView {
        promised: placed_due(&difference.phone),
        booked: placed_due(&difference.server),
        reason,
        args,
    }
}
