package dev.pollux.run;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AskedAnswer;
import dev.pollux.prompt.answer.SchemaTypes;
import dev.pollux.results.AnswerColumns;
import dev.pollux.results.outcome.Responses;
import dev.pollux.results.outcome.SentPrompt;
import java.util.List;
import java.util.Optional;

/// The columns of the answers in an output table, as far as its first rows say.
///
/// @param seen the columns that the answers make, none when they are text
/// @param asked what the requests asked for, as far as it can be read
public record AnswerShape(List<Field> seen, Optional<AnswerSchema> asked) {
  private static final int SAMPLE = 200;

  public AnswerShape {
    seen = List.copyOf(seen);
  }

  /// Looks at the first rows; free of charge.
  public static AnswerShape of(Rows rows, TableInfo output) throws CloudException {
    AnswerColumns columns = new AnswerColumns();
    Responses responses = new Responses();
    AskedAnswer asked = new AskedAnswer();
    Optional<AnswerSchema> schema = Optional.empty();
    for (Row row : rows.page(output.ref(), output.schema(), 0, SAMPLE).rows()) {
      columns.add(responses.decode(output.schema(), row));
      if (schema.isEmpty()) {
        schema = SentPrompt.request(output.schema(), row).flatMap(asked::of);
      }
    }
    return new AnswerShape(columns.fields(), schema);
  }

  /// The columns with the types that were asked for, else those that were seen.
  public List<Field> columns() {
    return asked.map(SchemaTypes::of).orElse(seen);
  }
}
