package dev.pollux.sandbox.gemini.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// What an instruction asks for, as far as words tell. The first that fits counts.
public enum PromptTask {
  TRANSLATE("\\btranslat"),
  SENTIMENT("\\b(sentiment|tone|alert|attitude)\\b|positive.*negative|negative.*positive"),
  KEYWORDS("\\b(key ?words?|key ?phrases?|tags?|terms)\\b"),
  SUMMARY(
      "\\bsummar(y|i[sz]e|i[sz]ed|i[sz]es)\\b|\\btl;?dr\\b|\\b(shorten|gist|abstract|in short|main points?)\\b|\\bin (one|two|three|four|five|\\d+) (short )?sentences?\\b"),
  LANGUAGE("\\b(which|what) language\\b|\\blanguage\\b"),
  LABEL(
      "\\b(subjects?|topics?|themes?|categor(y|ies|i[sz]e)|classif(y|ication)|labels?|area|field|genre|class|domain)\\b|\\bdeals? with\\b|\\babout(\\?| what\\b)"),
  NAMES(
      "\\b(names?|people|persons?|entit(y|ies)|organi[sz]ations?|places?|countr(y|ies)|who|author|speaker|cities|city)\\b"),
  DATES("\\b(dates?|years?|when)\\b"),
  NUMBERS(
      "\\b(numbers?|figures?|amounts?|quantit(y|ies)|sums?|how (many|much)|count|total|price)\\b"),
  YES_NO(
      "(^|[.!?:\\n] ?)(is|are|was|were|does|do|did|can|could|has|have|should|will|would)\\b[^.?]*\\?"),
  QUESTION("\\?|^(what|which|who|why|how|where|explain|describe|find|quote|extract)\\b"),
  WRITE("");

  private final Pattern pattern;

  PromptTask(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  public static PromptTask of(String instruction) {
    String lower = instruction.toLowerCase(Locale.ROOT).strip();
    for (PromptTask task : values()) {
      if (task.pattern.matcher(lower).find()) {
        return task;
      }
    }
    return WRITE;
  }
}
