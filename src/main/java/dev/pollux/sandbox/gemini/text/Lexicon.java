package dev.pollux.sandbox.gemini.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which words speak for which subject, for good and for bad, and which say nothing: all stemmed.
public final class Lexicon {
  private static final Set<String> GENERIC = Set.of("and", "public", "people", "work");

  private final List<String> subjects = new ArrayList<>();
  private final Map<String, List<Integer>> subjectsOf = new HashMap<>();
  private final Set<String> positive;
  private final Set<String> negative;
  private final Set<String> stop;

  private Lexicon(JsonNode data) {
    for (var subject : data.path("subjects").properties()) {
      subjects.add(subject.getKey());
      Set<String> stems = new LinkedHashSet<>(Stem.all(subject.getValue().asString()));
      stems.addAll(Stem.all(subject.getKey()));
      stems.removeAll(GENERIC);
      for (String stem : stems) {
        subjectsOf.computeIfAbsent(stem, s -> new ArrayList<>()).add(subjects.size() - 1);
      }
    }
    positive = stems(data.path("positive"));
    negative = stems(data.path("negative"));
    stop = stems(data.path("stop"));
  }

  public static Lexicon bundled() {
    try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.json")) {
      return new Lexicon(JsonMapper.shared().readTree(in));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Set<String> stems(JsonNode words) {
    return Set.copyOf(new HashSet<>(Stem.all(words.asString())));
  }

  List<String> subjects() {
    return subjects;
  }

  /// The positions of the subjects that a stem speaks for.
  List<Integer> subjectsOf(String stem) {
    return subjectsOf.getOrDefault(stem, List.of());
  }

  boolean isStop(String stem) {
    return stop.contains(stem) || stem.length() < 2;
  }

  /// 1 for a good word, -1 for a bad one, else 0.
  int alert(String stem) {
    return positive.contains(stem) ? 1 : negative.contains(stem) ? -1 : 0;
  }
}
