package dev.pollux.ui.results.summary;

import dev.pollux.results.AnswerValues;
import dev.pollux.results.summary.Bin;
import dev.pollux.text.Words;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Set;
import java.util.stream.Collectors;

/// What the bars of charts stand for, in words.
final class BinWords {
  private final Words words;

  BinWords(Words words) {
    this.words = words;
  }

  String of(String column, Bin bin) {
    return switch (bin) {
      case Bin.Word(String text) -> column.equals(AnswerValues.ENDS) ? ended(text) : text;
      case Bin.Between(double from, double to) ->
          words.get("results.summary.between", number(from), number(to));
      case Bin.Exactly(double number) -> number(number);
      case Bin.Outside(double least, double most) ->
          words.get("results.summary.outside", number(least), number(most));
      case Bin.Rest(int others) -> words.get("results.summary.rest", others);
      case Bin.Empty _ -> words.get("results.summary.empty");
    };
  }

  /// What a finish or block reason means.
  private String ended(String reason) {
    return switch (reason) {
      case "STOP" -> words.get("results.summary.end.stop");
      case "MAX_TOKENS" -> words.get("results.summary.end.cut");
      case "SAFETY",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "MODEL_ARMOR",
          "IMAGE_SAFETY",
          "IMAGE_PROHIBITED_CONTENT" ->
          words.get("results.summary.end.policy");
      case "RECITATION", "IMAGE_RECITATION" -> words.get("results.summary.end.recitation");
      default -> words.get("results.summary.end.other");
    };
  }

  String column(String name) {
    return switch (name) {
      case "" -> words.get("results.column.answer");
      case AnswerValues.ENDS -> words.get("results.column.finish");
      default -> name;
    };
  }

  /// All that is picked: `subject is law or war · confidence is 0.3 – 0.4`.
  String picked(Narrowed narrowed) {
    return narrowed.picked().bins().entrySet().stream()
        .map(entry ->
            words.get(
                "results.summary.is",
                column(entry.getKey()),
                any(entry.getKey(), entry.getValue())))
        .collect(Collectors.joining(" · "));
  }

  private String any(String column, Set<Bin> bins) {
    return bins.stream()
        .map(bin -> of(column, bin))
        .collect(Collectors.joining(" " + words.get("results.summary.or") + " "));
  }

  /// Four places are enough for people; what is very large or small has an exponent.
  String number(double number) {
    double size = Math.abs(number);
    if (size != 0 && (size >= 1e12 || size < 1e-4)) {
      return new DecimalFormat("0.##E0", DecimalFormatSymbols.getInstance(words.locale()))
          .format(number);
    }
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMaximumFractionDigits(size >= 1_000 ? 0 : size >= 10 ? 2 : 4);
    return format.format(number);
  }
}
