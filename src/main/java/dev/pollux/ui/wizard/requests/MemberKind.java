package dev.pollux.ui.wizard.requests;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.Arrays;
import java.util.List;

/// The types of a member, as they are offered.
enum MemberKind {
  TEXT,
  CHOICE,
  DECIMAL,
  WHOLE,
  YES_NO,
  TEXTS,
  CHOICES,
  DECIMALS,
  GROUP,
  GROUPS;

  static MemberKind of(AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Text _ -> TEXT;
      case AnswerSchema.Type.Choice _ -> CHOICE;
      case AnswerSchema.Type.Decimal _ -> DECIMAL;
      case AnswerSchema.Type.Whole _ -> WHOLE;
      case AnswerSchema.Type.YesNo _ -> YES_NO;
      case AnswerSchema.Type.Group _ -> GROUP;
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element) ->
          switch (of(element)) {
            case CHOICE, CHOICES -> CHOICES;
            case DECIMAL, WHOLE, DECIMALS -> DECIMALS;
            case GROUP, GROUPS -> GROUPS;
            case TEXT, TEXTS, YES_NO -> TEXTS;
          };
    };
  }

  boolean hasWords() {
    return this == CHOICE || this == CHOICES;
  }

  boolean hasMembers() {
    return this == GROUP || this == GROUPS;
  }

  /// The type of this kind; what the type before held stays where it fits.
  AnswerSchema.Type type(AnswerSchema.Type before) {
    List<Member> inside = before.members();
    List<Member> members = inside.isEmpty() ? SchemaEdits.fresh().members() : inside;
    return switch (this) {
      case TEXT -> new AnswerSchema.Type.Text();
      case CHOICE -> new AnswerSchema.Type.Choice(words(before));
      case DECIMAL -> new AnswerSchema.Type.Decimal();
      case WHOLE -> new AnswerSchema.Type.Whole();
      case YES_NO -> new AnswerSchema.Type.YesNo();
      case TEXTS -> new AnswerSchema.Type.ListOf(new AnswerSchema.Type.Text());
      case CHOICES -> new AnswerSchema.Type.ListOf(new AnswerSchema.Type.Choice(words(before)));
      case DECIMALS -> new AnswerSchema.Type.ListOf(new AnswerSchema.Type.Decimal());
      case GROUP -> new AnswerSchema.Type.Group(members);
      case GROUPS -> new AnswerSchema.Type.ListOf(new AnswerSchema.Type.Group(members));
    };
  }

  static List<String> words(AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Choice(List<String> values) -> values;
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element) -> words(element);
      case AnswerSchema.Type.Text _,
          AnswerSchema.Type.Decimal _,
          AnswerSchema.Type.Whole _,
          AnswerSchema.Type.YesNo _,
          AnswerSchema.Type.Group _ ->
          List.of();
    };
  }

  /// The words of a text like `economy, war, law`.
  static List<String> read(String typed) {
    return Arrays.stream(typed.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// The type with these words, given as `economy, war, law`.
  AnswerSchema.Type withWords(String typed) {
    AnswerSchema.Type.Choice choice = new AnswerSchema.Type.Choice(read(typed));
    return this == CHOICES ? new AnswerSchema.Type.ListOf(choice) : choice;
  }
}
