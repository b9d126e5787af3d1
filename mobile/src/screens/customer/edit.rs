//! Changing a customer: what the office has stays beside it until both agree.

use crate::ask::Problem;
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::CustomerFields;

/// A field of a customer.
type Part = (&'static str, String, fn(&CustomerFields) -> &String, fn(&mut CustomerFields, String));

/// The fields in reading order, each with its label.
fn parts() -> [Part; 4] {
    [
        (
            "customer_name",
            tr!("field-customer-name"),
            |f| &f.customer_name,
            |f, t| f.customer_name = t,
        ),
        ("tax_id", tr!("field-tax-id"), |f| &f.tax_id, |f, t| f.tax_id = t),
        (
            "customer_group",
            tr!("field-customer-group"),
            |f| &f.customer_group,
            |f, t| f.customer_group = t,
        ),
        ("territory", tr!("field-territory"), |f| &f.territory, |f, t| f.territory = t),
    ]
}

/// The sheet with the fields; `fields` are as they were when it was opened.
#[component]
pub fn Edit(
    fields: CustomerFields,
    problem: Option<Problem>,
    on_save: EventHandler<CustomerFields>,
    on_close: EventHandler<()>,
) -> Element {
    let mut typed = use_signal(|| fields.clone());
    rsx! {
        Sheet {
            title: tr!("customer-change"),
            sub: fields.customer_name.clone(),
            on_close,
            foot: rsx! {
                Action {
                    label: tr!("customer-change-save"),
                    glyph: Glyph::Check,
                    on_press: move |()| on_save.call(typed.peek().clone()),
                }
            },
            div { class: "grid gap-4",
                for (field, label, read, write) in parts() {
                    Field {
                        key: "{field}",
                        id: "customer-{field}",
                        label,
                        text: read(&fields).clone(),
                        longest: 140,
                        on_type: move |text| typed.with_mut(|typed| write(typed, text)),
                    }
                }
                if let Some(problem) = problem {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                }
            }
        }
    }
}
