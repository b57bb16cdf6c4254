package dev.pollux.domain;

/// A table that is made of rows that are sent.
///
/// @param into must not be there yet
/// @param location where its dataset is
public record TableLoad(TableRef into, Location location, TableSchema schema) {}
