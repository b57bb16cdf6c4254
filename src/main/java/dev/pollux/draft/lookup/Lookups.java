package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.draft.plan.PlanCache;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import java.util.ArrayList;
import java.util.List;

/// All questions about a draft, in the order in which one builds on another.
///
/// @param all every lookup once
/// @param plans what some of them follow from
public record Lookups(List<Lookup<?>> all, PlanCache plans) {
  public Lookups {
    all = List.copyOf(all);
  }

  public static Lookups of(Cloud cloud) {
    return of(cloud, EarlierOutputs.NONE);
  }

  /// @param earlier what was paid before
  public static Lookups of(Cloud cloud, EarlierOutputs earlier) {
    PlanCache plans = new PlanCache();
    return new Lookups(
        List.of(
            new SourceLookup(cloud),
            new PreviewLookup(cloud),
            new ChosenLookup(cloud),
            new ModelsLookup(cloud),
            new DatasetsLookup(cloud),
            new UnlistedLookup(cloud),
            new TunedBaseLookup(cloud),
            new ServedLookup(cloud),
            new TotalLookup(cloud),
            new TakenLookup(cloud),
            new DefaultsLookup(cloud),
            new DestinationLookup(cloud),
            new TokensLookup(cloud),
            new DistinctLookup(cloud, earlier, plans),
            new PaidLookup(earlier, plans),
            new AccessLookup(cloud, plans)),
        plans);
  }

  public Lookup<?> of(Facts.Topic topic) {
    return all.stream().filter(lookup -> lookup.topic() == topic).findFirst().orElseThrow();
  }

  /// Drops every fact that is about something else than the draft.
  public DraftState fitted(DraftState state) {
    DraftState fitted = state;
    for (Lookup<?> lookup : all) {
      fitted = lookup.fitted(fitted);
    }
    return fitted;
  }

  /// The questions that should be asked now.
  public List<Lookup<?>> wanted(DraftState state) {
    List<Lookup<?>> wanted = new ArrayList<>(all);
    wanted.removeIf(lookup -> lookup.wanted(state).isEmpty());
    return wanted;
  }

  /// Whether some question is asked, or is still to be asked.
  public boolean isOpen(DraftState state) {
    return all.stream().anyMatch(l -> l.fact(state).isLooking() || l.wanted(state).isPresent());
  }
}
