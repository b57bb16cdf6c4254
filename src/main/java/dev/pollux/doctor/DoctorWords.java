package dev.pollux.doctor;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.Redaction;
import dev.pollux.text.Words;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// A report in words. Nothing of it is secret: it can be sent to whoever helps.
public record DoctorWords(Words words) {
  /// What the step is about.
  public String name(DoctorStep step) {
    return words.get("doctor.step." + step.id());
  }

  /// What was found.
  public String found(StepResult result) {
    String step = "doctor." + result.step().id() + ".";
    return switch (result.outcome()) {
      case StepOutcome.Fine(String key, List<Object> args) ->
          words.get(step + key(key), args.toArray());
      case StepOutcome.Wrong(String key, List<Object> args, String _) ->
          words.get(step + key + ".why", args.toArray());
      case StepOutcome.Refused(CloudException why, String _) -> said(why, ".why");
      case StepOutcome.Skipped(DoctorStep needs) -> words.get("doctor.skipped", name(needs));
      case StepOutcome.Same(DoctorStep as) -> words.get("doctor.same", name(as));
    };
  }

  /// What mends it, in words; empty where nothing is to be mended here.
  public String next(StepResult result) {
    return switch (result.outcome()) {
      case StepOutcome.Wrong(String key, List<Object> args, String _) ->
          words.get("doctor." + result.step().id() + "." + key + ".next", args.toArray());
      case StepOutcome.Refused(CloudException why, String _) -> said(why, ".next");
      case StepOutcome.Fine _, StepOutcome.Skipped _, StepOutcome.Same _ -> "";
    };
  }

  /// The command that mends it; empty where there is none.
  public static String command(StepResult result) {
    return Doctor.command(result.outcome());
  }

  /// The service's own text, without what looks like a secret; empty where it said nothing.
  public static String details(StepResult result) {
    return result.outcome() instanceof StepOutcome.Refused(CloudException why, String _)
        ? Redaction.of((why.reason().isEmpty() ? "" : why.reason() + ": ") + why.getMessage())
        : "";
  }

  private String said(CloudException why, String part) {
    return words.get(Diagnosis.words(why) + part, Diagnosis.args(why).toArray());
  }

  private static String key(String key) {
    return key.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// How many are fine, to be mended, and not tried.
  public String sum(DoctorReport report) {
    return words.get("doctor.sum", report.fine(), report.toMend(), report.notTried());
  }

  /// The whole report, for a terminal or a mail.
  public String text(DoctorReport report) {
    StringBuilder all = new StringBuilder();
    DoctorSubject subject = report.subject();
    all.append(
            words.get(
                "doctor.head",
                subject.project(),
                subject.location().id(),
                subject.model().id(),
                report.at().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString()))
        .append('\n');
    for (StepResult result : report.results()) {
      line(result, all);
    }
    return all.append('\n').append(sum(report)).toString();
  }

  private void line(StepResult result, StringBuilder all) {
    all.append("%-6s ".formatted(mark(result)))
        .append(name(result.step()))
        .append(": ")
        .append(found(result))
        .append('\n');
    for (String more : List.of(next(result), command(result), details(result))) {
      more.lines().forEach(line -> all.append("       ").append(line).append('\n'));
    }
  }

  private String mark(StepResult result) {
    return switch (result.outcome()) {
      case StepOutcome.Fine _ -> words.get("doctor.mark.ok");
      case StepOutcome.Wrong _, StepOutcome.Refused _ -> words.get("doctor.mark.mend");
      case StepOutcome.Skipped _, StepOutcome.Same _ -> words.get("doctor.mark.not-tried");
    };
  }
}
