package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  private final ColumnLookup columns;

  private SchemaCheck(ColumnLookup columns) {
    this.columns = columns;
  }

  /// What of a member a finding is about.
  public enum Part {
    NAME,
    TYPE,
    /// The words to choose from, the range of a number or of a text's length, the column quoted.
    VALUES,
    /// How many a list holds.
    LENGTH
  }

  /// A finding, and the member it belongs to: `[2]` is the third member, `[2, 0]` the first one of
  /// the group in it, and `[]` the schema.
  public record Spot(List<Integer> at, Part part, Finding finding) {
    public Spot {
      at = List.copyOf(at);
    }
  }

  /// @param columns knows what can be quoted
  public static List<Spot> spots(AnswerSchema schema, ColumnLookup columns) {
    SchemaCheck check = new SchemaCheck(columns);
    check.members(schema.members(), List.of());
    int all = count(schema.members());
    if (all > MOST_MEMBERS) {
      check.stop(List.of(), Part.TYPE, "schema.too-many", all, MOST_MEMBERS);
    }
    return List.copyOf(check.found);
  }

  /// @param columns knows what can be quoted
  public static List<Finding> findings(AnswerSchema schema, ColumnLookup columns) {
    return spots(schema, columns).stream().map(Spot::finding).distinct().toList();
  }

  private static int count(List<Member> members) {
    return members.stream().mapToInt(m -> 1 + count(m.type().members())).sum();
  }

  private void members(List<Member> members, List<Integer> at) {
    if (members.isEmpty()) {
      stop(at, Part.TYPE, at.isEmpty() ? "schema.no-members" : "schema.empty-group");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      List<Integer> here = new ArrayList<>(at);
      here.add(i);
      Member member = members.get(i);
      name(member.name(), here);
      if (!member.name().isBlank() && !seen.add(lower(member.name()))) {
        stop(here, Part.NAME, "schema.twice", member.name());
      }
      type(member, member.type(), here);
    }
  }

  private void name(String name, List<Integer> at) {
    if (name.isBlank()) {
      stop(at, Part.NAME, "schema.no-name");
    } else if (name.length() > LONGEST_NAME) {
      stop(at, Part.NAME, "schema.long-name", name.length(), LONGEST_NAME);
    } else if (Character.isDigit(name.charAt(0))) {
      stop(at, Part.NAME, "schema.digit-first", name);
    } else if (!NAME.matcher(name).matches()) {
      stop(at, Part.NAME, "schema.odd-name", name);
    } else if (RESERVED.contains(lower(name))
        || RESERVED_STARTS.stream().anyMatch(lower(name)::startsWith)) {
      stop(at, Part.NAME, "schema.reserved", name);
    }
  }

  private void type(Member member, AnswerSchema.Type type, List<Integer> at) {
    switch (type) {
      case AnswerSchema.Type.YesNo _,
          AnswerSchema.Type.CalendarDate _,
          AnswerSchema.Type.PointInTime _ -> {}
      case AnswerSchema.Type.Text(Limits length) -> count(member, length, at, Part.VALUES);
      case AnswerSchema.Type.Quote(String column) -> quote(member, column, at);
      case AnswerSchema.Type.Decimal(Limits range) -> limits(member, range, at, Part.VALUES);
      case AnswerSchema.Type.Whole(Limits range) -> {
        limits(member, range, at, Part.VALUES);
        whole(member, range, at, Part.VALUES);
      }
      case AnswerSchema.Type.Choice(List<String> values) -> values(member, values, at);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type.ListOf _, Limits _) ->
          stop(at, Part.TYPE, "schema.list-of-lists", member.name());
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element, Limits length) -> {
        count(member, length, at, Part.LENGTH);
        type(member, element, at);
      }
      case AnswerSchema.Type.Group(List<Member> _) when at.size() > 1 ->
          stop(at, Part.TYPE, "schema.too-deep", member.name());
      case AnswerSchema.Type.Group(List<Member> members) -> members(members, at);
    }
  }

  private void limits(Member member, Limits limits, List<Integer> at, Part part) {
    if (!limits.unread().isBlank()) {
      stop(at, part, "schema.range-unread", member.name(), limits.unread().strip());
    } else if (limits.isUpsideDown()) {
      stop(
          at,
          part,
          "schema.range-upside-down",
          member.name(),
          limits.least().orElseThrow(),
          limits.most().orElseThrow());
    }
  }

  private void whole(Member member, Limits limits, List<Integer> at, Part part) {
    Stream.concat(limits.least().stream(), limits.most().stream())
        .filter(end -> end.scale() > 0)
        .findFirst()
        .ifPresent(end -> stop(at, part, "schema.range-not-whole", member.name(), end));
  }

  /// How many characters or elements.
  private void count(Member member, Limits limits, List<Integer> at, Part part) {
    limits(member, limits, at, part);
    whole(member, limits, at, part);
    if (limits.least().filter(end -> end.signum() < 0).isPresent()
        || limits.most().filter(end -> end.signum() <= 0).isPresent()) {
      stop(at, part, "schema.length-not-positive", member.name());
    }
  }

  private void quote(Member member, String column, List<Integer> at) {
    if (column.isBlank()) {
      stop(at, Part.VALUES, "schema.quote-none", member.name());
    } else {
      columns.fault(column).ifPresent(fault -> quote(member, fault, at));
    }
  }

  private void quote(Member member, Finding fault, List<Integer> at) {
    List<Object> args = new ArrayList<>(fault.args());
    args.addFirst(member.name());
    found.add(new Spot(at, Part.VALUES, new Finding(fault.level(), fault.code(), args)));
  }

  private void values(Member member, List<String> values, List<Integer> at) {
    if (values.isEmpty()) {
      stop(at, Part.VALUES, "schema.no-values", member.name());
    } else if (values.stream().anyMatch(String::isBlank)) {
      stop(at, Part.VALUES, "schema.blank-value", member.name());
    }
    Set<String> seen = new HashSet<>();
    values.stream()
        .filter(value -> !value.isBlank() && !seen.add(value))
        .findFirst()
        .ifPresent(value -> stop(at, Part.VALUES, "schema.value-twice", member.name(), value));
    if (values.size() > MOST_VALUES) {
      found.add(
          new Spot(
              at,
              Part.VALUES,
              Finding.warning("schema.many-values", member.name(), values.size())));
    }
  }

  private void stop(List<Integer> at, Part part, String code, Object... args) {
    found.add(new Spot(at, part, Finding.stop(code, args)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
