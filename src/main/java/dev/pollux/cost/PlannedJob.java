package dev.pollux.cost;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.models.GenerationSettings;
import dev.pollux.prompt.answer.AnswerSchema;
import java.util.Optional;

/// What decides the cost of a job that is not sent yet.
///
/// @param priced the id whose price holds: the model's own, or that of what it was tuned from
/// @param rows how many are asked about
/// @param answer the columns of the answer; empty for plain text
public record PlannedJob(
    GeminiModel model,
    String priced,
    Location location,
    Interval rows,
    Optional<AnswerSchema> answer,
    GenerationSettings settings) {}
