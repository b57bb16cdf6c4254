package dev.pollux.models;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How Gemini answers; what is empty is left to the model. `maxOutputTokens` counts thinking too.
public record GenerationSettings(
    OptionalDouble temperature,
    OptionalDouble topP,
    OptionalInt topK,
    OptionalInt maxOutputTokens,
    OptionalInt seed,
    Optional<Thinking> thinking) {
  /// Everything left to the model.
  public static final GenerationSettings NONE =
      new GenerationSettings(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty());

  /// How much a model thinks before it answers: Gemini 3 takes levels, Gemini 2.5 a budget
  /// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/thinking).
  public sealed interface Thinking {
    /// `MINIMAL`, `LOW`, `MEDIUM`, `HIGH` or `XHIGH`.
    record Level(String level) implements Thinking {}

    /// Tokens; 0 for none, -1 for as many as the model likes.
    record Budget(int tokens) implements Thinking {}
  }

  public GenerationSettings withTemperature(OptionalDouble value) {
    return new GenerationSettings(value, topP, topK, maxOutputTokens, seed, thinking);
  }

  public GenerationSettings withTopP(OptionalDouble value) {
    return new GenerationSettings(temperature, value, topK, maxOutputTokens, seed, thinking);
  }

  public GenerationSettings withMaxOutputTokens(OptionalInt value) {
    return new GenerationSettings(temperature, topP, topK, value, seed, thinking);
  }

  public GenerationSettings withSeed(OptionalInt value) {
    return new GenerationSettings(temperature, topP, topK, maxOutputTokens, value, thinking);
  }

  public GenerationSettings withThinking(Optional<Thinking> value) {
    return new GenerationSettings(temperature, topP, topK, maxOutputTokens, seed, value);
  }
}
