//! The drawings that stand for an action or a state: Lucide, ISC licence.

use dioxus::prelude::*;
use dioxus_icons::lucide;

macro_rules! glyphs {
    ($($name:ident),+ $(,)?) => {
        /// A drawing, by its Lucide name.
        #[allow(missing_docs)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Glyph { $($name),+ }

        impl Glyph {
            /// All of them, for the gallery.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }

        fn draw(glyph: Glyph, class: String) -> Element {
            match glyph {
                $(Glyph::$name => rsx! { lucide::$name { class, "aria-hidden": "true" } }),+
            }
        }
    };
}

glyphs![
    ArrowUp,
    Barcode,
    Bell,
    Box,
    Briefcase,
    Calendar,
    CalendarDays,
    CalendarPlus,
    Camera,
    Check,
    CheckCheck,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Circle,
    CircleAlert,
    CircleCheck,
    Clock,
    CloudOff,
    Copy,
    Delete,
    Ellipsis,
    EllipsisVertical,
    FileText,
    FingerprintPattern,
    Flashlight,
    FolderOpen,
    Gift,
    GripHorizontal,
    GripVertical,
    Hand,
    HardDriveDownload,
    History,
    Image,
    Info,
    Keyboard,
    Languages,
    LayoutGrid,
    ListChecks,
    ListTodo,
    Lock,
    LogOut,
    Mail,
    MapPin,
    MessageSquareText,
    Minus,
    Moon,
    Navigation,
    Package,
    PencilLine,
    Percent,
    Phone,
    Plus,
    Printer,
    Receipt,
    ReceiptText,
    Repeat,
    RotateCcw,
    ScanBarcode,
    Search,
    SearchCheck,
    Settings,
    Share2,
    ShieldCheck,
    ShoppingBasket,
    Signature,
    SlidersHorizontal,
    Square,
    Store,
    Sun,
    SunMedium,
    Tag,
    Ticket,
    Timer,
    Trash2,
    TriangleAlert,
    Truck,
    Type,
    Undo2,
    UserPlus,
    UserRound,
    Users,
    Warehouse,
    Wifi,
    X,
];

impl Glyph {
    /// True for drawings that point along the line of reading and so turn round with it. Ticks,
    /// clocks and bar codes do not.
    pub fn mirrors(self) -> bool {
        use Glyph::*;
        matches!(
            self,
            ChevronLeft
                | ChevronRight
                | FileText
                | LogOut
                | MessageSquareText
                | Navigation
                | ReceiptText
                | Truck
                | Undo2
        )
    }
}

/// How large a drawing is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum IconSize {
    /// 16 px: beside small text.
    Small,
    /// 22 px.
    #[default]
    Normal,
    /// 26 px.
    Large,
}

/// A drawing without a voice of its own: whatever it stands on carries the words.
#[component]
pub fn Icon(
    /// Which one.
    glyph: Glyph,
    /// How large.
    #[props(default)]
    size: IconSize,
    /// Further classes, for instance a colour.
    #[props(default)]
    class: &'static str,
) -> Element {
    let mut classes = String::from("i");
    match size {
        IconSize::Small => classes.push_str(" i-s"),
        IconSize::Normal => {}
        IconSize::Large => classes.push_str(" i-l"),
    }
    if glyph.mirrors() {
        classes.push_str(" flip");
    }
    if !class.is_empty() {
        classes.push(' ');
        classes.push_str(class);
    }
    draw(glyph, classes)
}
