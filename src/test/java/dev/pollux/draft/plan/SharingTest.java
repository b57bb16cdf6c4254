package dev.pollux.draft.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.Consent;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.check.QuickFixes;
import dev.pollux.draft.state.DistinctRequests;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts;
import dev.pollux.ledger.sql.RowKey;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FindingWords;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Rows that ask the same are paid once, and what is too much for one job is several.
class SharingTest {
  private final DraftFixture fixture = new DraftFixture();

  private DraftState known(long rows, long requests) {
    fixture.table(new Location("us-central1"), rows, DraftFixture.TEXT);
    fixture.cloud.queries.distinct =
        new QueryResult(
            new TableSchema(List.of()),
            List.of(
                new Row(
                    List.of(
                        new Value.Scalar("" + rows),
                        new Value.Scalar("" + requests),
                        new Value.Scalar("0")))));
    return fixture.known();
  }

  private static Optional<Finding> finding(DraftState state, String code) {
    return DraftChecks.of(state).of(Step.REVIEW).stream()
        .filter(one -> one.code().equals(code))
        .findFirst();
  }

  private static RunPlan plan(DraftState state) {
    return RunPlanner.plan(state).orElseThrow();
  }

  @Test
  void equalRequestsAreSentOnceWhereThatSavesMoreThanOneInAHundred() {
    DraftState state = known(50_000, 31_200);
    RunPlan plan = plan(state);

    assertThat(plan.rows()).isEqualTo(31_200);
    assertThat(plan.requests()).isInstanceOf(RequestSource.Chosen.class);
    assertThat(plan.place().key()).isEqualTo(RowKey.REQUEST);
    assertThat(plan.place().answers()).isEqualTo(state.destination());
    assertThat(plan.destination()).isNotEqualTo(state.destination().orElseThrow());
    Finding said = finding(state, "shared.on").orElseThrow();
    FindingWords.hasWords(said);
    assertThat(said.args().subList(0, 2)).containsExactly(50_000L, 31_200L);
    double whole = price(fixture.edit(draft -> draft.withShared(false)).known());
    assertThat((double) said.args().get(2)).isEqualTo(whole - price(state), within());
    assertThat(plan.jobs()).containsExactly(plan);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-9);
  }

  private static double price(DraftState state) {
    return DraftCost.price(state).map(usd -> (usd.low() + usd.high()) / 2).orElseThrow();
  }

  @Test
  void aSavingOfOneInAHundredIsOfferedAndNotTaken() {
    DraftState state = known(50_000, 49_500);
    assertThat(plan(state).place().isAlone()).isTrue();
    assertThat(plan(state).destination()).isEqualTo(state.destination().orElseThrow());
    Finding off = finding(state, "shared.off").orElseThrow();
    FindingWords.hasWords(off);
    QuickFix fix = QuickFixes.of(off, state).orElseThrow();
    DraftState shared = fixture.edit(draft -> ((QuickFix.Edit) fix).change().apply(draft)).known();
    assertThat(plan(shared).rows()).isEqualTo(49_500);

    Finding on = finding(shared, "shared.on").orElseThrow();
    QuickFix back = QuickFixes.of(on, shared).orElseThrow();
    DraftState again = fixture.edit(draft -> ((QuickFix.Edit) back).change().apply(draft)).known();
    assertThat(plan(again).place().isAlone()).isTrue();
  }

  @Test
  void noTwoRowsThatAskTheSameIsNotMentioned() {
    DraftState state = known(50_000, 50_000);
    assertThat(DraftChecks.of(state).of(Step.REVIEW))
        .extracting(Finding::code)
        .noneMatch(code -> code.startsWith("shared"));
  }

  @Test
  void aCountThatReadsMuchIsAskedFor() {
    fixture.counts(7, 50_000_000_000L);
    DraftState state = known(50_000, 31_200);
    assertThat(plan(state).place().isAlone()).isTrue();
    FindingWords.hasWords(finding(state, "shared.not-counted").orElseThrow());
    DraftState paid = fixture.edit(draft -> draft.withConsent(Consent::withPaidLookups)).known();
    assertThat(plan(paid).rows()).isEqualTo(31_200);
  }

  /// Who wants only what is new is not sent all because nobody could count it.
  @Test
  void whatIsNewIsNeverGuessed() {
    fixture.edit(draft -> draft.withOnlyNew(true));
    DraftState state = known(50_000, 31_200);
    FindingWords.hasWords(finding(state, "new.all").orElseThrow());
    Object about = fixture.lookups().of(Facts.Topic.DISTINCT).subject(state).orElseThrow();
    CloudException failure = new CloudException.Unavailable("no answer", "", null);
    for (Fact<DistinctRequests> fact :
        List.<Fact<DistinctRequests>>of(
            new Fact.Known<>(about, new DistinctRequests.TooDear(50_000_000_000L)),
            new Fact.Failed<>(about, failure),
            new Fact.Stopped<>(about))) {
      DraftState uncounted = state.with(state.facts().with(Facts.Topic.DISTINCT, fact));
      Finding stop =
          DraftChecks.of(uncounted).of(Step.REVIEW).stream()
              .filter(found -> found.stops() && found.code().startsWith("new."))
              .findFirst()
              .orElseThrow();
      FindingWords.hasWords(stop);
      assertThat(QuickFixes.of(stop, uncounted)).isPresent();
    }
  }

  /// One row alone may have been answered before, too.
  @Test
  void oneRowIsComparedWithWhatWasPaidBefore() {
    fixture.edit(draft -> draft.withOnlyNew(true));
    assertThat(known(1, 1).distinct()).isPresent();
    fixture.edit(draft -> draft.withOnlyNew(false));
    assertThat(known(1, 1).distinct()).isEmpty();
  }

  /// 450,000 rows are three jobs: ids, tables and labels of their own, and no request twice.
  @Test
  void moreRowsThanAJobTakesAreSeveralJobs() {
    DraftState state = known(450_000, 450_000);
    Finding said = finding(state, "parts").orElseThrow();
    FindingWords.hasWords(said);
    assertThat(said.args()).containsExactly(450_000L, 3, 200_000L);
    RunPlan plan = plan(state);
    List<RunPlan> jobs = plan.jobs();

    assertThat(jobs).hasSize(3);
    RunId root = plan.id();
    assertThat(jobs)
        .extracting(job -> job.id().id())
        .containsExactly(root.id(), root.id() + "-p2", root.id() + "-p3");
    assertThat(jobs)
        .allSatisfy(job -> {
          assertThat(job.rows()).isEqualTo(150_000);
          assertThat(job.place().root()).isEqualTo(root);
          assertThat(job.requests().rows()).isEqualTo(plan.requests().rows());
          assertThat(job.place().answers()).isEqualTo(state.destination());
        });
    Set<Object> tables = new HashSet<>();
    for (int part = 1; part <= 3; part++) {
      RunPlan job = jobs.get(part - 1);
      assertThat(job.request().labels()).containsEntry(RunLabels.PART, Integer.toString(part));
      RequestSource.Chosen chosen = (RequestSource.Chosen) job.requests();
      assertThat(chosen.query().sql()).contains(chosen.requestTable().sql());
      assertThat(chosen.query().parameters())
          .containsEntry("part", dev.pollux.cloud.Query.Parameter.int64(part));
      tables.add(chosen.requestTable());
      tables.add(job.destination());
    }
    assertThat(tables).hasSize(6);
  }

  @Test
  void whatIsLeftOfManyRowsMayFitOneJob() {
    DraftState state = known(450_000, 190_000);
    assertThat(plan(state).jobs()).hasSize(1);
    assertThat(finding(state, "parts")).isEmpty();
  }
}
