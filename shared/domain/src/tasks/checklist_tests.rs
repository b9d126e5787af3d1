use super::*;
use proptest::prelude::*;

const EDITOR: &str = "<p>Spring round</p><ol><li data-list=\"checked\"><span class=\"ql-ui\"></span>Between 2 &amp; 6 °C</li><li data-list=\"unchecked\">Shelf labels</li></ol>";

fn items(description: &str) -> Vec<(String, bool)> {
    checklist(description).into_iter().map(|item| (item.text, item.done)).collect()
}

#[test]
fn both_spellings_are_items_and_the_rest_is_text() {
    assert_eq!(items(EDITOR), [("Between 2 & 6 °C".into(), true), ("Shelf labels".into(), false)]);
    assert_eq!(besides_checklist(EDITOR), ["Spring round"]);
    let typed = "Bring the key<br>- [ ] Door closes<br>[X] Swept\n* [x] Lights";
    assert_eq!(
        items(typed),
        [("Door closes".into(), false), ("Swept".into(), true), ("Lights".into(), true)]
    );
    assert_eq!(besides_checklist(typed).first().map(String::as_str), Some("Bring the key"));
    assert_eq!(items("array[ ] of [x] things, <li>plain</li><li data-list=\"bullet\">b</li>"), []);
}

#[test]
fn ticking_changes_the_mark_alone() {
    let ticked_one = ticked(EDITOR, 1, true).unwrap();
    assert_eq!(ticked_one, EDITOR.replace("unchecked", "checked"));
    assert_eq!(ticked(EDITOR, 2, true), None);
    assert_eq!(ticked("[x] a\n[ ] b", 0, false).unwrap(), "[ ] a\n[ ] b");
}

#[test]
fn ticks_of_both_sides_are_kept() {
    let base = "[ ] a\n[ ] b\n[x] c";
    let mine = "[x] a\n[ ] b\n[x] c";
    let theirs = "[ ] a\n[x] b\n[ ] c";
    assert_eq!(merged(base, mine, theirs).as_deref(), Some("[x] a\n[x] b\n[ ] c"));
}

#[test]
fn ticks_follow_into_words_the_other_side_changed() {
    let base = "[ ] a\n[ ] b";
    let ticks = "[x] a\n[x] b";
    let words = "Soon:\n[ ] a\n[ ] b, twice";
    for (mine, theirs) in [(ticks, words), (words, ticks)] {
        assert_eq!(merged(base, mine, theirs).as_deref(), Some("Soon:\n[x] a\n[ ] b, twice"));
    }
    assert_eq!(merged(base, "[ ] z", words), None, "both changed the words");
}

fn ticks() -> impl Strategy<Value = [bool; 4]> {
    any::<[bool; 4]>()
}

fn list(done: [bool; 4]) -> String {
    let line = |(at, done): (usize, bool)| format!("[{}] item {at}", if done { 'x' } else { ' ' });
    done.into_iter().enumerate().map(line).collect::<Vec<_>>().join("<br>")
}

proptest! {
    #[test]
    fn either_order_gives_one_list(base in ticks(), one in ticks(), other in ticks()) {
        let [base, one, other] = [base, one, other].map(list);
        prop_assert_eq!(merged(&base, &one, &other), merged(&base, &other, &one));
    }

    #[test]
    fn any_html_is_read_and_ticked(html in "(<li|</li>| data-list=\"|checked|unchecked|\"|>|\\[ \\] |\\[x\\] |\n|é|<br>|-){0,24}") {
        let found = checklist(&html);
        for at in 0..found.len() {
            let turned = ticked(&html, at, !found[at].done).unwrap();
            let after = checklist(&turned);
            prop_assert_eq!(after.len(), found.len());
            prop_assert_eq!(after[at].done, !found[at].done);
        }
        besides_checklist(&html);
        merged(&html, "", &html);
    }
}
