package dev.pollux.sandbox.sql.catalog;

import java.util.Optional;

/// What `PARTITION BY` says.
///
/// @param column by whose time the table is divided; empty for the time at which rows came
/// @param unit HOUR, DAY, MONTH or YEAR
public record TablePartition(Optional<String> column, String unit) {}
