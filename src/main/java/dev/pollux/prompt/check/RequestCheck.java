package dev.pollux.prompt.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether a `request` is one that the service takes: the faults that users met are looked for.
public final class RequestCheck {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> ROLES = Set.of("user", "model");
  private static final List<String> CONTENT =
      List.of(
          "text",
          "inlineData",
          "fileData",
          "functionCall",
          "functionResponse",
          "executableCode",
          "codeExecutionResult");

  private RequestCheck() {}

  /// The first row of a sample that must not be sent, by its number; else the first with a warning.
  ///
  /// @param first the index (0-based) of the first row of the sample
  public static List<Finding> sample(TableSchema schema, List<Row> rows, long first) {
    int column = schema.indexOf("request");
    List<Finding> warnings = List.of();
    for (int i = 0; column >= 0 && i < rows.size(); i++) {
      long number = first + i + 1;
      List<Finding> found =
          check(rows.get(i).values().get(column)).stream().map(f -> inRow(f, number)).toList();
      if (found.stream().anyMatch(Finding::stops)) {
        return found;
      }
      warnings = warnings.isEmpty() ? found : warnings;
    }
    return warnings.isEmpty() ? List.of(Finding.ok("request.sample-ok", rows.size())) : warnings;
  }

  private static List<Finding> check(Value value) {
    return switch (value) {
      case Value.Null _ -> List.of(Finding.stop("request.null"));
      case Value.Scalar(String text) -> check(text);
      case Value.Array _, Value.Struct _ -> List.of(Finding.stop("request.not-json"));
    };
  }

  private static Finding inRow(Finding finding, long number) {
    List<Object> args = new ArrayList<>(finding.args());
    args.addFirst(number);
    return new Finding(finding.level(), "row." + finding.code(), args);
  }

  /// All that is wrong with one request; empty when nothing is.
  public static List<Finding> check(String json) {
    JsonNode request;
    try {
      request = JSON.readTree(json);
    } catch (JacksonException _) {
      return List.of(Finding.stop("request.not-json"));
    }
    if (!request.isObject()) {
      return List.of(Finding.stop("request.not-object"));
    }
    List<Finding> found = new ArrayList<>();
    JsonNode tree = RequestTree.read(request, found);
    if (tree.has("cachedContent")) {
      found.add(Finding.stop("request.cached-content"));
    }
    contents(tree.path("contents"), found);
    if (tree.has("systemInstruction")) {
      parts(tree.path("systemInstruction").path("parts"), found);
    }
    RequestConfigCheck.check(tree.path("generationConfig"), found);
    if (hasEmptyObject(tree)) {
      found.add(Finding.warning("request.empty-object"));
    }
    return found.stream().distinct().toList();
  }

  private static void contents(JsonNode contents, List<Finding> found) {
    if (!contents.isArray() || contents.isEmpty()) {
      found.add(Finding.stop("request.no-contents"));
      return;
    }
    for (JsonNode content : contents) {
      JsonNode role = content.path("role");
      if (role.isMissingNode()) {
        found.add(Finding.stop("request.no-role"));
      } else if (!ROLES.contains(role.asString(""))) {
        found.add(Finding.stop("request.bad-role", role.asString("")));
      }
      parts(content.path("parts"), found);
    }
  }

  private static void parts(JsonNode parts, List<Finding> found) {
    if (parts.isString()) {
      found.add(Finding.stop("request.string-parts"));
      return;
    }
    if (!parts.isArray() || parts.isEmpty()) {
      found.add(Finding.stop("request.no-parts"));
      return;
    }
    for (JsonNode part : parts) {
      if (!part.isObject()) {
        found.add(Finding.stop("request.part-not-object"));
        return;
      }
      part(part, found);
    }
  }

  private static void part(JsonNode part, List<Finding> found) {
    if (part.path("text").isString() && part.path("text").asString().isEmpty()) {
      found.add(Finding.warning("request.empty-text"));
    } else if (CONTENT.stream().noneMatch(part::has)) {
      found.add(Finding.stop("request.part-without-content"));
    }
    JsonNode file = part.path("fileData");
    if (file.isObject()) {
      String uri = file.path("fileUri").asString("");
      if (!readable(uri)) {
        found.add(Finding.stop("request.file-uri", uri));
      }
      if (file.path("mimeType").asString("").isEmpty()) {
        found.add(Finding.stop("request.file-type", uri));
      }
    }
  }

  private static boolean readable(String uri) {
    return uri.startsWith("gs://") || uri.matches("https://(www\\.)?(youtube\\.com|youtu\\.be)/.*");
  }

  private static boolean hasEmptyObject(JsonNode node) {
    if (node.isObject() && node.isEmpty()) {
      return true;
    }
    for (JsonNode child : node) {
      if (hasEmptyObject(child)) {
        return true;
      }
    }
    return false;
  }
}
