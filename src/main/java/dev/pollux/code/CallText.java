package dev.pollux.code;

import dev.pollux.cloud.Query;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.TableCopy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is sent, to be read by a person: the statement that makes the requests, and every member of
/// the call that makes the job, in the service's own names.
public final class CallText {
  private CallText() {}

  /// @param makes the statement that makes the request table; empty where the table has its own
  ///   requests
  /// @param copy how the requests come to where the job runs; empty where they are there
  public static String of(BatchRequest request, Optional<Query> makes, Optional<TableCopy> copy) {
    StringBuilder text = new StringBuilder();
    makes.ifPresent(query ->
        text.append("-- ")
            .append(copy.map(TableCopy::from).orElse(request.source()).uri())
            .append('\n')
            .append(query.sql())
            .append('\n')
            .append(parameters(query))
            .append('\n'));
    copy.ifPresent(travels -> {
      text.append("POST projects/%s/jobs%n".formatted(request.project()));
      line(text, "copy", travels.from().uri() + "  (" + travels.out() + ")");
      line(text, "to", travels.to().uri() + "  (" + travels.into() + ")");
      text.append('\n');
    });
    text.append(
        "POST projects/%s/locations/%s/batchPredictionJobs%n"
            .formatted(request.project(), request.location().id()));
    line(text, "displayName", request.displayName());
    line(text, "model", request.model().name());
    line(text, "source", request.source().uri());
    line(text, "output", request.destination().uri());
    new TreeMap<>(request.labels()).forEach((name, value) -> line(text, "label " + name, value));
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("%-20s %s%n".formatted(name, value));
  }

  private static String parameters(Query query) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Query.Parameter> entry : new TreeMap<>(query.parameters()).entrySet()) {
      String value =
          switch (entry.getValue()) {
            case Query.Parameter.Scalar scalar -> scalar.value();
            case Query.Parameter.Array array -> array.values().toString();
          };
      text.append("-- @")
          .append(entry.getKey())
          .append(" = ")
          .append(value.replace("\n", "\n--    "))
          .append('\n');
    }
    return text.toString();
  }
}
