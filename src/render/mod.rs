//! Diagnostics and notices in words: the Fluent texts in two tongues, the terminal, JSON.
