package dev.pollux.run;

import dev.pollux.cloud.Cloud;
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.follow.ServerClock;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.FruitlessLooks;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// All that moves and follows the runs of one connection, plugged together: for the window and for
/// the command line.
///
/// @param input how many rows went into a job
/// @param time by which the service dates its jobs
public record RunServices(
    Reconciler reconciler,
    Submitter submitter,
    JobFollower follower,
    InputRows input,
    InstantSource time) {
  /// @param claims of the open journal
  public static RunServices of(
      Cloud cloud, Journal journal, RunClaims claims, InstantSource clock) {
    return of(cloud, journal, claims, clock, System::nanoTime);
  }

  /// @param claims of the open journal
  /// @param nanos a clock that only goes forward, as [System#nanoTime()]
  public static RunServices of(
      Cloud cloud, Journal journal, RunClaims claims, InstantSource clock, LongSupplier nanos) {
    Reconciler reconciler =
        new Reconciler(cloud.jobs(), journal, claims, clock, new FruitlessLooks(nanos));
    ServerClock time = new ServerClock(clock, nanos, () -> cloud.identity().serverTime());
    return new RunServices(
        reconciler,
        new Submitter(new RequestTables(cloud, clock), cloud.jobs(), journal, reconciler, clock),
        new JobFollower(cloud.connection(), cloud.jobs(), journal, reconciler, time),
        new InputRows(cloud.catalog(), journal),
        time);
  }
}
