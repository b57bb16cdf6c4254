package dev.pollux.doctor;

import java.util.Locale;

/// What is looked at, in the order in which it is told.
public enum DoctorStep {
  /// Credentials are there, of a kind that Pollux knows.
  SIGN_IN,
  /// They give a token.
  TOKEN,
  /// The clock of this computer is right: tokens of key files depend on it.
  CLOCK,
  /// Whose quota the calls count against.
  QUOTA_PROJECT,
  /// The project is there.
  PROJECT,
  /// It has a billing account.
  BILLING,
  /// BigQuery answers.
  BIGQUERY,
  /// A statement as Pollux makes requests with it, checked without running it.
  QUERY,
  /// Vertex AI answers where the jobs run.
  JOBS,
  /// Vertex AI answers in `global`.
  JOBS_GLOBAL,
  /// The model counts tokens where the jobs run.
  MODEL,
  /// Google's own accounts that do the work of a job have their roles.
  AGENTS,
  /// How long the service took to answer.
  LATENCY;

  /// `quota-project`: in reports, and in the keys of its words.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
