package dev.pollux.domain.table;

import dev.pollux.domain.Location;

/// A table that is made of rows that are sent.
///
/// @param into must not be there yet
/// @param location where its dataset is
public record TableLoad(TableRef into, Location location, TableSchema schema) {}
