package dev.pollux.draft.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Consent;
import dev.pollux.draft.Draft;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.FreeName;
import dev.pollux.draft.state.JobRegion;
import dev.pollux.models.ModelCatalog;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.check.SettingsCheck;
import dev.pollux.prompt.check.SourceCheck;
import dev.pollux.prompt.column.ColumnNames;
import dev.pollux.prompt.rows.RowChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The quick fix for a finding, where there is one.
public final class QuickFixes {
  private QuickFixes() {}

  public static Optional<QuickFix> of(Finding finding, DraftState state) {
    return switch (finding.code()) {
      case "template.unknown-near" -> Optional.of(near(text(finding, 0), text(finding, 1)));
      case "template.unknown" -> otherBraces(state.spec().template(), text(finding, 0));
      case "template.unclosed" -> Optional.of(unclosed(state.spec().template()));
      case "rows.too-many" -> Optional.of(limit());
      case "shared.on", "shared.on-unpriced" ->
          Optional.of(edit("share-not", draft -> draft.withShared(false)));
      case "new.off" -> Optional.of(edit("only-new", draft -> draft.withOnlyNew(true)));
      case "new.on", "new.none", "new.all" ->
          Optional.of(edit("all-again", draft -> draft.withOnlyNew(false)));
      case "shared.off" -> Optional.of(edit("share", draft -> draft.withShared(true)));
      case "rows.none" -> Optional.of(edit("all-rows", draft -> draft.withRows(RowChoice.ALL)));
      case "rows.not-counted", "rows.count-stopped" -> Optional.of(again(Facts.Topic.TOTAL));
      case "new.not-counted", "new.count-stopped" -> Optional.of(again(Facts.Topic.DISTINCT));
      case "rows.count-too-dear",
          "own.too-dear",
          "shared.not-counted",
          "new.too-dear",
          "source.preview-too-dear",
          "rows.preview-too-dear" ->
          Optional.of(edit("pay", draft -> draft.withConsent(Consent::withPaidLookups)));
      case "source.failed", "source.stopped", "source.missing" ->
          Optional.of(again(Facts.Topic.SOURCE));
      case "source.preview-failed", "source.preview-stopped" ->
          Optional.of(again(Facts.Topic.PREVIEW));
      case "rows.preview-failed", "rows.preview-stopped" -> Optional.of(again(Facts.Topic.CHOSEN));
      case "rows.partition-filter" ->
          Optional.of(edit("partition-filter", draft -> narrowed(draft, text(finding, 0))));
      case "destination.failed", "destination.stopped" ->
          Optional.of(again(Facts.Topic.DESTINATION));
      case "destination.datasets-failed", "destination.datasets-stopped" ->
          Optional.of(again(Facts.Topic.DATASETS));
      case "destination.dataset-failed" -> Optional.of(again(Facts.Topic.UNLISTED));
      case "preflight.refused", "preflight.stopped" -> Optional.of(again(Facts.Topic.ACCESS));
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
      case "model.not-served",
          "model.no-batch",
          "model.retires",
          "model.closing",
          "model.overdue",
          "model.retiring" ->
          instead(state);
      case "model.not-listed-near", "model.not-served-near" -> Optional.of(model(text(finding, 1)));
      case "model.none" -> state.proposedModel().map(QuickFixes::model);
      case "model.other-project" ->
          Optional.of(
              new QuickFix.Edit(
                  "trust",
                  List.of(text(finding, 0)),
                  draft -> draft.withConsent(yes -> yes.trusting(text(finding, 0)))));
      case "model.batch-unproven" -> Optional.of(edit("canary", QuickFixes::oneRow));
      case "model.elsewhere", "model.not-served-here" ->
          Optional.of(edit("global", location(Optional.of(Location.GLOBAL))));
      case "settings.no-thinking",
          "settings.level-not-budget",
          "settings.unknown-level",
          "settings.budget-not-level",
          "settings.always-thinks",
          "settings.budget-range" ->
          Optional.of(
              edit(
                  "usual-thinking",
                  draft ->
                      draft.withSpec(spec ->
                          spec.withSettings(spec.settings().withThinking(Optional.empty())))));
      case "settings.cap-range",
          "settings.cap-below-answer",
          "settings.cap-may-cut",
          "settings.cap-may-think" ->
          cap(finding, state);
      case "destination.exists", "destination.no-name", "destination.name-too-long" ->
          Optional.of(name(state, following(state)));
      case "destination.bad-characters" ->
          Optional.of(
              name(state, state.target().tableName().replaceAll("[^\\p{L}\\p{N}_-]+", "_")));
      case "destination.multi-region", "destination.no-dataset", "transfer.region" ->
          dataset(state);
      case "destination.job-location" ->
          Optional.of(edit("job-location", location(Optional.empty())));
      case "title.too-long" -> Optional.of(edit("no-title", draft -> draft.withTitle("")));
      case "access.service-agent", "access.caller" ->
          Optional.of(new QuickFix.Copy("copy-grant", List.of(), text(finding, 1)));
      case "access.scratch" ->
          Optional.of(new QuickFix.Copy("copy-grant", List.of(), text(finding, 2)));
      default -> Optional.empty();
    };
  }

