package dev.pollux.imports;

/// A sheet of a workbook.
///
/// @param name as the workbook has it, which no other sheet of it has
/// @param hidden whether a spreadsheet does not show it
public record ImportSheet(String name, boolean hidden) {}
