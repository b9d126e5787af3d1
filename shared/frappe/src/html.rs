//! The site's messages are HTML; a phone shows sentences.

/// Longest text taken from one message, in characters; what follows is cut with an ellipsis.
pub const MAX_CHARS: usize = 2_000;

/// Tags that end a line of text.
const BREAKING: [&str; 13] =
    ["br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "hr"];

/// The text of an HTML fragment: tags dropped, entities decoded, white space folded, one line for
/// each line a browser would show. Text that only looks like a tag ("Qty < 5") stays.
pub fn plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        text.push_str(before);
        match tag_at_start(tag) {
            Some((name, after)) => {
                push_for_tag(&mut text, &name);
                rest = if matches!(name.as_str(), "script" | "style" | "title") {
                    after_closing(after, &name)
                } else {
                    after
                };
            }
            None => {
                text.push('<');
                rest = tag.get(1..).unwrap_or_default();
            }
        }
    }
    text.push_str(rest);
    shorten(fold_lines(&html_escape::decode_html_entities(&text)))
}

/// The name of the tag `text` begins with, in small letters and without `/`, and what follows the tag.
fn tag_at_start(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        let after = comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or("");
        return Some((String::new(), after));
    }
    let named = inner.strip_prefix('/').unwrap_or(inner);
    if !named.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
        return None;
    }
    let end = inner.find('>')?;
    let name = named
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '!')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    Some((name, inner.get(end + 1..).unwrap_or_default()))
}

fn push_for_tag(text: &mut String, name: &str) {
    if BREAKING.contains(&name) {
        text.push('\n');
    } else if matches!(name, "td" | "th") {
        text.push(' ');
    }
}

/// What follows the closing tag of `name`; nothing if it is never closed.
fn after_closing<'a>(text: &'a str, name: &str) -> &'a str {
    let closing = format!("</{name}");
    let Some(at) = text.to_ascii_lowercase().find(&closing) else { return "" };
    let rest = text.get(at..).unwrap_or_default();
    rest.find('>').and_then(|end| rest.get(end + 1..)).unwrap_or_default()
}

/// Folds white space, a no-break space included, and drops control characters and empty lines.
fn fold_lines(text: &str) -> String {
    text.lines()
        .map(|line| {
            let clean: String =
                line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            clean.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn shorten(text: String) -> String {
    match text.char_indices().nth(MAX_CHARS) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_words_and_drops_tags() {
        assert_eq!(
            plain_text(" Not allowed to change <strong>Customer</strong> after submission"),
            "Not allowed to change Customer after submission"
        );
    }

    #[test]
    fn a_link_leaves_its_text() {
        let html =
            "You must <a href='https://x.example/?a=b' target='_blank'> Cancel </a> it first.";
        assert_eq!(plain_text(html), "You must Cancel it first.");
    }

    #[test]
    fn lines_follow_breaks_and_rows() {
        let html =
            "<ul><li>One</li><li>Two</li></ul>a<br>b<table><tr><td>c</td><td>d</td></tr></table>";
        assert_eq!(plain_text(html), "One\nTwo\na\nb\nc d");
    }

    #[test]
    fn a_smaller_than_sign_is_no_tag() {
        assert_eq!(plain_text("Qty < 5 and > 2"), "Qty < 5 and > 2");
        assert_eq!(plain_text("a <b"), "a <b");
    }

    #[test]
    fn entities_are_decoded_after_tags_are_dropped() {
        assert_eq!(plain_text("Tom &amp; Co&nbsp;don&#39;t &lt;b&gt;"), "Tom & Co don't <b>");
    }

    #[test]
    fn scripts_and_comments_vanish() {
        assert_eq!(plain_text("a<script>if (1<2) x()</script>b<!-- <b>c -->d"), "abd");
        assert_eq!(plain_text("a<style>never closed"), "a");
    }

    #[test]
    fn a_flood_is_cut() {
        let text = plain_text(&"ä".repeat(MAX_CHARS * 3));
        assert_eq!(text.chars().count(), MAX_CHARS + 1);
    }
}
