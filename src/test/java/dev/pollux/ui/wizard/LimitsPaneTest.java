package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cost.Budget;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The limits on what a job may cost: shown, they are as they were; typed, they change.
@ExtendWith(ApplicationExtension.class)
class LimitsPaneTest {
  private static final Budget SET = new Budget(2.5, OptionalDouble.of(40));
  private final Words words = new Words(Locale.ENGLISH);
  private Budget budget = SET;
  private final Costing costing =
      new Costing(
          new FakeCloud(),
          new SameThreadBackground(),
          words,
          InstantSource.system(),
          new CostKnowledge(
              ModelCatalog.load(), PriceList.load(), () -> budget, kept -> budget = kept),
          new WizardModel(),
          () -> {});

  @Test
  void showingTheLimitsChangesNone() {
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> new LimitsPane(costing, words));

    assertThat(budget).isEqualTo(SET);
  }

  @Test
  void typingChangesTheOneThatIsTyped() {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          LimitsPane pane = new LimitsPane(costing, words);
          ((TextField) pane.root().lookup("#wizard-cost-cap")).setText("60");
        });
    assertThat(budget).isEqualTo(new Budget(2.5, OptionalDouble.of(60)));
  }
}
