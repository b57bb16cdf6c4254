package dev.pollux.prompt.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.LabelSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Labels of requests as people write them, `team=search, cost-centre=42`. They come back in the
/// bill
/// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/add-labels-to-api-calls).
///
/// @param labels those that are well written
/// @param findings what is wrong with the others
public record RequestLabels(Map<String, String> labels, List<Finding> findings) {
  public RequestLabels {
    labels = Map.copyOf(labels);
    findings = List.copyOf(findings);
  }

  /// Reads what was written, commas between labels.
  public static RequestLabels read(String text) {
    Map<String, String> labels = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String label = part.strip();
      if (label.isEmpty()) {
        continue;
      }
      int equals = label.indexOf('=');
      String key = equals < 0 ? label : label.substring(0, equals).strip();
      String value = equals < 0 ? "" : label.substring(equals + 1).strip();
      List<Finding> wrong =
          equals < 0 ? List.of(Finding.stop("labels.no-value", label)) : check(key, value);
      if (!wrong.isEmpty()) {
        findings.addAll(wrong);
      } else if (labels.putIfAbsent(key, value) != null) {
        findings.add(Finding.stop("labels.twice", key));
      }
    }
    findings.addAll(number(labels));
    return new RequestLabels(labels, findings);
  }

  /// What is wrong with labels that nobody has read yet, as those of a recipe.
  public static List<Finding> check(Map<String, String> labels) {
    List<Finding> findings = new ArrayList<>();
    new TreeMap<>(labels).forEach((key, value) -> findings.addAll(check(key, value)));
    findings.addAll(number(labels));
    return findings;
  }

  private static List<Finding> check(String key, String value) {
    if (!LabelSyntax.isKey(key)) {
      return List.of(Finding.stop("labels.key", key));
    }
    return LabelSyntax.isValue(value)
        ? List.of()
        : List.of(Finding.stop("labels.value", value, key));
  }

  private static List<Finding> number(Map<String, String> labels) {
    return labels.size() > LabelSyntax.MOST
        ? List.of(Finding.stop("labels.too-many", labels.size(), LabelSyntax.MOST))
        : List.of();
  }

  /// As they are written.
  public static String text(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(", "));
  }
}
