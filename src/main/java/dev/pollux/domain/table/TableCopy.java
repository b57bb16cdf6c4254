package dev.pollux.domain.table;

import dev.pollux.domain.Location;

/// A whole table that goes to another place as a new one.
///
/// @param out where it is
/// @param into where it goes
public record TableCopy(TableRef from, Location out, TableRef to, Location into) {}
