//! The one place that names what differs between versions of ERPNext.

/// A site's ERPNext version, as `frappe.utils.change_log.get_versions` tells it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ServerVersion {
    major: u32,
    minor: u32,
    patch: u32,
}

impl Default for ServerVersion {
    /// 15.71.1, the version of recordings that name none.
    fn default() -> Self {
        Self::new(15, 71, 1)
    }
}

impl std::fmt::Display for ServerVersion {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

impl std::str::FromStr for ServerVersion {
    type Err = super::MasterError;

    /// Reads `15.99.1`; what follows a third number (`15.99.1-dev`) is left out.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut numbers = text.trim().trim_start_matches('v').splitn(3, '.').map(|part| {
            let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
            part.get(..digits).and_then(|part| part.parse().ok())
        });
        let mut next = || numbers.next().unwrap_or(Some(0));
        match (next(), next(), next()) {
            (Some(major), Some(minor), Some(patch)) if major > 0 => {
                Ok(Self::new(major, minor, patch))
            }
            _ => Err(super::MasterError::Version { text: text.to_owned() }),
        }
    }
}

impl ServerVersion {
    /// A version by its three numbers.
    pub const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self { major, minor, patch }
    }

    /// Whether it is newer than any version whose prices were compared with recordings. Such a
    /// site is priced as the newest known one, and the price says so.
    pub fn is_unknown(&self) -> bool {
        *self > NEWEST_KNOWN
    }

    /// What this version does differently from 15.71.1.
    pub(crate) fn differences(&self) -> Differences {
        KNOWN
            .iter()
            .rev()
            .find(|(since, _)| since <= self)
            .map(|(_, differences)| *differences)
            .unwrap_or_default()
    }
}

const NEWEST_KNOWN: ServerVersion = ServerVersion::new(15, 99, 1);

/// Each version from which on prices differ, oldest first. The exact releases between the two
/// recorded versions are not known; what lies between prices as the older one.
const KNOWN: [(ServerVersion, Differences); 1] = [(
    NEWEST_KNOWN,
    Differences {
        discount_bound_by_total: true,
        retax_after_discount: true,
        skip_disabled_item_tax_template: true,
        distribute_rounding_difference: true,
        unapplied_rule_only_remarked: true,
        selling_price_ignores_valuation: true,
        fallback_price_list: true,
        stock_uom_factor_is_one: true,
    },
)];

/// What a version does differently from 15.71.1; all false there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Differences {
    /// An additional discount above the total before it is refused.
    pub(crate) discount_bound_by_total: bool,
    /// A discount that moves a line into another slab of its item tax taxes it anew.
    pub(crate) retax_after_discount: bool,
    /// A disabled Item Tax Template is passed over in the look-up.
    pub(crate) skip_disabled_item_tax_template: bool,
    /// The rounding difference of inclusive tax is part of what a discount on the grand total
    /// distributes.
    pub(crate) distribute_rounding_difference: bool,
    /// A rule on the transaction that only checks is never applied, also where nothing was typed.
    pub(crate) unapplied_rule_only_remarked: bool,
    /// `validate_selling_price` compares with the last purchase rate only.
    pub(crate) selling_price_ignores_valuation: bool,
    /// Selling Settings has `fallback_to_default_price_list`.
    pub(crate) fallback_price_list: bool,
    /// A unit equal to the stock unit has factor 1, and a variant's own factor comes before its
    /// template's.
    pub(crate) stock_uom_factor_is_one: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_read_and_compare() {
        let read = |text: &str| text.parse::<ServerVersion>();
        assert_eq!(read("15.99.1").unwrap(), NEWEST_KNOWN);
        assert_eq!(read("15.100.0-dev").unwrap(), ServerVersion::new(15, 100, 0));
        assert_eq!(read("v16").unwrap(), ServerVersion::new(16, 0, 0));
        assert!(read("15.99.2").unwrap().is_unknown());
        assert!(!ServerVersion::default().is_unknown());
        assert!(read("").is_err() && read("latest").is_err());
    }

    #[test]
    fn an_unknown_version_prices_as_the_newest_known() {
        assert_eq!(ServerVersion::new(16, 2, 0).differences(), NEWEST_KNOWN.differences());
        assert_eq!(ServerVersion::new(15, 80, 0).differences(), Differences::default());
    }
}
