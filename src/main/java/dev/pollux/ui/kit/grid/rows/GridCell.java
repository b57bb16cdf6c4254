package dev.pollux.ui.kit.grid.rows;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;

/// The cell that is selected: row index 0-based.
public record GridCell(long index, Field field, Value value, Row row) {}
