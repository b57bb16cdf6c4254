package dev.pollux.architecture.faults.ui.wizard;

/// Known by another feature.
public interface Stranger {}
