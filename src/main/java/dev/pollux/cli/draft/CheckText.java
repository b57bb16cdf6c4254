package dev.pollux.cli.draft;

import dev.pollux.cli.FindingText;
import dev.pollux.cost.CostWords;
import dev.pollux.cost.Estimate;
import dev.pollux.domain.Severity;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The report of a check as lines for a terminal.
public record CheckText(Words words, FindingText findings, CostWords costs) {
  /// @param words of the language of the person
  public CheckText(Words words) {
    this(words, new FindingText(words), new CostWords(words));
  }

  /// All that was found, and what it comes to.
  public String of(CheckReport report) {
    List<String> lines = new ArrayList<>();
    report.lines().forEach(line -> line(line, lines));
    lines.add("");
    OptionalLong rows = report.state().rows();
    lines.add(
        rows.isPresent()
            ? words.get("cli.check.rows", rows.getAsLong())
            : words.get("cli.check.rows-unknown"));
    cost(report, lines);
    report.plan().ifPresent(plan -> plan(plan, lines));
    report
        .query()
        .ifPresent(query -> {
          lines.add("");
          new TreeMap<>(query.parameters())
              .forEach((name, value) -> lines.add("-- @" + name + " = " + CheckJson.text(value)));
          lines.add(query.sql().strip() + ";");
        });
    lines.add("");
    lines.add(words.get(report.ready() ? "cli.check.ready" : "cli.check.stopped"));
    return String.join("\n", lines);
  }

  /// What stops the job or is worth a word, and what helps.
  public String faults(CheckReport report) {
    List<String> lines = new ArrayList<>();
    report.lines().stream()
        .filter(line -> line.finding().level() != Severity.OK)
        .forEach(line -> line(line, lines));
    return String.join("\n", lines);
  }

  /// Which rows are new, where only those are asked.
  public String news(CheckReport report) {
    return report.news().stream()
        .map(line -> findings.say(line.finding()))
        .collect(Collectors.joining("\n"));
  }

  private void line(CheckReport.Line line, List<String> lines) {
    lines.add(mark(line.finding().level()) + "  " + findings.say(line.finding()));
    line.fix()
        .ifPresent(fix -> {
          lines.add("        " + words.get("cli.check.fix", findings.label(fix)));
          if (fix instanceof QuickFix.Copy copy) {
            copy.text().lines().forEach(command -> lines.add("            " + command));
          }
        });
  }

  /// The same length in every language.
  private String mark(Severity level) {
    String word =
        switch (level) {
          case OK -> words.get("cli.check.level.ok");
          case WARNING -> words.get("cli.check.level.warning");
          case STOP -> words.get("cli.check.level.stop");
        };
    return "%-6s".formatted(word);
  }

  /// What the job costs.
  public String cost(CheckReport report) {
    List<String> lines = new ArrayList<>();
    cost(report, lines);
    return String.join("\n", lines);
  }

  /// Why the tokens of the rows could not be counted; empty where they were.
  public Optional<String> uncounted(CheckReport report) {
    return report.counting().map(why -> costs.failed() + " " + findings.why(why));
  }

  private void cost(CheckReport report, List<String> lines) {
    uncounted(report).ifPresent(lines::add);
    report.paid().map(paid -> costs.before(paid.sent(), paid.usd())).ifPresent(lines::add);
    report
        .estimate()
        .flatMap(Estimate::cost)
        .ifPresentOrElse(
            cost -> {
              lines.add(
                  words.get(
                      "cli.check.cost", costs.range(cost.batch()), costs.range(cost.online())));
              cost.worst().ifPresent(usd -> lines.add(costs.worst(usd)));
            },
            () -> lines.add(words.get("prompt.budget.no-price")));
    report
        .estimate()
        .ifPresent(estimate -> lines.add(costs.found(estimate, report.state().listsRows())));
    if (report.state().context().connection().simulated()) {
      lines.add(costs.simulated());
    }
  }

  private void plan(RunPlan plan, List<String> lines) {
    lines.add("");
    lines.add(words.get("cli.check.source", plan.source().toString()));
    lines.add(words.get("cli.check.requests", plan.requests().table().toString()));
    lines.add(words.get("cli.check.answers", plan.destination().toString()));
    lines.add(words.get("cli.check.model", plan.model().name(), plan.location().id()));
  }
}
