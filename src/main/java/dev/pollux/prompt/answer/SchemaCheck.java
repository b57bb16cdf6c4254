package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What is wrong with a schema. Members become columns, so their names follow BigQuery's rules
/// (https://docs.cloud.google.com/bigquery/docs/schemas#column_names) in plain letters; deep
/// schemas, lists of lists and empty objects are known to fail in batch jobs only
/// (https://github.com/googleapis/js-genai/issues/882,
/// https://github.com/googleapis/python-genai/issues/2123).
public final class SchemaCheck {
  /// How many members a schema may have, those of groups included. The service states no figure,
  /// and refuses what has "too many states for serving".
  public static final int MOST_MEMBERS = 100;

  private static final int MOST_VALUES = 200;
  private static final int LONGEST_NAME = 300;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> RESERVED =
      Set.of("request", "response", "status", "processed_time", "pollux_row_key");
  private static final List<String> RESERVED_STARTS =
      List.of(
          "_table_",
          "_file_",
          "_partition",
          "_row_timestamp",
          "__root__",
          "_colidentifier",
          "_change_sequence_number",
          "_change_type",
          "_change_timestamp");

  private final List<Spot> found = new ArrayList<>();

  private SchemaCheck() {}

  /// A finding, and the member it belongs to: `[2]` is the third member, `[2, 0]` the first one of
  /// the group in it, and `[]` the schema.
  public record Spot(List<Integer> at, Finding finding) {
    public Spot {
      at = List.copyOf(at);
    }
  }

  public static List<Spot> spots(AnswerSchema schema) {
    SchemaCheck check = new SchemaCheck();
    check.members(schema.members(), List.of());
    int all = count(schema.members());
    if (all > MOST_MEMBERS) {
      check.stop(List.of(), "schema.too-many", all, MOST_MEMBERS);
    }
    return List.copyOf(check.found);
  }

  public static List<Finding> findings(AnswerSchema schema) {
    return spots(schema).stream().map(Spot::finding).distinct().toList();
  }

  private static int count(List<Member> members) {
    return members.stream().mapToInt(m -> 1 + count(m.type().members())).sum();
  }

  private void members(List<Member> members, List<Integer> at) {
    if (members.isEmpty()) {
      stop(at, at.isEmpty() ? "schema.no-members" : "schema.empty-group");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      List<Integer> here = new ArrayList<>(at);
      here.add(i);
      Member member = members.get(i);
      name(member.name(), here);
      if (!member.name().isBlank() && !seen.add(lower(member.name()))) {
        stop(here, "schema.twice", member.name());
      }
      type(member, member.type(), here);
    }
  }

  private void name(String name, List<Integer> at) {
    if (name.isBlank()) {
      stop(at, "schema.no-name");
    } else if (name.length() > LONGEST_NAME) {
      stop(at, "schema.long-name", name.length(), LONGEST_NAME);
    } else if (Character.isDigit(name.charAt(0))) {
      stop(at, "schema.digit-first", name);
    } else if (!NAME.matcher(name).matches()) {
      stop(at, "schema.odd-name", name);
    } else if (RESERVED.contains(lower(name))
        || RESERVED_STARTS.stream().anyMatch(lower(name)::startsWith)) {
      stop(at, "schema.reserved", name);
    }
  }

  private void type(Member member, AnswerSchema.Type type, List<Integer> at) {
    switch (type) {
      case AnswerSchema.Type.Text _,
          AnswerSchema.Type.Decimal _,
          AnswerSchema.Type.Whole _,
          AnswerSchema.Type.YesNo _ -> {}
      case AnswerSchema.Type.Choice(List<String> values) -> values(member, values, at);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type.ListOf _) ->
          stop(at, "schema.list-of-lists", member.name());
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element) -> type(member, element, at);
      case AnswerSchema.Type.Group(List<Member> _) when at.size() > 1 ->
          stop(at, "schema.too-deep", member.name());
      case AnswerSchema.Type.Group(List<Member> members) -> members(members, at);
    }
  }

  private void values(Member member, List<String> values, List<Integer> at) {
    if (values.isEmpty()) {
      stop(at, "schema.no-values", member.name());
    } else if (values.stream().anyMatch(String::isBlank)) {
      stop(at, "schema.blank-value", member.name());
    }
    Set<String> seen = new HashSet<>();
    values.stream()
        .filter(value -> !value.isBlank() && !seen.add(value))
        .findFirst()
        .ifPresent(value -> stop(at, "schema.value-twice", member.name(), value));
    if (values.size() > MOST_VALUES) {
      found.add(new Spot(at, Finding.warning("schema.many-values", member.name(), values.size())));
    }
  }

  private void stop(List<Integer> at, String code, Object... args) {
    found.add(new Spot(at, Finding.stop(code, args)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
