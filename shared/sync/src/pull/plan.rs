//! What is pulled: the doctypes in the order that makes selling possible soonest, and of each the
//! fields and tables the phone uses. All of it stands here.
//!
//! Small doctypes are read with all fields, so that a site's own fields survive. Of the large ones only
//! what is named: 100,000 items with all fields are 190 MB, with these 20.

mod large;
mod team;

use satchel_domain::masters::TABLES;
use satchel_domain::receipts::{PRINT_FORMAT, PRINT_FORMATS};

/// Minutes in an hour; intervals are in minutes.
const HOUR: u32 = 60;
/// Minutes in a day.
const DAY: u32 = 24 * HOUR;

/// Which fields of a doctype.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// A settings doctype: one document, read whole.
    Settings,
    /// Every field the user may see.
    All,
    /// These, as far as the site has them and the user may see them.
    Named(&'static [&'static str]),
}

/// A child table that is read with its parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableOf {
    /// The field of the parent.
    pub field: &'static str,
    /// DocType of the rows.
    pub rows: &'static str,
    /// Fields of the rows; empty for all.
    pub columns: &'static [&'static str],
}

/// How documents that went away are noticed, and those that came into sight without a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The phone has every document the user may read: the two sets of names are compared.
    Every,
    /// The phone has some: the site is asked which of these are still there, and what their fields
    /// are that move without `modified`.
    Some(&'static [&'static str]),
    /// Nothing is taken away.
    Stays,
}

