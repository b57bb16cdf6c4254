package dev.pollux.results;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which models gave the answers, as the answers themselves say (`modelVersion`), and how many
/// each. Answers that do not say are not among them.
public record ModelVersions(Map<String, Long> answers) {
  /// What a version adds to the name of its model: `-001`, `-preview-09-2025`, `@20260901`.
  private static final Pattern ADDED = Pattern.compile("(-(\\d+|preview|exp|latest)|@).*");

  private static final String SIMULATED = "sandbox-";

  public ModelVersions {
    answers = Map.copyOf(answers);
  }

  /// Those that are another model than the one that was asked, the most frequent first. Of a tuned
  /// model nobody knows what its answers call it.
  ///
  /// @param asked the resource name of the model of the job
  public Map<String, Long> otherThan(String asked) {
    String id = asked.substring(asked.lastIndexOf('/') + 1);
    return answers.entrySet().stream()
        .filter(version -> asked.contains("publishers/") && !is(version.getKey(), id))
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, java.util.LinkedHashMap::new));
  }

  /// Also where the job names a version, and the answers the model alone.
  private static boolean is(String version, String id) {
    String said = version.startsWith(SIMULATED) ? version.substring(SIMULATED.length()) : version;
    return said.equals(id) || added(said, id) || added(id, said);
  }

  private static boolean added(String longer, String shorter) {
    return longer.startsWith(shorter)
        && ADDED.matcher(longer.substring(shorter.length())).matches();
  }
}
