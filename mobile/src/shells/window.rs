//! The window on a desktop, of the size of a phone.

use super::page;
use crate::app::{App, AppProps};
use crate::boot::{self, Opening};
use crate::options::Options;
use dioxus::desktop::{Config, LogicalSize, WindowBuilder, launch};
use dioxus::prelude::VirtualDom;

/// The screen the look is drawn for, in logical pixels.
const PHONE: LogicalSize<f64> = LogicalSize::new(390.0, 844.0);
/// The smallest screen it is checked at.
const SMALL_PHONE: LogicalSize<f64> = LogicalSize::new(360.0, 640.0);

/// Opens the window and runs the app in it; the process ends with the window.
pub fn run(options: Options, opening: Opening) -> ! {
    let window = WindowBuilder::new()
        .with_title("Satchel")
        .with_inner_size(PHONE)
        .with_min_inner_size(SMALL_PHONE);
    let config = Config::new()
        .with_window(window)
        .with_menu(None)
        .with_custom_index(page::document(&options, ""));
    let reminding = boot::reminding(&options);
    let app = VirtualDom::new_with_props(
        App,
        AppProps::new(options, opening, reminding).with_camera(boot::camera()),
    );
    launch::launch_virtual_dom(app, config)
}
