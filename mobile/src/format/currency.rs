//! What ISO 4217 says about a currency, as far as a screen needs it.

/// Digits after the decimal mark (ISO 4217 minor unit): 2 for all but these.
pub fn decimals(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX"
        | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

/// The sign a currency is known by; `None` where its code is clearer.
pub fn sign(currency: &str) -> Option<&'static str> {
    match currency {
        "EUR" => Some("€"),
        "USD" => Some("$"),
        "GBP" => Some("£"),
        "BRL" => Some("R$"),
        "JPY" => Some("¥"),
        "INR" => Some("₹"),
        _ => None,
    }
}