/// A condition of a list: field, operator, value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// A number field.
    Number(&'static str, &'static str, i64),
    /// A text field that has one of these values.
    OneOf(&'static str, &'static [&'static str]),
    /// A text field that has none of these values.
    NoneOf(&'static str, &'static [&'static str]),
    /// A text field that has this value.
    Text(&'static str, &'static str),
    /// `owner` is the user of the phone.
    Own,
    /// `owner` is somebody else.
    Others,
    /// A date or time field within so many days back.
    Recent(&'static str, u64),
}

/// One doctype of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The doctype.
    pub doctype: &'static str,
    /// Its fields.
    pub columns: Columns,
    /// Its tables besides those that decide prices.
    pub tables: &'static [TableOf],
    /// What every document of it must meet.
    pub always: &'static [Condition],
    /// What documents of the first load must meet besides; later changes come all.
    pub at_first: &'static [Condition],
    /// Documents a request.
    pub page: u32,
    /// Minutes between two looks for changes; 0 for every round.
    pub every: u32,
    /// How what went away is noticed.
    pub presence: Presence,
    /// Whether orders can be taken only once it is here.
    pub to_sell: bool,
    /// The name it is kept under, where that is not the doctype: the same documents may be kept for
    /// two purposes.
    pub kept_as: &'static str,
    /// Pulled only where the site shows the user the visits of others.
    pub of_team: bool,
}

impl Entry {
    /// Its tables; those of the small doctypes that decide prices are the pricing's own list.
    pub fn all_tables(&self) -> Vec<TableOf> {
        let priced = TABLES.iter().filter(|(of, _, _)| *of == self.doctype);
        let priced = priced.map(|(_, field, rows)| TableOf { field, rows, columns: &[] });
        self.tables.iter().copied().chain(priced).collect()
    }

    /// Whether reps of one group have the same of it, so that it goes into a snapshot.
    pub fn is_of_group(&self) -> bool {
        let own = self.always.contains(&Condition::Own)
            || self.always.contains(&Condition::Others)
            || self.of_team;
        !own && !matches!(self.presence, Presence::Some(_))
    }

    /// The name it is kept under: its documents' here, its state's.
    pub const fn kept(&self) -> &'static str {
        if self.kept_as.is_empty() { self.doctype } else { self.kept_as }
    }

    /// The entry kept under a name.
    pub fn of(kept: &str) -> Option<&'static Self> {
        PLAN.iter().find(|entry| entry.kept() == kept)
    }
}

/// Tasks and projects that are over are not loaded at first.
const OVER: &[&str] = &["Completed", "Cancelled", "Template"];

/// As most small doctypes are.
const SMALL: Entry = Entry {
    doctype: "",
    columns: Columns::All,
    tables: &[],
    always: &[],
    at_first: &[],
    page: 500,
    every: 8 * HOUR,
    presence: Presence::Every,
    to_sell: true,
    kept_as: "",
    of_team: false,
};

const fn settings(doctype: &'static str) -> Entry {
    Entry { doctype, columns: Columns::Settings, presence: Presence::Stays, ..SMALL }
}

const fn small(doctype: &'static str) -> Entry {
    Entry { doctype, ..SMALL }
}

/// The office's own receipt templates, and none of ERPNext's other print formats.
const TEMPLATES: Entry = Entry {
    always: &[Condition::OneOf("name", &PRINT_FORMATS)],
    every: 2 * HOUR,
    to_sell: false,
    ..small(PRINT_FORMAT)
};

/// The plan, in its order.
pub const PLAN: [Entry; 44] = [
    Entry { every: 2 * HOUR, ..settings("System Settings") },
    settings("Global Defaults"),
    settings("Selling Settings"),
    settings("Accounts Settings"),
    settings("Stock Settings"),
    Entry { every: 2 * HOUR, ..small("Company") },
    small("Currency"),
    small("Price List"),
    Entry { every: 2 * HOUR, ..small("Item Group") },
    small("UOM"),
    small("Warehouse"),
    large::ITEM,
    large::ITEM_PRICE,
    small("Customer Group"),
    small("Territory"),
    large::CUSTOMER,
    large::ADDRESS,
    Entry { every: 0, ..small("Pricing Rule") },
    Entry { every: HOUR, ..small("Coupon Code") },
    small("Brand"),
    small("Product Bundle"),
    small("UOM Conversion Factor"),
    Entry { every: HOUR, ..small("Currency Exchange") },
    small("Account"),
    Entry { every: 2 * HOUR, ..small("Sales Taxes and Charges Template") },
    Entry { every: 2 * HOUR, ..small("Item Tax Template") },
    small("Tax Rule"),
    small("Shipping Rule"),
    small("Payment Terms Template"),
    Entry { every: DAY, ..small("Sales Partner") },
    large::CONTACT,
    large::BIN,
    large::PROJECT,
    large::TASK,
    Entry { every: DAY, to_sell: false, ..small("Activity Type") },
    TEMPLATES,
    large::EVENT,
    large::LEAD,
    large::SALES_ORDER,
    team::VISIT,
    team::ORDER,
    team::FILE,
    team::EMPLOYEE,
    team::SALES_PERSON,
];

#[cfg(test)]
mod tests {
    use super::*;
    use satchel_domain::masters::{AS_NEEDED, KEPT_WHOLE, SETTINGS};

    #[test]
    fn everything_a_price_may_look_at_is_pulled() {
        for doctype in SETTINGS.iter().chain(&KEPT_WHOLE).chain(&AS_NEEDED) {
            let entry = Entry::of(doctype).unwrap_or_else(|| panic!("{doctype} is not pulled"));
            assert!(entry.to_sell || *doctype == "Bin", "{doctype}");
        }
        for (doctype, field, rows) in TABLES {
            let tables = Entry::of(doctype).unwrap().all_tables();
            assert!(tables.iter().any(|table| table.field == field && table.rows == rows));
        }
    }

    #[test]
    fn what_selling_needs_comes_first() {
        let last_to_sell = PLAN.iter().rposition(|entry| entry.to_sell).unwrap();
        let first_other = PLAN.iter().position(|entry| !entry.to_sell).unwrap();
        assert!(last_to_sell < first_other);
        let place = |doctype| PLAN.iter().position(|entry| entry.doctype == doctype).unwrap();
        assert!(place("Item") < place("Item Price") && place("Item Price") < place("Customer"));
        assert!(place("Customer") < place("Address") && place("Pricing Rule") < place("Bin"));
    }

    #[test]
    fn each_doctype_stands_in_the_plan_once() {
        let mut doctypes: Vec<&str> = PLAN.iter().map(Entry::kept).collect();
        doctypes.sort_unstable();
        doctypes.dedup();
        assert_eq!(doctypes.len(), PLAN.len());
    }
}
