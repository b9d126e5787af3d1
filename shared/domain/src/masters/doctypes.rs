//! The doctypes a price may look at, for whoever fills [`Masters`](super::Masters).

/// Settings doctypes: one document each, under the doctype's own name.
pub const SETTINGS: [&str; 5] = [
    "System Settings",
    "Global Defaults",
    "Accounts Settings",
    "Selling Settings",
    "Stock Settings",
];

/// Small doctypes that must be in as a whole: what a rule, a tax, a unit or a currency may refer to.
pub const KEPT_WHOLE: [&str; 21] = [
    "Company",
    "Currency",
    "Currency Exchange",
    "UOM",
    "UOM Conversion Factor",
    "Warehouse",
    "Customer Group",
    "Territory",
    "Item Group",
    "Brand",
    "Price List",
    "Tax Rule",
    "Account",
    "Item Tax Template",
    "Sales Taxes and Charges Template",
    "Shipping Rule",
    "Payment Terms Template",
    "Sales Partner",
    "Coupon Code",
    "Product Bundle",
    "Pricing Rule",
];

/// Doctypes that may be put in as an order needs them.
pub const AS_NEEDED: [&str; 5] = ["Customer", "Address", "Item", "Item Price", "Bin"];

/// The child tables of [`KEPT_WHOLE`] that decide prices: doctype, its table field, the doctype of
/// the rows. No other table of these doctypes is looked at.
pub const TABLES: [(&str, &str, &str); 12] = [
    ("Item Group", "item_group_defaults", "Item Default"),
    ("Item Group", "taxes", "Item Tax"),
    ("Brand", "brand_defaults", "Item Default"),
    ("Item Tax Template", "taxes", "Item Tax Template Detail"),
    ("Sales Taxes and Charges Template", "taxes", "Sales Taxes and Charges"),
    ("Shipping Rule", "conditions", "Shipping Rule Condition"),
    ("Shipping Rule", "countries", "Shipping Rule Country"),
    ("Payment Terms Template", "terms", "Payment Terms Template Detail"),
    ("Product Bundle", "items", "Product Bundle Item"),
    ("Pricing Rule", "items", "Pricing Rule Item Code"),
    ("Pricing Rule", "item_groups", "Pricing Rule Item Group"),
    ("Pricing Rule", "brands", "Pricing Rule Brand"),
];
