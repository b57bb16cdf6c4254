package dev.pollux.sandbox.vertex.job;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import dev.pollux.sandbox.vertex.wire.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The filter language of `ListBatchPredictionJobs` (job_service.proto): `display_name` (`=`, `!=`,
/// `:` with `*`), `model_display_name` and `state` (`=`, `!=`), `create_time` (six comparisons, RFC
/// 3339), `labels.key=value`, `labels.key:*`, joined with AND, OR, NOT and parentheses. As in
/// [AIP-160](https://google.aip.dev/160), OR binds tighter than AND.
public final class JobFilter {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')|(!=|<=|>=|[=:<>()])|((?:[^\\s\"'!=<>():]|(?<=\\d):(?=\\d))+))");
  private static final Set<String> WORDS = Set.of("AND", "OR", "NOT");

  private final List<String> tokens;
  private final Function<BatchPredictionJob, String> modelTitle;
  private int next;

  private JobFilter(List<String> tokens, Function<BatchPredictionJob, String> modelTitle) {
    this.tokens = tokens;
    this.modelTitle = modelTitle;
  }

  /// An empty filter lets everything pass.
  public static Predicate<BatchPredictionJob> parse(
      String filter, Function<BatchPredictionJob, String> modelTitle) {
    if (filter.isBlank()) {
      return job -> true;
    }
    JobFilter parser = new JobFilter(tokens(filter), modelTitle);
    Predicate<BatchPredictionJob> all = parser.all();
    if (parser.next < parser.tokens.size()) {
      throw invalid("unexpected \"" + parser.tokens.get(parser.next) + "\"");
    }
    return all;
  }

  private static List<String> tokens(String filter) {
    Matcher matcher = TOKEN.matcher(filter);
    Stream.Builder<String> found = Stream.builder();
    int at = 0;
    while (at < filter.length() && matcher.find(at) && matcher.start() == at) {
      found.add(matcher.group().strip());
      at = matcher.end();
    }
    if (!filter.substring(at).isBlank()) {
      throw invalid("cannot read \"" + filter.substring(at).strip() + "\"");
    }
    return found.build().toList();
  }

  private Predicate<BatchPredictionJob> all() {
    Predicate<BatchPredictionJob> left = any();
    while (next < tokens.size() && !peek(")")) {
      take("AND");
      left = left.and(any());
    }
    return left;
  }

  private Predicate<BatchPredictionJob> any() {
    Predicate<BatchPredictionJob> left = one();
    while (take("OR")) {
      left = left.or(one());
    }
    return left;
  }

  private Predicate<BatchPredictionJob> one() {
    if (take("NOT")) {
      return one().negate();
    }
    if (take("(")) {
      Predicate<BatchPredictionJob> inner = all();
      if (!take(")")) {
        throw invalid("a parenthesis is not closed");
      }
      return inner;
    }
    return comparison();
  }

  private Predicate<BatchPredictionJob> comparison() {
    String field = word("a field");
    String sign = word("a comparison after \"" + field + "\"");
    String raw = word("a value after \"" + field + sign + "\"");
    String value = unquote(raw);
    if (field.startsWith("labels.")) {
      return JobFilterFields.label(field.substring("labels.".length()), sign, value);
    }
    return switch (field) {
      // The reference of REST writes them the second way.
      case "display_name", "displayName" ->
          JobFilterFields.text(field, sign, value, BatchPredictionJob::getDisplayName, true);
      case "model_display_name", "modelDisplayName" ->
          JobFilterFields.text(field, sign, value, modelTitle, false);
      case "state" ->
          JobFilterFields.text(
              field, sign, value.toUpperCase(Locale.ROOT), job -> job.getState().name(), false);
      case "create_time", "createTime" -> JobFilterFields.created(sign, value);
      default -> throw invalid("unknown field \"" + field + "\"");
    };
  }

  private String word(String wanted) {
    if (next >= tokens.size() || WORDS.contains(tokens.get(next))) {
      throw invalid(wanted + " is missing");
    }
    return tokens.get(next++);
  }

  private boolean peek(String token) {
    return next < tokens.size() && tokens.get(next).equals(token);
  }

  private boolean take(String token) {
    boolean here = peek(token);
    next += here ? 1 : 0;
    return here;
  }

  private static String unquote(String token) {
    boolean quoted = token.startsWith("\"") || token.startsWith("'");
    return quoted ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1") : token;
  }

  static Refusal invalid(String why) {
    return Refusal.invalid("Invalid filter: " + why + ".");
  }
}
