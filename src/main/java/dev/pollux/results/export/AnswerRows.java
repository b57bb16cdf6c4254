package dev.pollux.results.export;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.results.AnswerMembers;
import dev.pollux.results.outcome.JoinedColumns;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.results.outcome.Responses;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.results.outcome.SentPrompt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The output of a batch job as people use it: the columns of the source, what became of the row,
/// its answer in columns, and what the service said of it. The request itself is left out, and what
/// a table of answers says a second time.
///
/// The columns after those of the source:
///
/// - `outcome`: `answered`, `failed`, `blocked` or `missing`;
/// - one for each member of the answers, or `answer` where they are text;
/// - `answer_text`, where answers have columns: an answer that does not fit them, as it is;
/// - `error`, `finish_reason`, `model_version`, `prompt_tokens`, `answer_tokens`, `thought_tokens`.
///
/// A name that the source has already, or that is none, is given the prefix `answer_`.
public final class AnswerRows implements ExportContent {
  /// What Pollux and the service put there for themselves.
  private static final Set<String> NOT_DATA =
      Set.of(
          "pollux_row_key",
          SentPrompt.REQUEST,
          Responses.RESPONSE,
          Responses.STATUS,
          "processed_time");

  private final List<Field> read = new ArrayList<>();
  private final List<Integer> source = new ArrayList<>();
  private final List<Field> columns = new ArrayList<>();
  private final Map<String, String> members = new HashMap<>();
  private final Map<String, String> said = new HashMap<>();
  private final List<Field> answers;
  private final Set<OutcomeKind> kinds;
  private final Responses responses = new Responses();
  private final TableSchema schema;

  /// @param answers the columns that the answers make; none when they are text
  /// @param kinds the rows that are written, by what became of them
  public AnswerRows(TableSchema output, List<Field> answers, Set<OutcomeKind> kinds) {
    this.answers = answers.stream().map(AnswerRows::column).toList();
    this.kinds = Set.copyOf(kinds);
    List<Field> repeated = JoinedColumns.repeated(output);
    for (Field field : output.fields()) {
      boolean data =
          !repeated.contains(field) && !NOT_DATA.contains(field.name().toLowerCase(Locale.ROOT));
      if (data) {
        source.add(read.size());
        columns.add(field);
      }
      if (data || isOfTheService(field)) {
        read.add(field);
      }
    }
    schema = new TableSchema(read);
    add("outcome", FieldType.STRING);
    if (answers.isEmpty()) {
      add("answer", FieldType.STRING);
    } else {
      this.answers.forEach(field -> members.put(field.name(), free(field.name(), field.type())));
      add("answer_text", FieldType.STRING);
    }
    add("error", FieldType.STRING);
    add("finish_reason", FieldType.STRING);
    add("model_version", FieldType.STRING);
    add("prompt_tokens", FieldType.INT64);
    add("answer_tokens", FieldType.INT64);
    add("thought_tokens", FieldType.INT64);
  }

  private static boolean isOfTheService(Field field) {
    return field.name().equalsIgnoreCase(Responses.RESPONSE)
        || field.name().equalsIgnoreCase(Responses.STATUS);
  }

  /// Lists and groups are JSON in a file.
  private static Field column(Field answer) {
    return Field.of(
        answer.name(),
        answer.isRepeated() || answer.type() == FieldType.STRUCT ? FieldType.JSON : answer.type());
  }

  private void add(String name, FieldType type) {
    said.put(name, free(name, type));
  }

  private String free(String name, FieldType type) {
    String free = name;
    while (free.isBlank() || new TableSchema(columns).indexOf(free) >= 0) {
      free = "answer_" + free;
    }
    columns.add(Field.of(free, type));
    return free;
  }

  /// What the column of a member of the answers is called, if there is one.
  public Optional<String> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// What a column is called that is no member's and not of the source, by its usual name, if there
  /// is one.
  public Optional<String> said(String name) {
    return Optional.ofNullable(said.get(name));
  }

  @Override
  public List<Field> columns() {
    return List.copyOf(columns);
  }

  @Override
  public List<Field> read() {
    return List.copyOf(read);
  }

  @Override
  public Optional<List<Value>> values(Row row) {
    RowOutcome outcome = responses.decode(schema, row);
    if (!kinds.contains(outcome.kind())) {
      return Optional.empty();
    }
    List<Value> values = new ArrayList<>(columns.size());
    source.forEach(at -> values.add(row.values().get(at)));
    values.add(text(outcome.kind().name().toLowerCase(Locale.ROOT)));
    answer(outcome, values);
    said(outcome, values);
    return Optional.of(values);
  }

  private void answer(RowOutcome outcome, List<Value> values) {
    Optional<String> answer =
        outcome instanceof RowOutcome.Answered answered
            ? Optional.of(answered.text())
            : Optional.empty();
    if (answers.isEmpty()) {
      values.add(answer.map(AnswerRows::text).orElse(Value.NULL));
      return;
    }
    AnswerMembers members = new AnswerMembers();
    boolean fits = answer.isEmpty() || members.isWhole(answer.get());
    for (Field field : answers) {
      Value value = answer.flatMap(it -> members.of(it, field.name())).orElse(Value.NULL);
      Optional<Value> read = AnswerTypes.read(field.type(), value);
      values.add(read.orElse(Value.NULL));
      fits = fits && read.isPresent();
    }
    values.add(fits ? Value.NULL : text(answer.orElse("")));
  }

  private static void said(RowOutcome outcome, List<Value> values) {
    Value error = Value.NULL;
    Value finish = Value.NULL;
    Value version = Value.NULL;
    TokenUsage tokens = TokenUsage.NONE;
    switch (outcome) {
      case RowOutcome.Answered answered -> {
        finish = text(answered.finishReason());
        version = text(answered.modelVersion());
        tokens = answered.tokens();
      }
      case RowOutcome.Failed failed -> {
        error = text(failed.message());
        tokens = failed.tokens();
      }
      case RowOutcome.Blocked blocked -> {
        error = text(blocked.reason());
        tokens = blocked.tokens();
      }
      case RowOutcome.Missing _ -> {}
    }
    values.add(error);
    values.add(finish);
    values.add(version);
    values.add(text(Long.toString(tokens.prompt())));
    values.add(text(Long.toString(tokens.answer())));
    values.add(text(Long.toString(tokens.thoughts())));
  }

  private static Value text(String text) {
    return new Value.Scalar(text);
  }
}
