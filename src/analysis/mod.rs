//! What is proved of a checked policy: tables complete, disjoint and alive.
