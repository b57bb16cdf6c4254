package dev.pollux.sandbox.gemini;

import dev.pollux.sandbox.gemini.request.GenerationConfig;
import dev.pollux.sandbox.gemini.request.ThoughtTokens;
import dev.pollux.sandbox.gemini.text.Prompt;
import dev.pollux.sandbox.gemini.text.WordPieces;

/// A candidate's text as it leaves the model: cut at a stop sequence or where the tokens end.
/// Thoughts come first: under a low cap they can leave no token for an answer.
///
/// @param thoughts tokens spent before the first word
record ModelAnswer(String text, String thought, int thoughts, String finishReason) {
  static ModelAnswer of(
      String full, ThoughtTokens thinking, GenerationConfig config, Prompt prompt) {
    int thoughts = Math.min(thinking.tokens(), config.maxTokens());
    String text = full;
    for (String stop : config.stops()) {
      int at = stop.isEmpty() ? -1 : text.indexOf(stop);
      text = at < 0 ? text : text.substring(0, at);
    }
    String cut = WordPieces.first(text, config.maxTokens() - thoughts);
    String thought =
        thinking.shown() && thoughts > 0
            ? "(Simulated thought.) I am asked: “"
                + prompt.instruction()
                + "” I look for it in the text."
            : "";
    return new ModelAnswer(
        cut, thought, thoughts, cut.length() < text.length() ? "MAX_TOKENS" : "STOP");
  }
}
