package dev.pollux.cli;

/// How commands about jobs end, for scripts. 1 is for what could not be begun, 2 for wrong usage.
public final class ExitCodes {
  /// All rows are answered, or nothing stops the job, or what was asked for is done.
  public static final int DONE = 0;

  /// The files or the cloud could not be read.
  static final int FAILED = 1;

  /// The job has ended, with rows that were not answered.
  public static final int NOT_ALL_ANSWERED = 3;

  /// Something stops the job, or wants a yes: nothing was sent.
  public static final int REFUSED = 4;

  /// Nobody knows yet what becomes of the run, or it waits for a person.
  public static final int NOT_SETTLED = 5;

  /// Ctrl+C, as shells have it.
  public static final int INTERRUPTED = 130;

  private ExitCodes() {}
}
