package dev.pollux.architecture.faults.run.follow;

/// Stands above the state of a run.
public final class Follows {}
