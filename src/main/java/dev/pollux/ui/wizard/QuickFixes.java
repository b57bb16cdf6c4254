package dev.pollux.ui.wizard;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.models.ModelCatalog;
import dev.pollux.prompt.RowChoice;
import dev.pollux.prompt.SourceCheck;
import dev.pollux.text.Words;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The click that mends a finding, where there is one.
final class QuickFixes {
  /// What a mend may ask of the wizard.
  interface Hands {
    void edited();

    void lookAtDestination();

    void makeDataset(String name, Location location);

    void copy(String text);
  }

  private final WizardModel model;
  private final ModelCatalog catalog;
  private final InstantSource clock;
  private final Words words;
  private final Hands hands;

  QuickFixes(
      WizardModel model, ModelCatalog catalog, InstantSource clock, Words words, Hands hands) {
    this.model = model;
    this.catalog = catalog;
    this.clock = clock;
    this.words = words;
    this.hands = hands;
  }

  Optional<QuickFix> of(Finding finding) {
    return switch (finding.code()) {
      case "template.unknown-near" -> Optional.of(near(text(finding, 0), text(finding, 1)));
      case "template.unclosed" -> Optional.of(edit("wizard.mend.close", this::close));
      case "rows.too-many" -> Optional.of(limit());
      case "rows.none" ->
          Optional.of(edit("wizard.mend.all-rows", () -> model.choice.set(RowChoice.ALL)));
      case "source.no-request-column",
          "source.request-type",
          "source.column-type",
          "source.reserved",
          "row.request.null",
          "row.request.not-json",
          "row.request.not-object",
          "row.request.no-role",
          "row.request.bad-role",
          "row.request.string-parts",
          "row.request.no-parts",
          "own.faults" ->
          Optional.of(edit("wizard.mend.template", () -> model.template.set(true)));
      case "model.retired", "model.no-batch", "model.retires", "model.overdue", "model.retiring" ->
          instead();
      case "model.not-listed-near" -> Optional.of(model(text(finding, 1)));
      case "model.none" -> first();
      case "model.elsewhere" ->
          Optional.of(
              edit("wizard.mend.global", () -> model.location.set(Optional.of(Location.GLOBAL))));
      case "settings.cap-too-small" -> finding.args().isEmpty() ? Optional.empty() : cap(finding);
      case "destination.exists", "destination.no-name", "destination.name-too-long" ->
          Optional.of(name(free(model.tableName.get().strip())));
      case "destination.bad-characters" ->
          Optional.of(name(model.tableName.get().strip().replaceAll("[^\\p{L}\\p{N}_-]+", "_")));
      case "destination.multi-region", "destination.other-region", "destination.no-dataset" ->
          dataset();
      case "destination.job-location" ->
          Optional.of(edit("wizard.mend.job-location", () -> model.location.set(Optional.empty())));
      case "source.multi-region" -> model.table.get().map(this::copyCommand);
      case "access.service-agent", "access.caller" ->
          Optional.of(
              new QuickFix(
                  words.get("wizard.mend.copy-grant"), () -> hands.copy(text(finding, 1))));
      default -> Optional.empty();
    };
  }

  private static String text(Finding finding, int index) {
    return finding.args().get(index).toString();
  }

  private QuickFix edit(String key, Runnable change) {
    return new QuickFix(
        words.get(key),
        () -> {
          change.run();
          hands.edited();
        });
  }

  private QuickFix near(String wrong, String right) {
    return new QuickFix(
        words.get("wizard.mend.near", right),
        () -> {
          String braces = "\\{\\{\\s*" + java.util.regex.Pattern.quote(wrong) + "\\s*}}";
          model.prompt.set(
              model
                  .prompt
                  .get()
                  .replaceAll(
                      braces, java.util.regex.Matcher.quoteReplacement("{{" + right + "}}")));
          hands.edited();
        });
  }

  private void close() {
    model.prompt.set(model.prompt.get().stripTrailing() + "}}");
  }

  private QuickFix limit() {
    return new QuickFix(
        words.get("wizard.mend.limit", SourceCheck.MAX_ROWS),
        () -> {
          RowChoice now = model.choice.get();
          model.choice.set(
              new RowChoice(
                  now.conditions(),
                  OptionalLong.of(SourceCheck.MAX_ROWS),
                  now.random(),
                  now.seed()));
          hands.edited();
        });
  }

  private QuickFix model(String id) {
    return new QuickFix(
        words.get("wizard.mend.model", id),
        () -> {
          model.model.set(id);
          hands.edited();
        });
  }

  private Optional<QuickFix> instead() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return model
        .geminiModel()
        .flatMap(gemini -> catalog.instead(gemini.id(), today))
        .map(info -> model(info.model().id()));
  }

  private Optional<QuickFix> first() {
    return Proposals.model(model).map(this::model);
  }

  private Optional<QuickFix> cap(Finding finding) {
    int tokens = Integer.parseInt(finding.args().getLast().toString().replaceAll("\\D", ""));
    return Optional.of(
        new QuickFix(
            words.get("wizard.mend.cap", tokens),
            () -> {
              model.settings.set(Proposals.withCap(model.settings.get(), OptionalInt.of(tokens)));
              hands.edited();
            }));
  }

  private QuickFix name(String name) {
    return new QuickFix(
        words.get("wizard.mend.name", name),
        () -> {
          model.tableName.set(name);
          hands.lookAtDestination();
        });
  }

  /// `subjects` becomes `subjects_2`, `subjects_2` becomes `subjects_3`.
  private static String free(String name) {
    String base = name.isEmpty() ? "answers" : name.substring(0, Math.min(name.length(), 200));
    java.util.regex.Matcher numbered =
        java.util.regex.Pattern.compile("(.*)_(\\d{1,6})").matcher(base);
    return numbered.matches()
        ? numbered.group(1) + "_" + (Integer.parseInt(numbered.group(2)) + 1)
        : base + "_2";
  }

  /// A dataset where the source is: one that is there, or a new one.
  private Optional<QuickFix> dataset() {
    Optional<Location> at = model.table.get().map(TableInfo::location);
    if (at.isEmpty() || at.get().isMultiRegion()) {
      return Optional.empty();
    }
    return model.datasets.stream()
        .filter(d -> d.location().equals(at.get()))
        .findFirst()
        .map(d ->
            new QuickFix(
                words.get("wizard.mend.dataset", d.ref().dataset()),
                () -> {
                  model.dataset.set(Optional.of(d));
                  hands.lookAtDestination();
                }))
        .or(() -> {
          String name = "pollux_" + at.get().id().replace('-', '_');
          return Optional.of(
              new QuickFix(
                  words.get("wizard.mend.make-dataset", name, at.get().id()),
                  () -> hands.makeDataset(name, at.get())));
        });
  }

  /// Rows cross regions by a copy job of the table
  /// (https://docs.cloud.google.com/bigquery/docs/managing-tables#copy_tables_across_regions).
  private QuickFix copyCommand(TableInfo info) {
    TableRef ref = info.ref();
    String command =
        "bq mk --location=us-central1 --dataset %s:%s_us_central1%nbq cp %s:%s.%s %s:%s_us_central1.%s"
            .formatted(
                ref.project(),
                ref.dataset(),
                ref.project(),
                ref.dataset(),
                ref.table(),
                ref.project(),
                ref.dataset(),
                ref.table());
    return new QuickFix(words.get("wizard.mend.copy-command"), () -> hands.copy(command));
  }
}
