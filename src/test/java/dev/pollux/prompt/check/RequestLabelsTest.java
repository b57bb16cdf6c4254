package dev.pollux.prompt.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.testing.FindingWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLabelsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ''                          | ''                   | -
          team=search                 | team=search          | -
          ' team = search ,cost=42, ' | cost=42, team=search | -
          équipe=recherche            | équipe=recherche     | -
          empty=                      | empty=               | -
          team                        | ''                   | labels.no-value
          Team=a                      | ''                   | labels.key
          1st=a                       | ''                   | labels.key
          team=A b                    | ''                   | labels.value
          a=1, a=2                    | a=1                  | labels.twice
          """)
  void readsWhatPeopleWrite(String written, String read, String code) {
    RequestLabels labels = RequestLabels.read(written);

    assertThat(RequestLabels.text(labels.labels())).isEqualTo(read);
    assertThat(labels.findings().stream().map(Finding::code).findFirst().orElse(null))
        .isEqualTo(code);
  }

  @Test
  void labelsOfARecipeAreHeldToTheSameRules() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 65; i++) {
      many.put("k" + i, "v");
    }
    assertThat(RequestLabels.check(Map.of("team", "a", "équipe", ""))).isEmpty();
    assertThat(codes(Map.of("Team", "a"))).containsExactly("labels.key");
    assertThat(codes(Map.of("a".repeat(64), "a"))).containsExactly("labels.key");
    assertThat(codes(Map.of("a", "b".repeat(64)))).containsExactly("labels.value");
    assertThat(codes(Map.of("a", "b, c=d"))).containsExactly("labels.value");
    assertThat(codes(many)).containsExactly("labels.too-many");
  }

  private static List<String> codes(Map<String, String> labels) {
    List<Finding> found = RequestLabels.check(labels);
    found.forEach(FindingWords::hasWords);
    return found.stream().map(Finding::code).toList();
  }
}
