//! How screens ask the app: off the screen's thread, again after every change, late answers dropped.

use crate::i18n::words_of;
use dioxus::prelude::*;
use satchel_app::{AppError, KeepError, OpenError, Session};

/// Why an answer did not come, ready to be worded.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Translation key.
    pub id: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(String, String)>,
}

impl Problem {
    /// The sentence for the rep. Inside a component only.
    pub fn words(&self) -> String {
        words_of(self.id, &self.args)
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        tracing::warn!(%error, "asked in vain");
        let args = error.args().into_iter().map(|(name, value)| (name.to_owned(), value));
        Self { id: error.message_id(), args: args.collect() }
    }
}

impl From<OpenError> for Problem {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::App(error) => Self::from(error),
            error => {
                tracing::warn!(%error, "not opened");
                Self { id: error.message_id(), args: Vec::new() }
            }
        }
    }
}

impl From<KeepError> for Problem {
    fn from(error: KeepError) -> Self {
        tracing::warn!(%error, "not backed up or brought back");
        Self { id: error.message_id(), args: Vec::new() }
    }
}

/// What a screen knows of what it asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked<T> {
    /// No answer yet.
    Loading,
    /// There will be none.
    Failed(Problem),
    /// The answer; while a newer one is on its way, the one before.
    Ready(T),
}

/// The open profile and how often its database has changed.
#[derive(Clone)]
pub struct Door {
    session: Session,
    revision: Signal<u64>,
}

/// Provides the open profile to everything below; called once, where a profile was unlocked. Screens
/// ask again when its database changes, and when sending and fetching go on a step.
pub fn use_door(session: Session) -> Door {
    let mut revision = use_signal(|| 0_u64);
    let watched = session.clone();
    use_future(move || {
        let mut changes = watched.revision();
        let mut steps = watched.sync_changes();
        async move {
            loop {
                let more = tokio::select! {
                    changed = changes.changed() => changed,
                    stepped = steps.changed() => stepped,
                };
                if more.is_err() {
                    break;
                }
                revision.with_mut(|count| *count = count.wrapping_add(1));
            }
        }
    });
    use_context_provider(|| Door { session, revision })
}

/// The open profile. Only below [`use_door`]. Its reads and saves take milliseconds: handlers call
/// it directly; what is shown comes through [`use_ask`].
pub fn use_session() -> Session {
    use_context::<Door>().session
}

/// The open profile, where there is one: parts that are shown without one too, as in the gallery.
pub fn try_use_session() -> Option<Session> {
    use_hook(|| try_consume_context::<Door>().map(|door| door.session))
}

/// Asks, and asks again whenever the database or a signal read by `question` changes.
///
/// `question` runs on the screen's thread and reads signals; what it returns is asked on another
/// thread. An answer to a question that has changed meanwhile is dropped.
///
/// ```ignore
/// let found = use_ask(move || {
///     let text = text();
///     move |session: &Session| session.customers(&text, None)
/// });
/// match found() { Asked::Loading => …, Asked::Failed(problem) => …, Asked::Ready(page) => … }
/// ```
pub fn use_ask<T, A>(mut question: impl FnMut() -> A + 'static) -> Memo<Asked<T>>
where
    T: Clone + PartialEq + Send + 'static,
    A: FnOnce(&Session) -> Result<T, AppError> + Send + 'static,
{
    let door = use_context::<Door>();
    let answer = use_resource(move || {
        let _ = door.revision.read();
        let (session, ask) = (door.session.clone(), question());
        off_screen(move || ask(&session))
    });
    use_memo(move || match &*answer.read() {
        None => Asked::Loading,
        Some(Ok(answer)) => Asked::Ready(answer.clone()),
        Some(Err(problem)) => Asked::Failed(problem.clone()),
    })
}

/// Does something slow (unlocking, making a profile, a backup) off the screen's thread.
///
/// # Errors
/// The problem, or `error-app-stopped` where the work was cut short.
pub async fn off_screen<T, E>(
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, Problem>
where
    T: Send + 'static,
    E: Into<Problem> + Send + 'static,
{
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(Into::into),
        Err(error) => {
            tracing::error!(%error, "work was cut short");
            Err(Problem { id: crate::key!("error-app-stopped"), args: Vec::new() })
        }
    }
}
