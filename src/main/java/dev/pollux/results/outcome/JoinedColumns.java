package dev.pollux.results.outcome;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import java.util.List;

/// What a table of answers of several jobs has behind the columns of an output: the attempt that
/// gave the answer, the model that did, and the answer once more, in columns for who reads the
/// table in BigQuery.
public final class JoinedColumns {
  /// The number of the attempt.
  public static final String ATTEMPT = "pollux_attempt";

  /// The version of the model.
  public static final String MODEL = "pollux_model";

  private JoinedColumns() {}

  /// The columns that say what the response says too; none in the output of one job.
  public static List<Field> repeated(TableSchema schema) {
    int model = schema.indexOf(MODEL);
    int status = schema.indexOf(Responses.STATUS);
    boolean joined = status >= 0 && status + 1 == schema.indexOf(ATTEMPT) && status + 2 == model;
    return joined ? schema.fields().subList(model, schema.fields().size()) : List.of();
  }
}
