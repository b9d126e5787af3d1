//! ERPNext over REST.
