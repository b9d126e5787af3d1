//! The phone: the whole screen, on Android and iOS.

use super::page;
use crate::app::{App, AppProps};
use crate::boot::{self, Opening};
use crate::options::Options;
use dioxus::mobile::tao::event::Event;
use dioxus::mobile::{Config, launch};
use dioxus::prelude::VirtualDom;
use satchel_devices::arrivals;

/// Runs the app; the process ends with it.
pub fn run(options: Options, opening: Opening) -> ! {
    let config = Config::new()
        .with_menu(None)
        .with_custom_index(page::document(&options, ""))
        // iOS tells links and files here; Android's come through Java.
        .with_custom_event_handler(|event, _| {
            if let Event::Opened { urls } = event {
                urls.iter().for_each(arrivals::arrived);
            }
        });
    let reminding = boot::reminding(&options);
    let app = VirtualDom::new_with_props(App, AppProps::new(options, opening, reminding));
    launch::launch_virtual_dom(app, config)
}

/// What has to happen before anything else on a phone.
pub fn prepare() {
    #[cfg(target_os = "android")]
    satchel_devices::android::phone::start();
    #[cfg(target_os = "ios")]
    {
        satchel_devices::ios::background::register();
        satchel_devices::ios::reminders::register();
    }
}
