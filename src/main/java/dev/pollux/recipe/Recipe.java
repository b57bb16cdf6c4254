package dev.pollux.recipe;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.column.ColumnNames;
import dev.pollux.prompt.rows.RowChoice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is asked of rows, whatever table they are in.
///
/// @param model as a person types it; empty for none in particular
/// @param kept fields of the file that this version does not know
public record Recipe(
    String name,
    String description,
    RequestSpec spec,
    String model,
    RowChoice rows,
    UnknownFields kept) {

  public static Recipe of(RequestSpec spec, String model, RowChoice rows) {
    return new Recipe("", "", spec, model, rows, UnknownFields.NONE);
  }

  public Recipe named(String newName) {
    return new Recipe(newName, description, spec, model, rows, kept);
  }

  Recipe keeping(UnknownFields unknown) {
    return new Recipe(name, description, spec, model, rows, unknown);
  }

  /// The columns that are asked about, in the order in which they come up.
  public List<String> columns() {
    Set<String> names = new LinkedHashSet<>(spec.template().columns());
    names.addAll(FilePart.columns(spec.files()));
    spec.answer().map(AnswerSchema::quoted).ifPresent(names::addAll);
    rows.conditions().stream().map(RowChoice.Condition::column).forEach(names::add);
    return List.copyOf(names);
  }

  /// The columns that a table does not have, so that a person can say which ones stand for them.
  public List<String> missing(TableSchema schema) {
    List<String> there = ColumnNames.of(schema);
    return columns().stream()
        .filter(name -> there.stream().noneMatch(name::equalsIgnoreCase))
        .toList();
  }

  /// The same about other columns: each key of `names` becomes its value, wherever it stands.
  public Recipe mapped(Map<String, String> names) {
    ColumnMapping mapping = new ColumnMapping(names);
    RequestSpec renamed =
        new RequestSpec(
            Template.parse(mapping.template(spec.template())),
            spec.system(),
            mapping.columns(spec.columns()),
            spec.files().stream().map(mapping::file).toList(),
            spec.guarded(),
            spec.answer().map(mapping::answer),
            spec.settings(),
            spec.labels());
    RowChoice chosen =
        new RowChoice(
            rows.conditions().stream().map(mapping::condition).toList(),
            rows.limit(),
            rows.random(),
            rows.seed());
    return new Recipe(name, description, renamed, model, chosen, kept);
  }
}
