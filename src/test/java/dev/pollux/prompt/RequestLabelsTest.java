package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
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
}
