package dev.pollux.draft;

import dev.pollux.domain.DatasetRef;
import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.models.ModelCatalog;
import dev.pollux.prompt.RowChoice;
import dev.pollux.prompt.SettingsCheck;
import dev.pollux.prompt.SourceCheck;
import dev.pollux.prompt.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The quick fix for a finding, where there is one.
public final class QuickFixes {
  private static final Pattern NUMBERED = Pattern.compile("(.*)_(\\d{1,6})");

  private QuickFixes() {}

  public static Optional<QuickFix> of(Finding finding, DraftState state) {
    return switch (finding.code()) {
      case "template.unknown-near" -> Optional.of(near(text(finding, 0), text(finding, 1)));
      case "template.unclosed" ->
          Optional.of(edit("close", template(text -> text.stripTrailing() + "}}")));
      case "rows.too-many" -> Optional.of(limit());
      case "rows.none" -> Optional.of(edit("all-rows", draft -> draft.withRows(RowChoice.ALL)));
      case "rows.not-counted", "rows.count-stopped" -> Optional.of(again(Lookup.Topic.TOTAL));
      case "rows.count-too-dear", "own.too-dear" ->
          Optional.of(edit("pay", draft -> draft.withConsent(Consent::withPaidLookups)));
      case "source.failed", "source.stopped", "source.missing" ->
          Optional.of(again(Lookup.Topic.SOURCE));
      case "destination.failed", "destination.stopped" ->
          Optional.of(again(Lookup.Topic.DESTINATION));
      case "destination.datasets-failed", "destination.datasets-stopped" ->
          Optional.of(again(Lookup.Topic.DATASETS));
      case "preflight.refused", "preflight.stopped" -> Optional.of(again(Lookup.Topic.ACCESS));
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
          Optional.of(edit("template", draft -> draft.withOwnRequests(Optional.of(false))));
      case "model.retired", "model.no-batch", "model.retires", "model.overdue", "model.retiring" ->
          instead(state);
      case "model.not-listed-near" -> Optional.of(model(text(finding, 1)));
      case "model.none" -> state.proposedModel().map(QuickFixes::model);
      case "model.elsewhere" -> Optional.of(edit("global", location(Optional.of(Location.GLOBAL))));
      case "settings.cap-range",
          "settings.cap-below-answer",
          "settings.cap-may-cut",
          "settings.cap-may-think" ->
          cap(finding, state);
      case "destination.exists", "destination.no-name", "destination.name-too-long" ->
          Optional.of(name(following(state.tableName())));
      case "destination.bad-characters" ->
          Optional.of(name(state.tableName().replaceAll("[^\\p{L}\\p{N}_-]+", "_")));
      case "destination.multi-region", "destination.other-region", "destination.no-dataset" ->
          dataset(state);
      case "destination.job-location" ->
          Optional.of(edit("job-location", location(Optional.empty())));
      case "source.multi-region" -> state.table().map(QuickFixes::copyToRegion);
      case "title.too-long" -> Optional.of(edit("no-title", draft -> draft.withTitle("")));
      case "access.service-agent", "access.caller" ->
          Optional.of(new QuickFix.Copy("copy-grant", List.of(), text(finding, 1)));
      default -> Optional.empty();
    };
  }

  private static String text(Finding finding, int index) {
    return finding.args().get(index).toString();
  }

  private static QuickFix edit(String label, UnaryOperator<Draft> change) {
    return new QuickFix.Edit(label, List.of(), change);
  }

  private static QuickFix again(Lookup.Topic topic) {
    return new QuickFix.LookAgain("again", List.of(), topic);
  }

  private static UnaryOperator<Draft> template(UnaryOperator<String> change) {
    return draft ->
        draft.withSpec(
            spec -> spec.withTemplate(Template.parse(change.apply(spec.template().text()))));
  }

  private static UnaryOperator<Draft> location(Optional<Location> at) {
    return draft -> draft.withTarget(to -> to.withLocation(at));
  }

