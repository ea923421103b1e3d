//! The only place that chains the passes: text to a policy that may be evaluated.
