//! What the site tells the phone: masters, stock, tasks, events and what became of orders.
