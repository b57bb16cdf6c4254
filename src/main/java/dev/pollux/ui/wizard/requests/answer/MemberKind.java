package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The types of a member, as they are offered: each for itself, then as a list.
public enum MemberKind {
  TEXT,
  CHOICE,
  DECIMAL,
  WHOLE,
  YES_NO,
  DATE,
  TIME,
  QUOTE,
  GROUP,
  TEXTS(TEXT),
  CHOICES(CHOICE),
  DECIMALS(DECIMAL),
  WHOLES(WHOLE),
  YES_NOS(YES_NO),
  DATES(DATE),
  TIMES(TIME),
  QUOTES(QUOTE),
  GROUPS(GROUP);

  private final Optional<MemberKind> element;

  MemberKind() {
    element = Optional.empty();
  }

  MemberKind(MemberKind element) {
    this.element = Optional.of(element);
  }

  static MemberKind of(AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Text _ -> TEXT;
      case AnswerSchema.Type.Choice _ -> CHOICE;
      case AnswerSchema.Type.Decimal _ -> DECIMAL;
      case AnswerSchema.Type.Whole _ -> WHOLE;
      case AnswerSchema.Type.YesNo _ -> YES_NO;
      case AnswerSchema.Type.CalendarDate _ -> DATE;
      case AnswerSchema.Type.PointInTime _ -> TIME;
      case AnswerSchema.Type.Quote _ -> QUOTE;
      case AnswerSchema.Type.Group _ -> GROUP;
      case AnswerSchema.Type.ListOf list -> listOf(of(list.element()).one());
    };
  }

  private static MemberKind listOf(MemberKind one) {
    return Arrays.stream(values())
        .filter(kind -> kind.element.filter(one::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /// What a list holds; itself where it is none.
  MemberKind one() {
    return element.orElse(this);
  }

  boolean isList() {
    return element.isPresent();
  }

  boolean hasMembers() {
    return one() == GROUP;
  }

  /// The type of this kind with these values; members of a group stay where it had some.
  AnswerSchema.Type type(MemberValues values, AnswerSchema.Type before) {
    AnswerSchema.Type type =
        switch (one()) {
          case TEXT, TEXTS -> new AnswerSchema.Type.Text(values.characters());
          case CHOICE, CHOICES -> new AnswerSchema.Type.Choice(values.words());
          case DECIMAL, DECIMALS -> new AnswerSchema.Type.Decimal(values.range());
          case WHOLE, WHOLES -> new AnswerSchema.Type.Whole(values.range());
          case YES_NO, YES_NOS -> new AnswerSchema.Type.YesNo();
          case DATE, DATES -> new AnswerSchema.Type.CalendarDate();
          case TIME, TIMES -> new AnswerSchema.Type.PointInTime();
          case QUOTE, QUOTES -> new AnswerSchema.Type.Quote(values.column());
          case GROUP, GROUPS -> new AnswerSchema.Type.Group(inside(before));
        };
    return isList() ? new AnswerSchema.Type.ListOf(type, values.length()) : type;
  }

  private static List<Member> inside(AnswerSchema.Type before) {
    List<Member> inside = before.members();
    return inside.isEmpty() ? SchemaEdits.fresh().members() : inside;
  }
}
