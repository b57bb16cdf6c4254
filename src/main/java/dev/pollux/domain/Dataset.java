package dev.pollux.domain;

/// A dataset and where it lives.
public record Dataset(DatasetRef ref, Location location, String description) {}
