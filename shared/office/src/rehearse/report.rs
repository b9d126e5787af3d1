//! What a rehearsal has to say.

use std::collections::BTreeMap;
use std::fmt;

use satchel_practice_site::Reading;
use serde::Serialize;

use super::compare::Finding;

/// Findings told one by one; the rest is counted.
const TOLD: usize = 40;

/// The figures of a rehearsal.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Repeats faults, days and kills.
    pub seed: u64,
    /// Profile of faults.
    pub faults: String,
    /// Virtual phones.
    pub reps: u32,
    /// Orders placed.
    pub orders: u64,
    /// Documents written down, by DocType.
    pub written: BTreeMap<String, u64>,
    /// Documents read back, by DocType.
    pub found: BTreeMap<String, u64>,
    /// Processes killed.
    pub kills: u64,
    /// Processes that ended with an error and were started again.
    pub stumbles: u64,
    /// Requests sent by the phones.
    pub requests: u64,
    /// Of these: orders sent, submitted and looked up.
    pub requests_of_orders: u64,
    /// Requests that met a fault, by fault.
    pub faults_met: BTreeMap<&'static str, u64>,
    /// Attempts that counted against a row of an outbox.
    pub attempts: u64,
    /// Bytes up.
    pub sent: u64,
    /// Bytes down.
    pub received: u64,
    /// From the first start to the last end of a phone.
    pub seconds: f64,
    /// Documents the site does not have.
    pub lost: u64,
    /// Documents the site has more than once.
    pub doubled: u64,
    /// Everything that is wrong.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Takes over what went over the lines.
    pub fn take_traffic(&mut self, reading: &Reading) {
        self.requests = reading.total();
        let is_order = |kind: &str| kind.split_once(' ').is_some_and(|(_, of)| of == "Sales Order");
        let orders = reading.requests.iter().filter(|(kind, _)| is_order(kind));
        self.requests_of_orders = orders.map(|(_, count)| count).sum();
        self.faults_met.clone_from(&reading.faults);
        (self.sent, self.received) = (reading.sent, reading.received);
    }

    /// Takes over what is wrong.
    pub fn take_findings(&mut self, findings: Vec<Finding>) {
        let count = |is: fn(&Finding) -> bool| findings.iter().filter(|one| is(one)).count() as u64;
        self.lost = count(|one| matches!(one, Finding::Lost { .. }));
        self.doubled = count(|one| matches!(one, Finding::Doubled { .. }));
        self.findings = findings;
    }

    /// Whether nothing is wrong.
    pub fn is_good(&self) -> bool {
        self.findings.is_empty()
    }
}

#[allow(clippy::cast_precision_loss, reason = "figures for people")]
fn per(number: u64, of: u64) -> f64 {
    if of == 0 { 0.0 } else { number as f64 / of as f64 }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let listed = |counts: &BTreeMap<String, u64>| {
            let parts: Vec<String> =
                counts.iter().map(|(doctype, count)| format!("{count} {doctype}")).collect();
            format!("{} ({})", counts.values().sum::<u64>(), parts.join(", "))
        };
        let faults: Vec<String> =
            self.faults_met.iter().map(|(fault, count)| format!("{count} {fault}")).collect();
        let met: u64 = self.faults_met.values().sum();
        writeln!(f, "seed               {}", self.seed)?;
        writeln!(f, "faults             {}", self.faults)?;
        writeln!(f, "reps               {}", self.reps)?;
        writeln!(f, "written down       {}", listed(&self.written))?;
        writeln!(f, "on the site        {}", listed(&self.found))?;
        writeln!(f, "killed             {} times, {} errors", self.kills, self.stumbles)?;
        writeln!(f, "requests           {}, {met} of them met a fault", self.requests)?;
        writeln!(f, "faults met         {}", faults.join(", "))?;
        writeln!(f, "attempts counted   {}", self.attempts)?;
        let of_orders = per(self.requests_of_orders, self.orders);
        writeln!(f, "requests an order  {of_orders:.2}")?;
        let (up, down) = (per(self.sent, self.orders), per(self.received, self.orders));
        writeln!(f, "bytes an order     {up:.0} up, {down:.0} down, everything counted")?;
        writeln!(f, "seconds            {:.1}", self.seconds)?;
        writeln!(f, "lost               {}", self.lost)?;
        writeln!(f, "doubled            {}", self.doubled)?;
        writeln!(
            f,
            "other findings     {}",
            self.findings.len() as u64 - self.lost - self.doubled
        )?;
        for finding in self.findings.iter().take(TOLD) {
            let told = serde_json::to_string(finding).map_err(|_| fmt::Error)?;
            writeln!(f, "  {told}")?;
        }
        if self.findings.len() > TOLD {
            writeln!(f, "  and {} more", self.findings.len() - TOLD)?;
        }
        Ok(())
    }
}
