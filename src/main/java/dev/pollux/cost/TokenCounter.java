package dev.pollux.cost;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Gemini;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.check.RequestForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Counts the requests of some rows, drawn over the whole table. Reading and counting are free of
/// charge. One call after the other; to count faster, several counters take a part of the draw
/// each.
///
/// @param chosen whether a row is asked about at all
/// @param request the request of a row, with system instruction and schema: both are billed
public record TokenCounter(
    Rows rows,
    Gemini gemini,
    TableInfo table,
    GeminiModel model,
    Location location,
    Predicate<Row> chosen,
    Function<Row, String> request) {
  /// Rows that are counted: their mean is known to a few percent then.
  public static final int ROWS = 60;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LOOK = 40;

  /// One row from each of `wanted` equal stretches of the table; all rows of a small one.
  ///
  /// @param seed the same draws the same
  public static List<Long> draw(long rows, int wanted, long seed) {
    Random random = new Random(seed);
    List<Long> drawn = new ArrayList<>();
    long stretches = Math.min(rows, wanted);
    for (long i = 0; i < stretches; i++) {
      long from = i * rows / stretches;
      long to = (i + 1) * rows / stretches;
      drawn.add(from + (long) (random.nextDouble() * (to - from)));
    }
    return drawn;
  }

  /// Counts at these places; where conditions hold, the first row from there that meets them.
  ///
  /// @param everyRow whether all rows are asked about, so that none needs to be looked for
  public TokenSample count(List<Long> places, boolean everyRow) throws CloudException {
    TokenSample sample = TokenSample.NONE;
    for (long place : places) {
      List<Row> read = rows.page(table.ref(), table.schema(), place, everyRow ? 1 : LOOK).rows();
      List<Row> good = everyRow ? read : read.stream().filter(chosen).toList();
      Optional<Row> first = good.stream().findFirst();
      TokenSample counted =
          first.isPresent() ? counted(request.apply(first.get())) : TokenSample.NONE;
      sample =
          sample.plus(counted).plus(new TokenSample(List.of(), 0, 0, read.size(), good.size()));
    }
    return sample;
  }

  private TokenSample counted(String json) throws CloudException {
    long tokens = gemini.countTokens(model, location, RequestForm.of(json));
    return new TokenSample(List.of(tokens), searches(json) ? 1 : 0, listens(json) ? 1 : 0, 0, 0);
  }

  private static boolean searches(String json) {
    if (!json.contains("oogle")) {
      return false;
    }
    try {
      for (JsonNode tool : JSON.readTree(json).path("tools")) {
        if (tool.has("googleSearch")
            || tool.has("google_search")
            || tool.has("googleSearchRetrieval")) {
          return true;
        }
      }
      return false;
    } catch (JacksonException _) {
      return false;
    }
  }

  private static boolean listens(String json) {
    return json.contains("\"audio/");
  }
}
