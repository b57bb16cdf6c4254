package dev.pollux.ui.jobs.state;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.Place;
import dev.pollux.run.state.JobLine;
import dev.pollux.text.Money;
import dev.pollux.text.VisibleText;
import dev.pollux.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/// The words of one line of the list.
public final class JobWords {
  private final Words words;
  private final ZoneId zone;

  public JobWords(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  public String state(JobLine line) {
    DisplayState face = DisplayState.of(line);
    JobCounts counts = counts(line);
    return switch (face) {
      case DONE_SOME_FAILED ->
          words.get(
              line.shares() ? "jobs.state.requests-failed" : "jobs.state.done-some-failed",
              counts.failed(),
              total(line));
      case PARTLY -> words.get("jobs.state.partly", counts.succeeded(), total(line));
      case TIME_LIMIT -> words.get("jobs.state.time-limit", kept(line));
      case STOPPED -> words.get("jobs.state.stopped", counts.succeeded(), counts.failed());
      case NEWER -> words.get("jobs.state.newer", line.job().map(BatchJob::rawState).orElse(""));
      case CUT_SHORT -> words.get("jobs.state.preparing");
      case SENDING -> words.get("jobs.state.sending");
      case UNKNOWN -> words.get("jobs.state.unknown");
      case ABSENT -> words.get("jobs.state.absent");
      case REFUSED -> words.get("jobs.state.refused");
      case WAITING -> words.get("jobs.state.waiting");
      case RUNNING -> words.get("jobs.state.running");
      case DONE -> words.get("jobs.state.done");
      case DONE_NONE -> words.get("jobs.state.done-none");
      case IMPORT_FAILED -> words.get("jobs.state.import-failed");
      case FAILED -> words.get("jobs.state.failed");
      case STOPPING -> words.get("jobs.state.stopping");
      case EXPIRED -> words.get("jobs.state.expired");
      case PAUSED -> words.get("jobs.state.paused");
    };
  }

  /// `8,104 of 13,866`, or what is known of it.
  public String rows(JobLine line) {
    long done = counts(line).done();
    return line.rows().isPresent()
        ? words.get("jobs.rows", done, line.rows().getAsLong())
        : words.get("jobs.rows-only", done);
  }

  /// The name that somebody gave it, on one line: others of the project name theirs as they like.
  public static String title(JobLine line) {
    return VisibleText.line(line.title());
  }

  /// The title; of a job below another its number.
  public String name(JobRow row) {
    if (!row.isPart()) {
      return title(row.line());
    }
    Place place = row.place().orElseThrow();
    if (place.parts() == 1) {
      return words.get("jobs.attempt", place.attempt());
    }
    return place.attempt() == 1
        ? words.get("jobs.part", place.part())
        : words.get("jobs.attempt-part", place.attempt(), place.part());
  }

  /// What stands below the state of a job that nobody is asked about.
  public String lastSeen(Instant at) {
    return words.get("jobs.note.last-seen", moment(at));
  }

  /// What stands below the state; empty where that says it all.
  public String stateNote(JobLine line, StartHistory history) {
    return switch (DisplayState.of(line)) {
      case WAITING ->
          history
              .usual(line)
              .map(usual -> range("jobs.note.usual", "jobs.note.usual-one", usual))
              .orElse("");
      case RUNNING, DONE -> together(line);
      case CUT_SHORT,
          SENDING,
          UNKNOWN,
          ABSENT,
          REFUSED,
          DONE_SOME_FAILED,
          DONE_NONE,
          PARTLY,
          TIME_LIMIT,
          IMPORT_FAILED,
          FAILED,
          STOPPING,
          STOPPED,
          EXPIRED,
          PAUSED,
          NEWER ->
          "";
    };
  }

  private String together(JobLine line) {
    List<JobLine> all = line.together();
    if (all.isEmpty()) {
      return "";
    }
    int attempt = all.getLast().run().orElseThrow().plan().place().attempt();
    if (attempt > 1) {
      return words.get("jobs.note.attempt", attempt);
    }
    long ended = all.stream().filter(one -> !one.active()).count();
    return words.get("jobs.note.parts", ended, all.size());
  }

  /// In how much time jobs like this one started.
  String usual(StartHistory.Usual usual) {
    return range("jobs.event.usual", "jobs.event.usual-one", usual);
  }

  /// Two ends that read alike are said once.
  private String range(String two, String one, StartHistory.Usual usual) {
    String from = span(usual.from());
    String to = span(usual.to());
    return from.equals(to) ? words.get(one, from) : words.get(two, from, to);
  }

  /// Which model started sooner.
  String sooner(StartHistory.Sooner other) {
    return words.get("jobs.event.sooner", other.model(), span(other.usual()));
  }

  /// What it cost beside what was told before, as far as they are known.
  public String money(JobLine line) {
    String told = line.estimate().map(usd -> Money.range(words, usd.low(), usd.high())).orElse("");
    if (line.billed().isPresent()) {
      String paid = Money.usd(words, line.billed().get());
      return told.isEmpty() ? paid : words.get("jobs.money.paid", paid, told);
    }
    if (line.counted().isPresent()) {
      String part = Money.usd(words, line.counted().getAsDouble());
      return words.get(told.isEmpty() ? "jobs.money.part" : "jobs.money.part-of", part, told);
    }
    double share = progress(line);
    if (told.isEmpty()) {
      return words.get("jobs.money.unknown");
    }
    if (share <= 0 || share >= 1) {
      return words.get("jobs.money.estimate", told);
    }
    // Of an estimate both ends: the upper one alone would be several times what is spent.
    UsdRange spent = line.estimate().get().times(share);
    return words.get("jobs.money.so-far", Money.range(words, spent.low(), spent.high()), told);
  }

  /// 0 to 1; negative when the total is not known.
  public double progress(JobLine line) {
    long all = line.rows().orElse(0);
    return all == 0 ? -1 : Math.min(1, (double) counts(line).done() / all);
  }

  /// Time in the state, with what is left of the service's clocks: 72 h of queue, 24 h of run
  /// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction).
  public String time(JobLine line, Instant now) {
    DisplayState face = DisplayState.of(line);
    Optional<BatchJob> job = line.job();
    if (job.isEmpty()) {
      return words.get("jobs.time.for", span(Duration.between(line.created(), now)));
    }
    Instant started = job.get().started().orElse(job.get().created());
    if (face == DisplayState.WAITING) {
      return words.get("jobs.time.waiting", roughly(Duration.between(job.get().created(), now)));
    }
    if (face == DisplayState.RUNNING) {
      return left(line, started, now);
    }
    Instant end = job.get().ended().orElse(face.moving() ? now : job.get().updated());
    return span(Duration.between(started, end));
  }

  private String left(JobLine line, Instant started, Instant now) {
    Duration gone = Duration.between(started, now);
    double progress = progress(line);
    if (progress < 0.02) {
      return words.get("jobs.time.running", span(gone));
    }
    Duration rest = Duration.ofMillis(Math.round(gone.toMillis() * (1 - progress) / progress));
    return words.get("jobs.time.left", roughly(gone), roughly(rest));
  }

  /// An estimate of hours is not one of minutes.
  private String roughly(Duration d) {
    return d.toHours() < 1
        ? span(d)
        : words.get("jobs.span.hours", Math.round(d.toMinutes() / 60.0));
  }

  public String span(Duration d) {
    Duration time = d.isNegative() ? Duration.ZERO : d;
    if (time.toMinutes() < 1) {
      return words.get("jobs.span.seconds", time.toSeconds());
    }
    if (time.toHours() < 1) {
      return words.get("jobs.span.minutes", time.toMinutes());
    }
    return time.toHours() < 10 && time.toMinutesPart() > 0
        ? words.get("jobs.span.hours-minutes", time.toHours(), time.toMinutesPart())
        : words.get("jobs.span.hours", Math.round(time.toMinutes() / 60.0));
  }

  /// What it cost, or what it may cost; how much of that is spent while it runs.
  public String cost(JobLine line) {
    if (line.billed().isPresent()) {
      return Money.usd(words, line.billed().get());
    }
    if (line.counted().isPresent()) {
      return words.get("jobs.cost.part", Money.usd(words, line.counted().getAsDouble()));
    }
    if (line.estimate().isEmpty()) {
      return words.get("jobs.cost.unknown");
    }
    UsdRange told = line.estimate().get();
    double share = line.rows().orElse(0) == 0 ? 0 : progress(line);
    // Of less than a cent nobody asks how much is spent, and two such amounts have no room.
    if (DisplayState.of(line) == DisplayState.RUNNING && share > 0 && told.high() >= 0.01) {
      UsdRange spent = told.times(share);
      return words.get(
          "jobs.cost.so-far", Money.roughPart(words, spent.low(), spent.high(), told.high()));
    }
    return words.get("jobs.cost.estimate", Money.roughRange(words, told.low(), told.high()));
  }

  public String model(JobLine line) {
    return modelId(line.model());
  }

  /// The same without the name that all of them have.
  public String shortModel(JobLine line) {
    return model(line).replaceFirst("^gemini-(?=.)", "");
  }

  /// The end of a model's resource name.
  static String modelId(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  public String source(JobLine line) {
    return shortTable(line.source());
  }

  public String destination(JobLine line) {
    return shortTable(line.destination());
  }

  private static String shortTable(String uri) {
    return TableRef.parse(uri).map(TableRef::shortName).orElse(uri);
  }

  public String moment(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
        .withLocale(words.locale())
        .withZone(zone)
        .format(at);
  }

  /// The time of day.
  public String hour(Instant at) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(words.locale())
        .withZone(zone)
        .format(at);
  }

  /// The time of day; with the day, where it is not that of now.
  public String hour(Instant at, Instant now) {
    return at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())
        ? hour(at)
        : moment(at);
  }

  public static JobCounts counts(JobLine line) {
    return line.job().flatMap(BatchJob::counts).orElse(new JobCounts(0, 0, -1));
  }

  long total(JobLine line) {
    return line.rows().orElse(counts(line).done());
  }

  private double kept(JobLine line) {
    long all = total(line);
    return all == 0 ? 0 : (double) counts(line).succeeded() / all;
  }
}
