package dev.pollux.prompt.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How many tokens an answer of a schema takes, as JSON. A guess by what the members are: about
/// four characters make a token.
///
/// @param smallest every text empty, every list without an element
/// @param low a short answer
/// @param high a long one that is still usual
public record AnswerSize(int smallest, int low, int high) {
  private static final int CHARACTERS = 4;

  /// Longer than what any model answers.
  private static final int MOST = 1_000_000;

  private static final AnswerSize BRACES = new AnswerSize(2, 2, 2);

  public static AnswerSize of(AnswerSchema schema) {
    return object(schema.members());
  }

  private AnswerSize plus(AnswerSize other) {
    return new AnswerSize(smallest + other.smallest, low + other.low, high + other.high);
  }

  private static AnswerSize object(List<AnswerSchema.Member> members) {
    return members.stream().map(AnswerSize::member).reduce(BRACES, AnswerSize::plus);
  }

  /// Quotes, colon and comma are about three tokens. What is not required may be left out.
  private static AnswerSize member(AnswerSchema.Member member) {
    int name = 3 + text(member.name());
    AnswerSize value = value(member.type());
    return member.required()
        ? new AnswerSize(name + value.smallest, name + value.low, name + value.high)
        : new AnswerSize(0, name + 1, name + value.high);
  }

  private static AnswerSize value(AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Text(Limits length) -> characters(length);
      case AnswerSchema.Type.Quote _ -> new AnswerSize(1, 8, 60);
      case AnswerSchema.Type.CalendarDate _ -> new AnswerSize(4, 6, 8);
      case AnswerSchema.Type.PointInTime _ -> new AnswerSize(6, 10, 16);
      case AnswerSchema.Type.Choice(List<String> values) ->
          new AnswerSize(
              1 + values.stream().mapToInt(AnswerSize::text).min().orElse(0),
              1 + values.stream().mapToInt(AnswerSize::text).min().orElse(0),
              1 + values.stream().mapToInt(AnswerSize::text).max().orElse(0));
      case AnswerSchema.Type.Decimal _ -> new AnswerSize(1, 2, 5);
      case AnswerSchema.Type.Whole _ -> new AnswerSize(1, 1, 4);
      case AnswerSchema.Type.YesNo _ -> new AnswerSize(1, 1, 1);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element, Limits length) ->
          list(value(element), length);
      case AnswerSchema.Type.Group(List<AnswerSchema.Member> members) -> object(members);
    };
  }

  private static AnswerSize characters(Limits length) {
    int least = 1 + tokens(length.least(), 0);
    int most = 1 + tokens(length.most(), Math.max(79 * CHARACTERS, 4 * least * CHARACTERS));
    return new AnswerSize(least, Math.min(Math.max(4, least), most), Math.min(most, MOST));
  }

  private static int tokens(Optional<BigDecimal> characters, int otherwise) {
    return count(characters, otherwise) / CHARACTERS;
  }

  /// Six elements are usual; more where more are asked for, and no more than are allowed.
  private static AnswerSize list(AnswerSize each, Limits length) {
    int least = count(length.least(), 0);
    int most = Math.max(least, Math.min(count(length.most(), Math.max(6, 2 * least)), MOST));
    int usual = Math.clamp(6L, Math.max(least, 1), Math.max(most, 1));
    int many = length.most().isPresent() ? most : usual;
    return new AnswerSize(
        capped(1 + (long) least * each.smallest),
        capped(2 + (long) Math.max(least, 1) * each.low),
        capped(2 + (long) many * (each.high + 1)));
  }

  private static int count(Optional<BigDecimal> end, int otherwise) {
    return end.map(value -> (int) Math.clamp(value.doubleValue(), 0, MOST)).orElse(otherwise);
  }

  private static int capped(long tokens) {
    return (int) Math.min(tokens, MOST);
  }

  private static int text(String text) {
    return (text.length() + CHARACTERS - 1) / CHARACTERS;
  }
}
