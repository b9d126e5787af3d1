//! What the phone tells the site: the outbox, row by row, once each.
