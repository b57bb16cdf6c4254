package dev.pollux.results.compare;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.RowPages;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.results.AnswerMembers;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.results.outcome.Responses;
import dev.pollux.results.outcome.RowOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// The answers of one run by what their rows are known by, in the order of the table. `alike` are
/// the keys that several rows have.
record KeyedRows(Map<UUID, Answer> rows, Set<UUID> alike, long left) {
  /// @param row where it stands (0-based)
  /// @param values of the columns that are compared; empty texts where there is no answer
  record Answer(long row, OutcomeKind outcome, List<String> values) {}

  private record Read(UUID key, Answer answer) {}

  /// How a table is read.
  ///
  /// @param keys what rows are known by
  /// @param answers the columns that are compared
  /// @param oneIn which rows are kept: those whose key says so, and in any table the same
  record Reading(List<Field> keys, List<Field> answers, int oneIn) {
    KeyedRows of(Rows rows, TableInfo table, LongConsumer read)
        throws CloudException, InterruptedException {
      List<Field> columns = columns(table);
      TableSchema schema = new TableSchema(columns);
      Map<UUID, Answer> found = new LinkedHashMap<>();
      Set<UUID> alike = new HashSet<>();
      long[] left = {0};
      long[] done = {0};
      new RowPages(rows)
          .read(
              table,
              columns,
              page -> read(page, schema),
              some -> {
                for (Read one : some) {
                  if (one.key().getLeastSignificantBits() % oneIn != 0) {
                    continue;
                  }
                  if (alike.contains(one.key())) {
                    left[0]++;
                  } else if (found.putIfAbsent(one.key(), one.answer()) != null) {
                    alike.add(one.key());
                    found.remove(one.key());
                    left[0] += 2;
                  }
                }
                done[0] += some.size();
                read.accept(done[0]);
              });
      return new KeyedRows(found, alike, left[0]);
    }

    private List<Field> columns(TableInfo table) {
      return table.schema().fields().stream()
          .filter(field ->
              ComparedColumns.named(keys, field.name()).isPresent()
                  || field.name().equalsIgnoreCase(Responses.RESPONSE)
                  || field.name().equalsIgnoreCase(Responses.STATUS))
          .toList();
    }

    private List<Read> read(Page page, TableSchema schema) {
      Responses responses = new Responses();
      AnswerMembers members = new AnswerMembers();
      List<Read> all = new ArrayList<>();
      long number = page.start();
      for (Row row : page.rows()) {
        RowOutcome outcome = responses.decode(schema, row);
        all.add(
            new Read(
                key(schema, row), new Answer(number++, outcome.kind(), values(outcome, members))));
      }
      return all;
    }

    private UUID key(TableSchema schema, Row row) {
      StringBuilder all = new StringBuilder();
      for (Field key : keys) {
        int at =
            schema
                .fields()
                .indexOf(ComparedColumns.named(schema.fields(), key.name()).orElseThrow());
        all.append(row.values().get(at)).append('\0');
      }
      return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> values(RowOutcome outcome, AnswerMembers members) {
      return switch (outcome) {
        case RowOutcome.Answered answer ->
            answers.stream()
                .map(field ->
                    field.name().isEmpty()
                        ? answer.text()
                        : text(members.of(answer.text(), field.name()).orElse(Value.NULL)))
                .toList();
        case RowOutcome.Failed _, RowOutcome.Blocked _, RowOutcome.Missing _ ->
            Stream.generate(() -> "").limit(answers.size()).toList();
      };
    }

    private static String text(Value value) {
      return value instanceof Value.Scalar(String text) ? text : "";
    }
  }
}
