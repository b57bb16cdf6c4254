package dev.pollux.ui.kit.grid;

import dev.pollux.domain.Field;
import dev.pollux.domain.Row;
import dev.pollux.domain.Value;

/// The cell that is selected: row index 0-based.
public record GridCell(long index, Field field, Value value, Row row) {}
