package dev.pollux.sandbox.vertex.job;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.protobuf.util.Timestamps;
import dev.pollux.sandbox.vertex.wire.Refusal;
import java.text.ParseException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The comparisons of [JobFilter], by field.
final class JobFilterFields {
  private JobFilterFields() {}

  static Predicate<BatchPredictionJob> text(
      String field,
      String sign,
      String value,
      Function<BatchPredictionJob, String> read,
      boolean wildcard) {
    return switch (sign) {
      case "=" -> job -> read.apply(job).equals(value);
      case "!=" -> job -> !read.apply(job).equals(value);
      case ":" -> {
        if (!wildcard) {
          throw unsupported(field, sign);
        }
        Pattern pattern = glob(value);
        yield job -> pattern.matcher(read.apply(job)).find();
      }
      default -> throw unsupported(field, sign);
    };
  }

  static Predicate<BatchPredictionJob> label(String key, String sign, String value) {
    return switch (sign) {
      case "=" -> job -> value.equals(job.getLabelsMap().get(key));
      case "!=" -> job -> !value.equals(job.getLabelsMap().get(key));
      case ":" -> {
        if (!value.equals("*")) {
          throw JobFilter.invalid("after labels." + key + ": only * can stand");
        }
        yield job -> job.containsLabels(key);
      }
      default -> throw unsupported("labels." + key, sign);
    };
  }

  static Predicate<BatchPredictionJob> created(String sign, String value) {
    com.google.protobuf.Timestamp time;
    try {
      time = Timestamps.parse(value);
    } catch (ParseException notATime) {
      throw JobFilter.invalid(
          "create_time is compared with an RFC 3339 time, not \"" + value + "\"");
    }
    Function<BatchPredictionJob, Integer> order =
        job -> Timestamps.compare(job.getCreateTime(), time);
    return switch (sign) {
      case "=" -> job -> order.apply(job) == 0;
      case "!=" -> job -> order.apply(job) != 0;
      case "<" -> job -> order.apply(job) < 0;
      case "<=" -> job -> order.apply(job) <= 0;
      case ">" -> job -> order.apply(job) > 0;
      case ">=" -> job -> order.apply(job) >= 0;
      default -> throw unsupported("create_time", sign);
    };
  }

  /// With `*` the whole text has to fit, without it the text has to be found inside.
  private static Pattern glob(String value) {
    if (!value.contains("*")) {
      return Pattern.compile(Pattern.quote(value));
    }
    return Pattern.compile(
        "^" + Pattern.quote(value).replace("*", "\\E.*\\Q") + "$", Pattern.DOTALL);
  }

  private static Refusal unsupported(String field, String sign) {
    return JobFilter.invalid("\"" + sign + "\" is not supported for " + field);
  }
}
