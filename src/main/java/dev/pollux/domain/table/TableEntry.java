package dev.pollux.domain.table;

/// A table as a listing shows it: cheap, without schema or size.
public record TableEntry(TableRef ref, TableKind kind) {}
