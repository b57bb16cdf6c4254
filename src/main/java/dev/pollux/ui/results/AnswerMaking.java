package dev.pollux.ui.results;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.prompt.rows.MadeColumns;
import dev.pollux.results.AnswerPart;
import dev.pollux.results.AnswerPartSql;
import dev.pollux.results.outcome.Responses;
import dev.pollux.ui.sorting.RowSorting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns of [OutputColumns] that are read out of the answers, made by a query.
///
/// @param table the columns of the output
/// @param answers the columns that the answers make
/// @param ending how the rows are said to end
record AnswerMaking(TableSchema table, List<Field> answers, AnswerPart ending)
    implements RowSorting.Making {
  AnswerMaking {
    answers = List.copyOf(answers);
  }

  @Override
  public Optional<MadeColumns> of(Map<String, String> columns) {
    Map<String, AnswerPart> parts = new LinkedHashMap<>();
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, String> column : columns.entrySet()) {
      Optional<AnswerPart> part = part(column.getKey()).filter(AnswerPartSql::canSay);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.put(column.getValue(), part.get());
      fields.add(Field.of(column.getValue(), type(part.get())));
    }
    return Optional.of(new MadeColumns(fields, rows -> AnswerPartSql.of(read(rows), parts)));
  }

  private Optional<AnswerPart> part(String column) {
    return switch (column) {
      case OutputColumns.ANSWER -> Optional.of(new AnswerPart.Text());
      case OutputColumns.FINISH -> Optional.of(ending);
      case OutputColumns.TOKENS -> Optional.of(new AnswerPart.Tokens());
      default ->
          answers.stream()
              .filter(answer -> column.equals(OutputColumns.MEMBER + answer.name()))
              .findFirst()
              .map(answer -> new AnswerPart.Member(answer.name(), answer.type()));
    };
  }

  private static FieldType type(AnswerPart part) {
    return switch (part) {
      case AnswerPart.Text _, AnswerPart.Ending _ -> FieldType.STRING;
      case AnswerPart.Tokens _ -> FieldType.INT64;
      case AnswerPart.Member member -> member.type();
    };
  }

  /// The answer is read from text, whatever the type of its column.
  private String read(String rows) {
    boolean json =
        table.find(Responses.RESPONSE).filter(it -> it.type() == FieldType.JSON).isPresent();
    return json
        ? "SELECT * REPLACE (TO_JSON_STRING(response) AS response) FROM (" + rows + ")"
        : rows;
  }
}
