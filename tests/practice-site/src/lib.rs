//! A loopback server that answers as a recorded ERPNext site does.
