//! What a policy gives for a record: the scalar reference evaluator and its trace.
