//! Types and rules of field sales, without I/O.

pub mod barcodes;
pub mod calendar;
pub mod capture;
pub mod ids;
pub mod masters;
pub mod merge;
pub mod money;
pub mod orders;
pub mod places;
pub mod position;
pub mod pricing;
pub mod receipts;
pub mod route;
pub mod tasks;
pub mod vectors;
pub mod visits;
