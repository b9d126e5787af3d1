//! What a virtual rep does on the day of the rehearsal.

use super::dice::Dice;

/// One thing a rep does. Numbers choose among what is there when it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Takes on a new customer, with address and contact or without.
    Customer {
        /// `customer_name`, found nowhere else.
        name: String,
        /// With address and contact.
        whole: bool,
    },
    /// Sells: customer, and item and quantity of each line.
    Order {
        /// Chooses the customer; the newest own one where this divides by three.
        customer: u64,
        /// Item and quantity.
        lines: Vec<(u64, u32)>,
    },
    /// Arrives, leaves and writes a note.
    Visit {
        /// Chooses the customer.
        customer: u64,
        /// The note, found nowhere else.
        note: String,
    },
    /// Logs progress of one of the rep's own tasks.
    Progress {
        /// Chooses the task.
        task: u64,
        /// New progress in percent.
        percent: u8,
    },
    /// Has signal for a while.
    Signal,
}

/// The day of a rep: `orders` orders, and customers, visits and progress among them.
///
/// With `signal_last` there is no signal before everything is done.
pub fn day(seed: u64, rep: u32, orders: u32, signal_last: bool) -> Vec<Step> {
    let mut dice = Dice::new(seed, u64::from(rep));
    let mut steps = Vec::new();
    for number in 1..=orders {
        let mark = format!("{seed}-R{rep:03}-{number:04}");
        if dice.below(4) == 0 {
            let whole = dice.below(3) > 0;
            steps.push(Step::Customer { name: format!("Shop {mark}"), whole });
        }
        let lines = (0..=dice.below(6)).map(|_| {
            let item = dice.throw();
            (item, u32::try_from(dice.below(12)).unwrap_or_default() + 1)
        });
        let lines = lines.collect();
        steps.push(Step::Order { customer: dice.throw(), lines });
        if dice.below(4) == 0 {
            steps.push(Step::Visit { customer: dice.throw(), note: format!("Visit {mark}") });
        }
        if dice.below(4) == 0 {
            let percent = u8::try_from(dice.below(100)).unwrap_or_default() + 1;
            steps.push(Step::Progress { task: dice.throw(), percent });
        }
        if !signal_last && dice.below(3) == 0 {
            steps.push(Step::Signal);
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_its_orders_and_repeats() {
        let one = day(7, 3, 40, false);
        assert_eq!(one, day(7, 3, 40, false));
        assert_ne!(one, day(8, 3, 40, false));
        let count = |is: fn(&Step) -> bool| one.iter().filter(|step| is(step)).count();
        assert_eq!(count(|step| matches!(step, Step::Order { .. })), 40);
        assert!(count(|step| matches!(step, Step::Customer { .. })) > 2);
        assert!(count(|step| matches!(step, Step::Visit { .. })) > 2);
        assert!(count(|step| matches!(step, Step::Progress { .. })) > 2);
        assert!(count(|step| matches!(step, Step::Signal)) > 2);
        assert!(!day(7, 3, 40, true).contains(&Step::Signal));
    }
}
