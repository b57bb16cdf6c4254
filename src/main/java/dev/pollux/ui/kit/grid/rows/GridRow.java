package dev.pollux.ui.kit.grid.rows;

import dev.pollux.domain.value.Row;
import java.util.Optional;

/// A row as the grid has it: its index (0-based), and its values once they have arrived.
public record GridRow(long index, Optional<Row> row) {}
