package dev.pollux.ui.wizard;

/// What one click does about a finding.
///
/// @param label what it does, in words
record QuickFix(String label, Runnable action) {}
