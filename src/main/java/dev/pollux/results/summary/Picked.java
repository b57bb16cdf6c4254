package dev.pollux.results.summary;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The bars that a person picked: of one chart any of them, of several charts each.
///
/// @param bins by the name of the column
public record Picked(Map<String, Set<Bin>> bins) {
  public static final Picked NOTHING = new Picked(Map.of());

  public Picked {
    Map<String, Set<Bin>> copy = new LinkedHashMap<>();
    bins.forEach((column, some) -> {
      if (!some.isEmpty()) {
        copy.put(column, new LinkedHashSet<>(some));
      }
    });
    bins = copy;
  }

  public boolean has(String column, Bin bin) {
    return bins.getOrDefault(column, Set.of()).contains(bin);
  }

  /// With a bar that was not picked, without one that was.
  public Picked turned(String column, Bin bin) {
    Map<String, Set<Bin>> all = new LinkedHashMap<>(bins);
    Set<Bin> some = new LinkedHashSet<>(bins.getOrDefault(column, Set.of()));
    if (!some.remove(bin)) {
      some.add(bin);
    }
    all.put(column, some);
    return new Picked(all);
  }

  /// The rows that all charts agree on; empty where nothing is picked.
  public Optional<BitSet> rows(List<Distribution> charts) {
    Optional<BitSet> all = Optional.empty();
    for (Distribution chart : charts) {
      if (bins.containsKey(chart.name())) {
        BitSet any = new BitSet();
        chart.bars().stream()
            .filter(bar -> has(chart.name(), bar.bin()))
            .forEach(bar -> any.or(bar.rows()));
        if (has(chart.name(), new Bin.Empty())) {
          any.or(chart.empty());
        }
        all.ifPresent(any::and);
        all = Optional.of(any);
      }
    }
    return all;
  }
}
