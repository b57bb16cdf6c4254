package dev.pollux.sandbox.sql.type;

/// A column of a table or a result, or a field of a STRUCT. Names compare without case.
public record SqlColumn(String name, SqlType type) {}
