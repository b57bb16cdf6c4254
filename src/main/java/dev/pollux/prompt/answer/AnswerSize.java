package dev.pollux.prompt.answer;

import java.util.List;

/// How many tokens an answer of a schema takes, as JSON. A guess by what the members are: about
/// four characters make a token.
///
/// @param smallest every text empty, every list without an element
/// @param low a short answer
/// @param high a long one that is still usual
public record AnswerSize(int smallest, int low, int high) {
  private static final int CHARACTERS = 4;
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
      case AnswerSchema.Type.Text _ -> new AnswerSize(1, 4, 80);
      case AnswerSchema.Type.Choice(List<String> values) ->
          new AnswerSize(
              1 + values.stream().mapToInt(AnswerSize::text).min().orElse(0),
              1 + values.stream().mapToInt(AnswerSize::text).min().orElse(0),
              1 + values.stream().mapToInt(AnswerSize::text).max().orElse(0));
      case AnswerSchema.Type.Decimal _ -> new AnswerSize(1, 2, 5);
      case AnswerSchema.Type.Whole _ -> new AnswerSize(1, 1, 4);
      case AnswerSchema.Type.YesNo _ -> new AnswerSize(1, 1, 1);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element) -> {
        AnswerSize each = value(element);
        yield new AnswerSize(1, 2 + each.low, 2 + 6 * (each.high + 1));
      }
      case AnswerSchema.Type.Group(List<AnswerSchema.Member> members) -> object(members);
    };
  }

  private static int text(String text) {
    return (text.length() + CHARACTERS - 1) / CHARACTERS;
  }
}
