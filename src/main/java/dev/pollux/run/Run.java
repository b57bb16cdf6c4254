package dev.pollux.run;

import dev.pollux.domain.JobName;
import java.time.Instant;
import java.util.Optional;

/// What a person started: the plan, how far it got, and the job it became.
public record Run(
    RunPlan plan,
    RunStage stage,
    Optional<JobName> job,
    Optional<String> problem,
    Instant created) {}
