//! The interactive session: pure state under a thin line editor.
