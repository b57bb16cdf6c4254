package dev.pollux.run;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.RunId;
import dev.pollux.domain.TableRef;

/// What a person decided in the wizard: everything needed to submit, nothing sent so far. `rows` is
/// the number of requests counted before; `source` is the table they browsed.
public record RunPlan(
    RunId id,
    String title,
    String project,
    Location location,
    GeminiModel model,
    TableRef source,
    RequestSource requests,
    TableRef destination,
    long rows) {}
