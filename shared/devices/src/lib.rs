//! Ports to the phone's devices.
