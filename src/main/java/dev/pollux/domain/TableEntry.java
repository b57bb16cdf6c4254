package dev.pollux.domain;

/// A table as a listing shows it: cheap, without schema or size.
public record TableEntry(TableRef ref, TableKind kind) {}
