package dev.pollux.ui.kit.grid.rows;

/// An order that a person asked a grid for, by the header of a column or its menu.
public record GridOrder(GridColumn column, boolean descending) {}
