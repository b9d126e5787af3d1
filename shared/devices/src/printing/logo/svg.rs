//! A logo drawn as SVG: from lines to the dots that are kept.

use image::RgbaImage;
use resvg::tiny_skia::{Pixmap, Rect, Transform};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use resvg::usvg::{Options, Tree};
use std::thread;

/// The largest file that is read, in bytes; a traced logo has a tenth of it.
const LARGEST: usize = 256 * 1024;
/// The most nodes: elements, and texts and comments between them.
const MOST_NODES: u32 = 5_000;
/// The deepest that elements stand in one another.
const DEEPEST: usize = 32;
/// What reading and drawing may need of the stack, in bytes; given back after it.
const STACK: usize = 16 * 1024 * 1024;
const SVG: &str = "http://www.w3.org/2000/svg";
/// What a drawing may be made of. Text needs fonts that a phone has not, pictures are no lines, and what refers
/// to parts that refer to others (`use`, masks, patterns) can come to any size.
const KNOWN: [&str; 19] = [
    "a",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "metadata",
    "path",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "title",
];
/// What is not drawn, whatever the file says: blurs and dashes may take any time, and paper shows no shadows.
/// Of important rules the first one stands, and these come before the file's.
const OURS: &str = "* { filter: none !important; stroke-dasharray: none !important }";

/// The drawing as large as it fits into so many pixels, without the empty page round it. Nothing for what is no
/// SVG or too large, and for what would come out with a part missing. Nothing outside of the file is read.
pub(super) fn drawn(content: &[u8], within: (u32, u32)) -> Option<RgbaImage> {
    let text = std::str::from_utf8(content).ok().filter(|text| text.len() <= LARGEST)?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('<') || text.contains("<!ENTITY") {
        return None;
    }
    // A thread of its own: how much stack the caller has left is not known, and a library that panics over a
    // broken file ends no more than this.
    thread::scope(|scope| {
        let draw = || draw(&tree(text)?, within);
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, draw).ok()?;
        thread.join().ok()?
    })
}

fn tree(text: &str) -> Option<Tree> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..Default::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) || !is_plain(root) {
        return None;
    }
    let options = Options { style_sheet: Some(OURS.to_owned()), ..Options::default() };
    Tree::from_xmltree(&document, &options).ok()
}

/// Whether all of a drawing is known, and none of it multiplies.
fn is_plain(root: Node) -> bool {
    let mut open = vec![(root, 0, false)];
    while let Some((node, depth, clips)) = open.pop() {
        let name = node.tag_name().name();
        // Drawing programs keep notes of their own, which are not drawn.
        if node.tag_name().namespace().is_some_and(|space| space != SVG) {
            continue;
        }
        let clips = clips || name == "clipPath";
        if depth > DEEPEST || !KNOWN.contains(&name) || clips && is_clipped(node) {
            return false;
        }
        if name == "style" && node.text().is_some_and(|text| text.contains("clip-path")) {
            return false;
        }
        let parts = node.children().filter(Node::is_element);
        open.extend(parts.map(|part| (part, depth + 1, clips)));
    }
    true
}

/// Whether an element has a clip path: within another they could refer to each other.
fn is_clipped(node: Node) -> bool {
    node.has_attribute("clip-path")
        || node.attribute("style").is_some_and(|style| style.contains("clip-path"))
}

fn draw(tree: &Tree, (across, down): (u32, u32)) -> Option<RgbaImage> {
    let page = Rect::from_xywh(0.0, 0.0, tree.size().width(), tree.size().height())?;
    let shown = tree.root().abs_layer_bounding_box().to_rect().intersect(&page)?;
    let scale = (across as f32 / shown.width()).min(down as f32 / shown.height());
    let side = |length: f32, most: u32| ((length * scale).ceil() as u32).clamp(1, most);
    let mut canvas = Pixmap::new(side(shown.width(), across), side(shown.height(), down))?;
    let placed = Transform::from_translate(-shown.left(), -shown.top()).post_scale(scale, scale);
    resvg::render(tree, placed, &mut canvas.as_mut());
    RgbaImage::from_raw(canvas.width(), canvas.height(), canvas.take_demultiplied())
}
