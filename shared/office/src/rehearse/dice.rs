//! Chance that can be repeated.

/// splitmix64: the same seed throws the same numbers in the same order, on any machine.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice for one purpose of one rehearsal; `of` tells apart who throws.
    pub fn new(seed: u64, of: u64) -> Self {
        Self(seed ^ of.wrapping_mul(0xd1b5_4a32_d192_ed03))
    }

    /// The next number.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to one below `below`; 0 where that is 0.
    pub fn below(&mut self, below: u64) -> u64 {
        self.throw().checked_rem(below).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same() {
        let throws = |seed, of| {
            let mut dice = Dice::new(seed, of);
            (0..50).map(|_| dice.below(6)).collect::<Vec<_>>()
        };
        assert_eq!(throws(1, 1), throws(1, 1));
        assert_ne!(throws(1, 1), throws(2, 1));
        assert_ne!(throws(1, 1), throws(1, 2));
        assert!(throws(3, 3).iter().all(|eyes| *eyes < 6));
        assert_eq!(Dice::new(1, 1).below(0), 0);
    }
}
