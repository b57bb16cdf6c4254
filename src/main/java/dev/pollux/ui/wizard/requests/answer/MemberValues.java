package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.Limits;
import java.util.Arrays;
import java.util.List;

/// What narrows the values of a member, for whichever type it has or will have.
///
/// @param words to choose from
/// @param range of a number
/// @param characters how long a text is
/// @param column to quote from; empty for none
/// @param length how many a list holds
record MemberValues(
    List<String> words, Limits range, Limits characters, String column, Limits length) {
  static final MemberValues NONE =
      new MemberValues(List.of(), Limits.NONE, Limits.NONE, "", Limits.NONE);

  MemberValues {
    words = List.copyOf(words);
  }

  static MemberValues of(AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Text(Limits characters) ->
          new MemberValues(List.of(), Limits.NONE, characters, "", Limits.NONE);
      case AnswerSchema.Type.Choice(List<String> words) ->
          new MemberValues(words, Limits.NONE, Limits.NONE, "", Limits.NONE);
      case AnswerSchema.Type.Decimal(Limits range) ->
          new MemberValues(List.of(), range, Limits.NONE, "", Limits.NONE);
      case AnswerSchema.Type.Whole(Limits range) ->
          new MemberValues(List.of(), range, Limits.NONE, "", Limits.NONE);
      case AnswerSchema.Type.Quote(String column) ->
          new MemberValues(List.of(), Limits.NONE, Limits.NONE, column, Limits.NONE);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element, Limits length) ->
          of(element).with(length);
      case AnswerSchema.Type.YesNo _,
          AnswerSchema.Type.CalendarDate _,
          AnswerSchema.Type.PointInTime _,
          AnswerSchema.Type.Group _ ->
          NONE;
    };
  }

  private MemberValues with(Limits other) {
    return new MemberValues(words, range, characters, column, other);
  }

  MemberValues quoting(String other) {
    return new MemberValues(words, range, characters, other, length);
  }

  /// The words of a text like `economy, war, law`.
  static List<String> read(String typed) {
    return Arrays.stream(typed.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
