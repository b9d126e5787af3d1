//! Stock in words: how much is in the van, and where else there is some.

use super::quantity;
use crate::components::Tone;
use crate::tr;
use rust_decimal::Decimal;
use satchel_app::views::StockView;

/// From this many units down, what is here counts as low.
const LOW: Decimal = Decimal::TWO;

/// `Van 14`, `Van 2 · low`, `Not in van · 48 in store`, counted in a unit of `conversion_factor`
/// stock units, and how it is coloured. `None` for an item without stock keeping.
pub fn words(stock: &StockView, conversion_factor: Decimal) -> Option<(String, Tone)> {
    if !stock.kept {
        return None;
    }
    let whole = |qty: Decimal| in_units(qty, conversion_factor).floor().max(Decimal::ZERO);
    let (here, elsewhere) = (whole(stock.here), whole(stock.elsewhere));
    Some(if here > LOW {
        (tr!("stock-van", here: quantity(here)), Tone::Quiet)
    } else if here > Decimal::ZERO {
        (tr!("stock-van-low", here: quantity(here)), Tone::Waiting)
    } else if stock.here > Decimal::ZERO {
        (tr!("stock-van-part"), Tone::Waiting)
    } else if elsewhere > Decimal::ZERO {
        (tr!("stock-elsewhere", elsewhere: quantity(elsewhere)), Tone::Waiting)
    } else {
        (tr!("stock-none"), Tone::Waiting)
    })
}

/// Stock units counted in a unit; a factor that makes no sense counts as one.
pub fn in_units(qty: Decimal, conversion_factor: Decimal) -> Decimal {
    if conversion_factor > Decimal::ZERO {
        qty.checked_div(conversion_factor).unwrap_or(qty)
    } else {
        qty
    }
}
