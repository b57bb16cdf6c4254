package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerMark.Kind;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Whether one value of an answer is what was asked for.
///
/// @param row what may be quoted
/// @param found takes what is wrong
record ValueCheck(RowText row, List<AnswerMark> found) {
  private static final int SHOWN = 60;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u200B]+");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  void text(JsonNode value, Limits length, String path) {
    if (is(value.isString(), "answer.not-text", path, value)) {
      String text = value.asString();
      length(text.codePointCount(0, text.length()), length, "text", path, value);
    }
  }

  /// Blanks and line breaks do not count, nor does how accents are encoded.
  void quote(JsonNode value, String column, String path) {
    if (is(value.isString(), "answer.not-text", path, value)) {
      row.of(column)
          .filter(text -> !plain(text).contains(plain(value.asString())))
          .ifPresent(_ -> mark(Kind.NOT_IN_ROW, "answer.not-in-row", path, value));
    }
  }

  private static String plain(String text) {
    return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  void number(JsonNode value, Limits range, String path) {
    if (is(value.isNumber(), "answer.not-number", path, value)) {
      range(value, range, path);
    }
  }

  /// `3.0` is whole too: JSON knows one kind of number.
  void whole(JsonNode value, Limits range, String path) {
    boolean whole = value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
    if (is(whole, "answer.not-whole", path, value)) {
      range(value, range, path);
    }
  }

  private void range(JsonNode value, Limits range, String path) {
    BigDecimal number = value.decimalValue();
    if (!range.holds(number)) {
      boolean both = range.least().isPresent() && range.most().isPresent();
      String code = both ? "outside" : range.isBelow(number) ? "below" : "above";
      List<Object> args = new ArrayList<>(List.of(path, cut(value.toString())));
      range.least().ifPresent(args::add);
      range.most().ifPresent(args::add);
      Finding finding = Finding.stop("answer." + code, args.toArray());
      found.add(new AnswerMark(path, Kind.OUTSIDE, range, finding));
    }
  }

  void yesNo(JsonNode value, String path) {
    is(value.isBoolean(), "answer.not-yes-no", path, value);
  }

  /// A day that the calendar has: `2026-02-30` is none.
  void date(JsonNode value, String path) {
    if (is(value.isString(), "answer.not-text", path, value) && !isDate(value.asString())) {
      mark(Kind.NOT_DATE, "answer.not-date", path, value);
    }
  }

  private static boolean isDate(String text) {
    try {
      return DATE.matcher(text).matches()
          && LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE).getYear() > 0;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  void time(JsonNode value, String path) {
    if (is(value.isString(), "answer.not-text", path, value) && !isTime(value.asString())) {
      mark(Kind.NOT_DATE, "answer.not-time", path, value);
    }
  }

  /// One without a zone can be read as well: it is taken as UTC.
  private static boolean isTime(String text) {
    try {
      return DateTimeFormatter.ISO_DATE_TIME.parse(text, LocalDate::from).getYear() > 0;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  void oneOf(JsonNode value, List<String> words, String path) {
    if (!value.isString() || !words.contains(value.asString())) {
      mark(Kind.NOT_ONE_OF, "answer.not-one-of", path, value);
    }
  }

  boolean isList(JsonNode value, Limits length, String path) {
    boolean list = is(value.isArray(), "answer.not-list", path, value);
    if (list) {
      length(value.size(), length, "list", path, value);
    }
    return list;
  }

  boolean isGroup(JsonNode value, String path) {
    return is(value.isObject(), "answer.not-group", path, value);
  }

  private void length(int length, Limits limits, String what, String path, JsonNode value) {
    BigDecimal count = BigDecimal.valueOf(length);
    if (limits.isBelow(count)) {
      String code = "answer." + what + "-short";
      mark(Kind.LENGTH, code, path, value, length, limits.least().orElseThrow());
    } else if (limits.isAbove(count)) {
      String code = "answer." + what + "-long";
      mark(Kind.LENGTH, code, path, value, length, limits.most().orElseThrow());
    }
  }

  private boolean is(boolean met, String code, String path, JsonNode value) {
    if (!met) {
      mark(Kind.OTHER_TYPE, code, path, value);
    }
    return met;
  }

  private void mark(Kind kind, String code, String path, JsonNode value, Object... more) {
    String text = value.isString() ? value.asString() : value.toString();
    List<Object> args = new ArrayList<>(List.of(path, cut(text)));
    args.addAll(List.of(more));
    found.add(new AnswerMark(path, kind, Finding.stop(code, args.toArray())));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) > SHOWN
        ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…"
        : text;
  }
}
