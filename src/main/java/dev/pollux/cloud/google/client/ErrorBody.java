package dev.pollux.cloud.google.client;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import com.google.cloud.bigquery.BigQueryException;
import dev.pollux.cloud.CauseWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What stands in Google's answer to a call that failed.
///
/// @param reason as Google's newer error model gives it, else as the old one does; may be empty
record ErrorBody(String reason, String message) {
  /// As much of a page that came instead of JSON as says whose it is.
  private static final int MOST_OF_A_PAGE = 500;

  private static final JsonMapper JSON = new JsonMapper();

  /// What a failed call of the BigQuery client was answered.
  static ErrorBody of(BigQueryException e) {
    String told = e.getCause() instanceof GoogleJsonResponseException json ? errorInfo(json) : "";
    return new ErrorBody(told.isEmpty() ? orEmpty(e.getReason()) : told, text(e));
  }

  /// What a failed call over HTTP was answered.
  static ErrorBody of(HttpResponseException e) {
    String reason = "";
    String message = text(e);
    if (e instanceof GoogleJsonResponseException json && json.getDetails() != null) {
      var errors = json.getDetails().getErrors();
      reason = errors == null || errors.isEmpty() ? "" : orEmpty(errors.getFirst().getReason());
      reason = errorInfo(json).isEmpty() ? reason : errorInfo(json);
      message = json.getDetails().getMessage();
    } else if (e.getContent() != null) {
      String content = e.getContent().strip();
      if (content.startsWith("<")) {
        message += "\n" + content.substring(0, Math.min(content.length(), MOST_OF_A_PAGE));
      }
      JsonNode error = parse(content).path("error");
      reason = error.path("status").asString("");
      for (JsonNode detail : error.path("details")) {
        reason = detail.path("reason").asString(reason);
      }
      message = error.path("message").asString(message);
    }
    return new ErrorBody(reason, orEmpty(message));
  }

  /// The reason that Google's newer error model gives beside the old one
  /// (https://docs.cloud.google.com/apis/design/errors#error_info).
  private static String errorInfo(GoogleJsonResponseException e) {
    if (e.getDetails() == null || e.getDetails().getDetails() == null) {
      return "";
    }
    return e.getDetails().getDetails().stream()
        .map(detail -> orEmpty(detail.getReason()))
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static JsonNode parse(String content) {
    try {
      return JSON.readTree(content);
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  /// What an answer says, as it is.
  private static String text(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? CauseWords.of(e) : message;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
