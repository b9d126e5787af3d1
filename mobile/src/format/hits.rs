//! Marks in a name what was searched for.

/// The name in pieces; true on the starts of words that were typed, accents and case aside.
pub fn hits(name: &str, typed: &str) -> Vec<(String, bool)> {
    let wanted: Vec<Vec<char>> =
        typed.split_whitespace().map(|word| word.chars().map(plain).collect()).collect();
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut rest = name;
    let mut at_start = true;
    while let Some(first) = rest.chars().next() {
        let found = if at_start { longest(rest, &wanted) } else { 0 };
        let (piece, hit) = match rest.split_at_checked(found) {
            Some((piece, _)) if found > 0 => (piece, true),
            _ => (rest.get(..first.len_utf8()).unwrap_or(rest), false),
        };
        at_start = piece.chars().last().is_some_and(|c| !c.is_alphanumeric());
        rest = rest.get(piece.len()..).unwrap_or_default();
        match pieces.last_mut() {
            Some((last, same)) if *same == hit => last.push_str(piece),
            _ => pieces.push((piece.to_owned(), hit)),
        }
    }
    pieces
}

/// Bytes at the start of `text` that the longest fitting word covers.
fn longest(text: &str, wanted: &[Vec<char>]) -> usize {
    let covered = |word: &[char]| {
        let mut chars = text.char_indices();
        for want in word {
            match chars.next() {
                Some((_, c)) if plain(c) == *want => {}
                _ => return 0,
            }
        }
        chars.next().map_or(text.len(), |(end, _)| end)
    };
    wanted.iter().filter(|word| !word.is_empty()).map(|word| covered(word)).max().unwrap_or(0)
}

/// A letter without its case and, where it is one of the accented letters of our languages,
/// without its accent.
fn plain(c: char) -> char {
    let c = c.to_lowercase().next().unwrap_or(c);
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'أ' | 'إ' | 'آ' => 'ا',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(name: &str, typed: &str) -> String {
        hits(name, typed)
            .into_iter()
            .map(|(piece, hit)| if hit { format!("[{piece}]") } else { piece })
            .collect()
    }

    #[test]
    fn starts_of_words_are_marked() {
        for (name, typed, seen) in [
            ("Pedra Alta Sparkling 1 L", "spark", "Pedra Alta [Spark]ling 1 L"),
            ("Pão de Forma", "pao fo", "[Pão] de [Fo]rma"),
            ("Sparkling", "park", "Sparkling"),
            ("Anis", "", "Anis"),
            ("CL-2075", "2075", "CL-[2075]"),
        ] {
            assert_eq!(marked(name, typed), seen);
        }
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(name in "\\PC{0,40}", typed in "\\PC{0,20}") {
            let whole: String = hits(&name, &typed).into_iter().map(|(piece, _)| piece).collect();
            prop_assert_eq!(whole, name);
        }
    }
}
