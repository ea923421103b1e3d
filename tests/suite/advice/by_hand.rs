//! Named cases, worked out beside the test.
