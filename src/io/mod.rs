//! Data in, results out: the only module that touches disk and file formats.
