package dev.pollux.draft;

import java.util.Set;
import java.util.TreeSet;

/// What a person said yes to beyond the job itself.
///
/// @param paidLookups whether counting and checking may run queries that cost more than a fraction
///   of a cent
/// @param trustedProjects other projects whose tuned models may be sent rows
public record Consent(boolean paidLookups, Set<String> trustedProjects) {
  static final Consent NONE = new Consent(false, Set.of());

  public Consent {
    trustedProjects = Set.copyOf(trustedProjects);
  }

  public Consent withPaidLookups() {
    return new Consent(true, trustedProjects);
  }

  public Consent trusting(String project) {
    Set<String> all = new TreeSet<>(trustedProjects);
    all.add(project);
    return new Consent(paidLookups, all);
  }
}