  private static String text(Finding finding, int index) {
    return finding.args().get(index).toString();
  }

  private static QuickFix edit(String label, UnaryOperator<Draft> change) {
    return new QuickFix.Edit(label, List.of(), change);
  }

  private static QuickFix again(Facts.Topic topic) {
    return new QuickFix.LookAgain("again", List.of(), topic);
  }

  /// Closes the last braces, where that makes a name of one line of what follows them.
  private static QuickFix unclosed(Template template) {
    String text = template.text();
    String rest = text.substring(text.lastIndexOf("{{") + 2).strip();
    Template closed = Template.parse(text.stripTrailing() + "}}");
    boolean one = closed.braces().stream().noneMatch(b -> b.kind() == Template.Brace.Kind.UNCLOSED);
    return one && ColumnNames.isName(rest)
        ? edit("close", draft -> draft.withSpec(spec -> spec.withTemplate(closed)))
        : plain(template, Set.of());
  }

  /// Braces around what no column is called are of another language, and so are the others like
  /// them.
  private static Optional<QuickFix> otherBraces(Template template, String name) {
    Set<String> odd =
        template.columns().stream()
            .filter(column -> !ColumnNames.isName(column))
            .collect(Collectors.toSet());
    return odd.contains(name) ? Optional.of(plain(template, odd)) : Optional.empty();
  }

  private static QuickFix plain(Template template, Set<String> names) {
    Template plain = template.withPlain(names);
    return edit("plain-braces", draft -> draft.withSpec(spec -> spec.withTemplate(plain)));
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

  /// The condition is there, with its value to be written.
  private static Draft narrowed(Draft draft, String column) {
    RowChoice now = draft.rows();
    List<RowChoice.Condition> conditions = new ArrayList<>(now.conditions());
    conditions.add(new RowChoice.Condition(column, RowChoice.Operator.AT_LEAST, ""));
    return draft.withRows(new RowChoice(conditions, now.limit(), now.random(), now.seed()));
  }

  private static Draft oneRow(Draft draft) {
    RowChoice now = draft.rows();
    return draft.withRows(
        new RowChoice(now.conditions(), OptionalLong.of(1), now.random(), now.seed()));
  }

  private static QuickFix limit() {
    return new QuickFix.Edit(
        "limit",
        List.of(SourceCheck.MOST_ROWS),
        draft -> {
          RowChoice now = draft.rows();
          return draft.withRows(
              new RowChoice(
                  now.conditions(),
                  OptionalLong.of(SourceCheck.MOST_ROWS),
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

  /// The dataset stays, which may have been written before the name.
  private static QuickFix name(DraftState state, String name) {
    String dataset = state.target().chosenDataset().map(DatasetRef::toString).orElse("");
    String about = state.sourceRef().map(TableRef::toString).orElse("");
    return new QuickFix.Edit(
        "name",
        List.of(name),
        draft -> draft.withTarget(to -> to.withDataset(dataset).withTable(name, about)));
  }

  /// `subjects` becomes `subjects_2`, or the first after it that is free.
  private static String following(DraftState state) {
    String name = state.target().tableName();
    return FreeName.after(
        name.isEmpty() ? "answers" : name, state.facts().taken().value().orElse(Set.of()));
  }

  /// A dataset where the source is: the one that is proposed, or a new one.
  private static Optional<QuickFix> dataset(DraftState state) {
    Optional<Location> at =
        state
            .table()
            .map(TableInfo::location)
            .map(data -> JobRegion.proposed(data, state.context().connection().location()));
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
}
