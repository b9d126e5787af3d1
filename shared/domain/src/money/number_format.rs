//! The number formats a site or a currency may choose.

/// How a number is written: its decimal and group marks and the digits after the decimal mark.
///
/// Source: the options of `System Settings.number_format` and `Currency.number_format`, as
/// `frappe/utils/data.py` (`get_number_format_info`) reads them. Its precision there is that of
/// the format, never that of the currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberFormat {
    name: &'static str,
    decimal: &'static str,
    group: &'static str,
    precision: u32,
}

const FORMATS: [NumberFormat; 10] = [
    NumberFormat::new("#,###.##", ".", ",", 2),
    NumberFormat::new("#.###,##", ",", ".", 2),
    NumberFormat::new("# ###.##", ".", " ", 2),
    NumberFormat::new("# ###,##", ",", " ", 2),
    NumberFormat::new("#'###.##", ".", "'", 2),
    NumberFormat::new("#, ###.##", ".", ", ", 2),
    NumberFormat::new("#,##,###.##", ".", ",", 2),
    NumberFormat::new("#,###.###", ".", ",", 3),
    NumberFormat::new("#.###", "", ".", 0),
    NumberFormat::new("#,###", "", ",", 0),
];

impl NumberFormat {
    const fn new(
        name: &'static str,
        decimal: &'static str,
        group: &'static str,
        precision: u32,
    ) -> Self {
        Self { name, decimal, group, precision }
    }

    /// All formats a site can choose, in the order its form lists them.
    pub fn all() -> &'static [Self] {
        &FORMATS
    }

    /// The format of that name. Like the server, an unknown or empty name means `#,###.##`.
    pub fn named(name: &str) -> Self {
        FORMATS.iter().find(|format| format.name == name).copied().unwrap_or_default()
    }

    /// The name a site knows it by, such as `#.###,##`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The decimal mark; empty for formats of whole numbers.
    pub fn decimal(&self) -> &'static str {
        self.decimal
    }

    /// The mark between groups of digits.
    pub fn group(&self) -> &'static str {
        self.group
    }

    /// Digits after the decimal mark.
    pub fn precision(&self) -> u32 {
        self.precision
    }

    /// Whether digits group by lakh and crore: three, then two by two.
    pub fn is_indian(&self) -> bool {
        self.name == "#,##,###.##"
    }
}

impl Default for NumberFormat {
    fn default() -> Self {
        Self::new("#,###.##", ".", ",", 2)
    }
}