  private static QuickFix near(String wrong, String right) {
    return new QuickFix.Edit(
        "near",
        List.of(right),
        draft -> draft.withAsked(draft.asked().mapped(Map.of(wrong, right))));
  }

  private static QuickFix limit() {
    return new QuickFix.Edit(
        "limit",
        List.of(SourceCheck.MAX_ROWS),
        draft -> {
          RowChoice now = draft.rows();
          return draft.withRows(
              new RowChoice(
                  now.conditions(),
                  OptionalLong.of(SourceCheck.MAX_ROWS),
                  now.random(),
                  now.seed()));
        });
  }

  private static QuickFix model(String id) {
    return new QuickFix.Edit("model", List.of(id), draft -> draft.withModel(id));
  }

  private static Optional<QuickFix> instead(DraftState state) {
    return state
        .model()
        .flatMap(model -> state.context().catalog().instead(model.id(), state.context().today()))
        .map(info -> model(info.model().id()));
  }

  /// A limit that leaves room for usual answers, as far as the model writes so much.
  private static Optional<QuickFix> cap(Finding finding, DraftState state) {
    ModelCatalog catalog = state.context().catalog();
    Optional<String> id = state.model().map(GeminiModel::id);
    int most = id.flatMap(catalog::info).map(ModelInfo::outputTokens).orElse(0);
    int usual =
        finding.code().equals("settings.cap-range")
            ? most
            : SettingsCheck.usualTokens(
                state.spec().settings(), catalog.traits(id.orElse("")), state.spec().answer());
    int tokens = most > 0 ? Math.min(usual, most) : usual;
    return tokens < 1
        ? Optional.empty()
        : Optional.of(
            new QuickFix.Edit(
                "cap",
                List.of(tokens),
                draft ->
                    draft.withSpec(spec ->
                        spec.withSettings(
                            spec.settings().withMaxOutputTokens(OptionalInt.of(tokens))))));
  }

  private static QuickFix name(String name) {
    return new QuickFix.Edit(
        "name", List.of(name), draft -> draft.withTarget(to -> to.withTable(name)));
  }

  /// `subjects` becomes `subjects_2`, `subjects_2` becomes `subjects_3`.
  private static String following(String name) {
    String base = name.isEmpty() ? "answers" : name.substring(0, Math.min(name.length(), 200));
    Matcher numbered = NUMBERED.matcher(base);
    return numbered.matches()
        ? numbered.group(1) + "_" + (Integer.parseInt(numbered.group(2)) + 1)
        : base + "_2";
  }

  /// A dataset where the source is: the one that is proposed, or a new one.
  private static Optional<QuickFix> dataset(DraftState state) {
    Optional<Location> at = state.table().map(TableInfo::location).filter(l -> !l.isMultiRegion());
    return at.map(where ->
        state
            .with(state.draft().withTarget(to -> to.withDataset("")))
            .dataset()
            .<QuickFix>map(d ->
                new QuickFix.Edit(
                    "dataset",
                    List.of(d.ref().dataset()),
                    draft -> draft.withTarget(to -> to.withDataset(d.ref().toString()))))
            .orElseGet(() -> newDataset(state, where)));
  }

  private static QuickFix newDataset(DraftState state, Location where) {
    String name = "pollux_" + where.id().replace('-', '_');
    return new QuickFix.MakeDataset(
        "make-dataset",
        List.of(name, where.id()),
        new DatasetRef(state.context().connection().project(), name),
        where);
  }

  /// Rows cross regions by a copy job of the table
  /// (https://docs.cloud.google.com/bigquery/docs/managing-tables#copy_tables_across_regions).
  private static QuickFix copyToRegion(TableInfo info) {
    TableRef ref = info.ref();
    String target = ref.project() + ":" + ref.dataset() + "_us_central1";
    String command =
        "bq mk --location=us-central1 --dataset %s%nbq cp %s:%s.%s %s.%s"
            .formatted(target, ref.project(), ref.dataset(), ref.table(), target, ref.table());
    return new QuickFix.Copy("copy-command", List.of(), command);
  }
}
