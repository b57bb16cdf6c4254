package dev.pollux.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.ModelInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the list of models says is what the checks say, of every model on every day.
class ModelStatusTest {
  private static final ModelCatalog CATALOG = ModelCatalog.load();
  private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-26");

  private static ModelStatus status(String id, List<ListedModel> listed, LocalDate day) {
    ModelInfo info =
        CATALOG.models(listed).stream()
            .filter(m -> m.model().id().equals(id))
            .findFirst()
            .orElseThrow();
    return ModelStatus.of(info, CATALOG.traits(id), !listed.isEmpty(), day);
  }

  private static List<ListedModel> all() {
    return CATALOG.models(List.of()).stream()
        .map(info -> new ListedModel(info.model().id(), "GA"))
        .toList();
  }

  @Test
  void aDayThatHasPassedIsNotSaidToCome() {
    LocalDate october = LocalDate.parse("2026-10-16");
    assertThat(status("gemini-2.5-flash", all(), october.minusDays(1)))
        .isEqualTo(new ModelStatus.Offered(ModelInfo.Stage.RETIRING));
    assertThat(status("gemini-2.5-flash", all(), NOVEMBER))
        .isEqualTo(new ModelStatus.Overdue(october));
    assertThat(status("gemini-2.5-flash", List.of(new ListedModel("x", "GA")), NOVEMBER))
        .isEqualTo(new ModelStatus.Ended(october));
    assertThat(status("gemini-3.8-flash", List.of(new ListedModel("x", "GA")), NOVEMBER))
        .isEqualTo(new ModelStatus.NotListed());
  }

  @Test
  void itAgreesWithTheChecks() {
    for (ModelInfo info : CATALOG.models(List.of())) {
      String id = info.model().id();
      for (List<ListedModel> listed :
          List.of(List.<ListedModel>of(), all(), List.of(new ListedModel("x", "GA")))) {
        for (LocalDate day = NOVEMBER.minusYears(1);
            day.isBefore(NOVEMBER.plusYears(2));
            day = day.plusDays(7)) {
          List<String> codes =
              CATALOG
                  .check(id, ModelTrust.own("pollux-sandbox"), listed, day, Optional.empty())
                  .stream()
                  .map(Finding::code)
                  .toList();
          ModelStatus status = status(id, listed, day);
          String why = id + " on " + day + ", " + listed.size() + " listed: " + codes;
          if (codes.contains("model.overdue")) {
            assertThat(status).as(why).isInstanceOf(ModelStatus.Overdue.class);
          } else if (codes.stream().anyMatch(code -> code.startsWith("model.not-listed"))) {
            assertThat(status)
                .as(why)
                .isInstanceOfAny(ModelStatus.NotListed.class, ModelStatus.Ended.class);
          } else if (info.batch()) {
            assertThat(status)
                .as(why)
                .isInstanceOfAny(ModelStatus.Offered.class, ModelStatus.Ends.class);
          }
        }
      }
    }
  }
}
