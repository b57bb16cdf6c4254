package dev.pollux.architecture.faults.ui.wizard.review;

/// Known by another step.
public interface OtherStep {}
