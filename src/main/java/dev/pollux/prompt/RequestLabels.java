package dev.pollux.prompt;

import dev.pollux.domain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Labels of requests as people write them, `team=search, cost-centre=42`. They come back in the
/// bill
/// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/add-labels-to-api-calls).
///
/// @param labels those that are well written
/// @param findings what is wrong with the others
public record RequestLabels(Map<String, String> labels, List<Finding> findings) {
  private static final int MOST = 64;
  private static final Pattern KEY =
      Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}");
  private static final Pattern VALUE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}");

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
      if (equals < 0) {
        findings.add(Finding.stop("labels.no-value", label));
      } else if (!KEY.matcher(key).matches()) {
        findings.add(Finding.stop("labels.key", key));
      } else if (!VALUE.matcher(value).matches()) {
        findings.add(Finding.stop("labels.value", value, key));
      } else if (labels.putIfAbsent(key, value) != null) {
        findings.add(Finding.stop("labels.twice", key));
      }
    }
    if (labels.size() > MOST) {
      findings.add(Finding.stop("labels.too-many", labels.size(), MOST));
    }
    return new RequestLabels(labels, findings);
  }

  /// As they are written.
  public static String text(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(", "));
  }
}
