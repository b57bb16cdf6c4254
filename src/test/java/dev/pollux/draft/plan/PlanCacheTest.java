package dev.pollux.draft.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.state.DraftState;
import dev.pollux.testing.DraftFixture;
import org.junit.jupiter.api.Test;

/// What is kept is never what another state says.
class PlanCacheTest {
  private final PlanCache plans = new PlanCache();

  @Test
  void eachStateHasItsOwnChecksAndPlan() throws Exception {
    DraftFixture fixture = new DraftFixture();
    DraftState good = fixture.known();
    DraftState bad = fixture.lookups().fitted(good.with(good.draft().withModel("no model at all")));

    for (DraftState state : new DraftState[] {good, bad, good, bad}) {
      assertThat(plans.checks(state)).isEqualTo(DraftChecks.of(state));
      assertThat(plans.plan(state)).isEqualTo(RunPlanner.plan(state));
    }
    assertThat(plans.plan(good)).isPresent();
    assertThat(plans.plan(bad)).isEmpty();
  }

  @Test
  void theSameStateIsWorkedOutOnce() throws Exception {
    DraftState state = new DraftFixture().known();

    assertThat(plans.checks(state)).isSameAs(plans.checks(state));
    assertThat(plans.plan(state)).isPresent().isSameAs(plans.plan(state));
  }
}
