//! The answer to a write: awaited in a task or waited for on a thread.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::sync::oneshot;

use crate::error::StoreError;

/// The answer to a write.
///
/// The write is queued when the method is called, in the order of the calls, and goes ahead whether
/// or not anyone waits. `await` it in a task, or call [`Reply::wait`] on a thread.
#[must_use = "the write may fail; await the reply or call `wait`"]
#[derive(Debug)]
pub struct Reply<T> {
    answer: oneshot::Receiver<Result<T, StoreError>>,
}

/// The writer's end of a [`Reply`].
pub(crate) type Answer<T> = oneshot::Sender<Result<T, StoreError>>;

impl<T> Reply<T> {
    pub(crate) fn new() -> (Answer<T>, Self) {
        let (sender, answer) = oneshot::channel();
        (sender, Self { answer })
    }

    /// Blocks this thread until the write is durable or has failed.
    ///
    /// # Errors
    /// What the write ended with, or [`StoreError::Closed`].
    pub fn wait(self) -> Result<T, StoreError> {
        // Not `blocking_recv`, which panics on a thread of an async runtime.
        let mut future = pin!(self);
        let waker = Waker::from(Arc::new(Unpark(thread::current())));
        let mut context = Context::from_waker(&waker);
        loop {
            match future.as_mut().poll(&mut context) {
                Poll::Ready(answer) => return answer,
                Poll::Pending => thread::park(),
            }
        }
    }
}

impl<T> Future for Reply<T> {
    type Output = Result<T, StoreError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.answer)
            .poll(context)
            .map(|answer| answer.unwrap_or(Err(StoreError::Closed)))
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_can_be_waited_for_inside_a_runtime() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let answer = runtime.block_on(async {
            let (sender, reply) = Reply::new();
            thread::spawn(move || sender.send(Ok(7)));
            reply.wait()
        });
        assert!(matches!(answer, Ok(7)));
    }

    #[test]
    fn a_writer_that_went_away_is_an_error() {
        let (sender, reply) = Reply::<()>::new();
        drop(sender);
        assert!(matches!(reply.wait(), Err(StoreError::Closed)));
    }
}
