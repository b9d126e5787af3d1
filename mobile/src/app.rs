//! The one root component, the same in every shell.

use crate::arrivals::use_arrivals;
use crate::boot::{self, Opening};
use crate::eye::camera::OwnCamera;
use crate::gallery::Gallery;
use crate::gate::Gate;
use crate::i18n::{Language, use_words};
use crate::look::{Look, dress, use_system_size};
use crate::options::Options;
use crate::platform;
use crate::reminding::Reminding;
use crate::screens::permit::Guard;
use crate::screens::trouble::Trouble;
use dioxus::prelude::*;
use satchel_app::Satchel;

/// What the shell hands to the app.
#[derive(Debug, Clone, Props)]
pub struct AppProps {
    /// The command line.
    pub options: Options,
    /// The locked app, or why there is none.
    pub opening: Opening,
    /// The camera of this machine, where the shell's page has none.
    #[props(default)]
    pub camera: OwnCamera,
    /// Tells what begins soon; one a process, so that nothing is told twice.
    pub reminding: Reminding,
}

impl PartialEq for AppProps {
    /// A shell hands them over once; they are alike when the command line is.
    fn eq(&self, other: &Self) -> bool {
        self.options == other.options
    }
}

impl AppProps {
    /// The app as the command line asks for it.
    pub fn new(options: Options, opening: Opening, reminding: Reminding) -> Self {
        let camera = boot::film(&options);
        Self { options, opening, camera, reminding }
    }

    /// As it is, for a shell whose page has no camera.
    #[cfg(feature = "desktop")]
    #[must_use]
    pub fn with_camera(mut self, camera: OwnCamera) -> Self {
        if self.camera.0.is_none() {
            self.camera = camera;
        }
        self
    }
}

/// The app.
#[allow(non_snake_case)]
pub fn App(props: AppProps) -> Element {
    let options = use_context_provider(|| props.options.clone());
    use_context_provider(|| boot::exchange(&options));
    use_context_provider(|| Guard(platform::permissions()));
    use_arrivals();
    use_context_provider(|| props.camera.clone());
    use_context_provider(|| props.reminding.clone());
    let mut opening = use_signal(|| props.opening.clone());
    let words = use_words(|| options.lang.unwrap_or_else(Language::of_system));
    let look = use_context_provider(|| Look {
        theme: Signal::new(options.theme.unwrap_or_default()),
        text_size: Signal::new(100),
        system: Signal::new(100),
    });
    use_system_size(look.system);
    use_effect(move || {
        dress(words.language(), (look.theme)(), look.percent());
    });
    if options.gallery {
        return rsx! { Gallery {} };
    }
    let shown = opening.read().clone();
    match shown {
        Ok(satchel) => rsx! { Opened { satchel: Shared(satchel) } },
        Err(problem) => rsx! {
            Trouble { problem, on_retry: move |()| opening.set(boot::open(&options)) }
        },
    }
}

/// The locked app as a property: there is one a process.
#[derive(Clone)]
struct Shared(Satchel);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.0.folder() == other.0.folder()
    }
}

#[component]
fn Opened(satchel: Shared) -> Element {
    use_context_provider(|| satchel.0);
    rsx! { Gate {} }
}
