//! The doctypes of which there are many, with the fields the phone uses.

use super::{Columns, Condition, Entry, OVER, Presence, SMALL, TableOf};

/// Looked at in every round.
const LARGE: Entry = Entry { every: 0, ..SMALL };
/// Orders can be taken before it is here.
const LATER: Entry = Entry { to_sell: false, ..LARGE };

pub(super) const ITEM: Entry = Entry {
    doctype: "Item",
    columns: Columns::Named(&[
        "item_code",
        "item_name",
        "item_group",
        "brand",
        "stock_uom",
        "sales_uom",
        "image",
        "disabled",
        "is_sales_item",
        "is_stock_item",
        "has_variants",
        "variant_of",
        "end_of_life",
        "grant_commission",
        "weight_per_unit",
        "weight_uom",
        "max_discount",
        "last_purchase_rate",
    ]),
    tables: &[
        TableOf { field: "barcodes", rows: "Item Barcode", columns: &["barcode", "uom"] },
        TableOf {
            field: "uoms",
            rows: "UOM Conversion Detail",
            columns: &["uom", "conversion_factor"],
        },
        TableOf {
            field: "taxes",
            rows: "Item Tax",
            columns: &[
                "item_tax_template",
                "tax_category",
                "valid_from",
                "minimum_net_rate",
                "maximum_net_rate",
            ],
        },
        TableOf {
            field: "item_defaults",
            rows: "Item Default",
            columns: &["company", "default_warehouse"],
        },
    ],
    page: 5_000,
    ..LARGE
};

pub(super) const ITEM_PRICE: Entry = Entry {
    doctype: "Item Price",
    columns: Columns::Named(&[
        "item_code",
        "price_list",
        "uom",
        "currency",
        "price_list_rate",
        "packing_unit",
        "selling",
        "customer",
        "supplier",
        "batch_no",
        "valid_from",
        "valid_upto",
    ]),
    always: &[Condition::Number("selling", "=", 1)],
    page: 5_000,
    ..LARGE
};

pub(super) const CUSTOMER: Entry = Entry {
    doctype: "Customer",
    columns: Columns::Named(&[
        "customer_name",
        "customer_group",
        "customer_type",
        "territory",
        "mobile_no",
        "email_id",
        "customer_details",
        "customer_primary_address",
        "customer_primary_contact",
        "default_currency",
        "default_price_list",
        "default_sales_partner",
        "default_commission_rate",
        "payment_terms",
        "tax_category",
        "tax_id",
        "language",
        "is_frozen",
        "disabled",
        "satchel_uid",
        "satchel_latitude",
        "satchel_longitude",
        "custom_latitude",
        "custom_longitude",
        "latitude",
        "longitude",
    ]),
    page: 2_000,
    ..LARGE
};

const LINKS: TableOf =
    TableOf { field: "links", rows: "Dynamic Link", columns: &["link_doctype", "link_name"] };

pub(super) const ADDRESS: Entry = Entry {
    doctype: "Address",
    columns: Columns::Named(&[
        "address_title",
        "address_type",
        "address_line1",
        "address_line2",
        "city",
        "county",
        "state",
        "pincode",
        "country",
        "phone",
        "email_id",
        "tax_category",
        "is_primary_address",
        "is_shipping_address",
        "is_your_company_address",
        "disabled",
        "satchel_uid",
        "satchel_latitude",
        "satchel_longitude",
        "custom_latitude",
        "custom_longitude",
        "latitude",
        "longitude",
    ]),
    tables: &[LINKS],
    page: 2_000,
    ..LARGE
};

pub(super) const CONTACT: Entry = Entry {
    doctype: "Contact",
    columns: Columns::Named(&[
        "first_name",
        "last_name",
        "full_name",
        "designation",
        "email_id",
        "mobile_no",
        "phone",
        "is_primary_contact",
        "satchel_uid",
    ]),
    tables: &[LINKS],
    page: 2_000,
    ..LATER
};

/// For the calendar alone; what may be seen of it is not the same for every rep of a group.
pub(super) const LEAD: Entry = Entry {
    doctype: "Lead",
    columns: Columns::Named(&["lead_name", "company_name", "status", "mobile_no", "territory"]),
    at_first: &[Condition::NoneOf("status", &["Converted", "Do Not Contact"])],
    page: 2_000,
    every: 8 * super::HOUR,
    presence: Presence::Some(&["status"]),
    ..LATER
};

pub(super) const BIN: Entry = Entry {
    doctype: "Bin",
    columns: Columns::Named(&["item_code", "warehouse", "actual_qty", "reserved_qty"]),
    at_first: &[Condition::Number("actual_qty", "!=", 0)],
    page: 5_000,
    presence: Presence::Stays,
    ..LATER
};

pub(super) const EVENT: Entry = Entry {
    doctype: "Event",
    tables: &[TableOf {
        field: "event_participants",
        rows: "Event Participants",
        columns: &["name", "reference_doctype", "reference_docname", "email"],
    }],
    at_first: &[Condition::NoneOf("status", &["Completed", "Closed", "Cancelled"])],
    page: 300,
    presence: Presence::Some(&["status"]),
    ..LATER
};

pub(super) const SALES_ORDER: Entry = Entry {
    doctype: "Sales Order",
    columns: Columns::Named(&[
        "customer",
        "customer_name",
        "company",
        "transaction_date",
        "delivery_date",
        "status",
        "delivery_status",
        "billing_status",
        "per_delivered",
        "per_billed",
        "currency",
        "selling_price_list",
        "net_total",
        "total_taxes_and_charges",
        "grand_total",
        "rounded_total",
        "docstatus",
        "satchel_uid",
        "satchel_receipt_no",
    ]),
    tables: &[TableOf {
        field: "items",
        rows: "Sales Order Item",
        columns: &[
            "item_code",
            "item_name",
            "uom",
            "qty",
            "rate",
            "amount",
            "is_free_item",
            "delivered_qty",
        ],
    }],
    always: &[Condition::Own],
    page: 200,
    presence: Presence::Some(&[
        "status",
        "docstatus",
        "delivery_status",
        "billing_status",
        "per_delivered",
        "per_billed",
    ]),
    ..LATER
};

pub(super) const TASK: Entry = Entry {
    doctype: "Task",
    tables: &[TableOf {
        field: "depends_on",
        rows: "Task Depends On",
        columns: &["name", "task", "subject"],
    }],
    page: 300,
    at_first: &[Condition::NoneOf("status", OVER)],
    presence: Presence::Some(&["status"]),
    ..LATER
};

pub(super) const PROJECT: Entry = Entry {
    doctype: "Project",
    page: 300,
    every: super::HOUR,
    at_first: &[Condition::NoneOf("status", OVER)],
    presence: Presence::Some(&["status", "percent_complete"]),
    ..LATER
};
