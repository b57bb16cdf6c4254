package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableRef;
import dev.pollux.prompt.check.DestinationCheck;
import dev.pollux.prompt.check.JobTitle;
import dev.pollux.testing.FindingWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the service refuses is said in words before anything is written: whatever passes the checks
/// makes a request that can be sent.
class ServiceLimitsTest {
  private static final TableRef SOURCE = new TableRef("p", "d", "requests");
  private static final String PAIR = "😀";

  static List<String> titles() {
    return List.of(
        "",
        " ",
        "x",
        " x ",
        "x".repeat(128),
        "x".repeat(129),
        "é".repeat(128),
        PAIR.repeat(64),
        PAIR.repeat(65),
        "a\nb",
        "a\u0000b",
        "a\u2028b",
        "a\ud83d",
        "\u00a0",
        "שלום");
  }

  @ParameterizedTest
  @MethodSource("titles")
  void aTitleThatPassesMakesARequest(String typed) {
    List<Finding> found = JobTitle.check(typed);
    found.forEach(FindingWords::hasWords);
    for (TableRef to :
        List.of(table("x"), table("x".repeat(1_024)), table("a".repeat(127) + "𐐷"))) {
      if (found.isEmpty()) {
        assertThat(
                request(JobTitle.of(typed, to.table()), table("answers"), Map.of()).displayName())
            .isNotBlank();
      } else if (typed.length() > 128 || typed.endsWith("\ud83d")) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> request(JobTitle.of(typed, to.table()), table("answers"), Map.of()));
      }
    }
  }

  @Test
  void tableNamesAreCountedInBytes() {
    assertThat(TableRef.isTableName("x".repeat(1_024))).isTrue();
    assertThat(TableRef.isTableName("x".repeat(1_025))).isFalse();
    assertThat(TableRef.isTableName("é".repeat(512))).isTrue();
    assertThat(TableRef.isTableName("é".repeat(513))).isFalse();
    assertThat(TableRef.isTableName("a\u3000b")).as("any space").isTrue();
    assertThat(codes(DestinationCheck.name("é".repeat(513))))
        .containsExactly("destination.name-too-long");
  }

  @Test
  void aTableWhoseUriIsTooLongIsStopped() {
    DatasetRef dataset = new DatasetRef("p", "d".repeat(1_000));
    Dataset there = new Dataset(dataset, Location.US_CENTRAL1, "");
    String table = "t".repeat(1_000);
    assertThat(codes(DestinationCheck.check(table, Optional.of(there), Optional.empty())))
        .containsExactly("destination.name-too-long");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request("x", dataset.table(table), Map.of()));
  }

  @Test
  void labelsOfAJobKeepTheRules() {
    assertThat(request("x", table("answers"), Map.of("pollux-run", "r-1")).labels()).hasSize(1);
    for (Map<String, String> labels :
        List.of(Map.of("Run", "a"), Map.of("run", "A"), Map.of("", "a"), Map.of("a b", "c"))) {
      assertThatIllegalArgumentException().isThrownBy(() -> request("x", table("answers"), labels));
    }
  }

  private static List<String> codes(List<Finding> found) {
    found.forEach(FindingWords::hasWords);
    return found.stream().map(Finding::code).toList();
  }

  private static TableRef table(String name) {
    return new TableRef("p", "d", name);
  }

  private static BatchRequest request(
      String title, TableRef destination, Map<String, String> labels) {
    return new BatchRequest(
        "p",
        Location.US_CENTRAL1,
        title,
        GeminiModel.of("gemini-2.5-flash"),
        SOURCE,
        destination,
        labels);
  }
}
