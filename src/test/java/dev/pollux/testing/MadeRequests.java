package dev.pollux.testing;

import dev.pollux.cloud.Query;
import dev.pollux.sandbox.sql.type.Parameter;
import dev.pollux.sandbox.sql.type.SqlType;
import java.util.HashMap;
import java.util.Map;

/// What Google's own GoogleSQL makes of a statement of Pollux.
public final class MadeRequests {
  private MadeRequests() {}

  /// Analyses the whole statement, and runs the query that fills its table.
  public static ZetaSqlOracle.Result evaluate(ZetaSqlOracle oracle, Query query) {
    Map<String, Parameter> parameters = parameters(query);
    oracle.analyse(query.sql(), parameters);
    int select = query.sql().indexOf("\nAS ");
    return oracle.evaluate(query.sql().substring(select < 0 ? 0 : select + 4), parameters);
  }

  private static Map<String, Parameter> parameters(Query query) {
    Map<String, Parameter> all = new HashMap<>();
    query
        .parameters()
        .forEach((name, parameter) -> {
          SqlType.Scalar type = SqlType.Scalar.valueOf(parameter.type().name());
          all.put(
              name,
              switch (parameter) {
                case Query.Parameter.Scalar scalar -> new Parameter.Single(type, scalar.value());
                case Query.Parameter.Array array ->
                    new Parameter.Many(
                        type,
                        array.values().stream()
                            .<Parameter>map(v -> new Parameter.Single(type, v))
                            .toList());
              });
        });
    return all;
  }
}
