package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.bigquery.wire.CellJson.Timestamps;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import tools.jackson.databind.JsonNode;

/// `formatOptions`: how a client wants its timestamps.
public final class TimestampFormat {
  private TimestampFormat() {}

  public static Timestamps timestamps(Request request) {
    return timestamps(
        request.query("formatOptions.useInt64Timestamp").orElse(""),
        request.query("formatOptions.timestampOutputFormat").orElse(""));
  }

  public static Timestamps timestamps(JsonNode body) {
    JsonNode options = body.path("formatOptions");
    return timestamps(
        options.path("useInt64Timestamp").asString(""),
        options.path("timestampOutputFormat").asString(""));
  }

  private static Timestamps timestamps(String int64, String format) {
    boolean micros = Boolean.parseBoolean(int64);
    if (micros && (format.equals("FLOAT64") || format.equals("ISO8601_STRING"))) {
      throw new Failure(
          Reason.INVALID, "Cannot specify both use_int64_timestamp and timestamp_output_format.");
    }
    return switch (format) {
      case "", "TIMESTAMP_OUTPUT_FORMAT_UNSPECIFIED" ->
          micros ? Timestamps.INT64 : Timestamps.FLOAT;
      case "FLOAT64" -> Timestamps.FLOAT;
      case "INT64" -> Timestamps.INT64;
      case "ISO8601_STRING" -> Timestamps.ISO8601;
      default ->
          throw new Failure(Reason.INVALID, "Invalid value for timestampOutputFormat: " + format);
    };
  }
}
