package dev.pollux.draft;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.check.RequestLabels;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.recipe.Recipe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Everything that a person decides about a job, and nothing that was looked up. Immutable: an edit
/// makes another draft, so that undo is the list of drafts before. Texts are kept as they were
/// typed, wrong ones too; an empty text leaves the choice to Pollux, see
/// [dev.pollux.draft.state.DraftState].
///
/// @param source the table of the rows, as it was typed
/// @param asked what is asked of each row, of which model and of which rows, with the name of the
///   recipe that it came from
/// @param ownRequests whether the table's own `request` column is sent as it is; empty while nobody
///   chose
/// @param title the job's name in Google's console
/// @param labels labels of the requests, `team=press, cost=42`
/// @param passing names of the columns that go beside the answers; empty while nobody chose
/// @param shared whether rows that ask the same share one answer; empty while nobody chose
/// @param onlyNew whether rows are left out whose very request was answered by an earlier job
public record Draft(
    String source,
    Recipe asked,
    Optional<Boolean> ownRequests,
    String title,
    String labels,
    Target target,
    Consent consent,
    Optional<Set<String>> passing,
    Optional<Boolean> shared,
    boolean onlyNew) {
  /// Nothing was decided.
  public static final Draft EMPTY =
      new Draft(
          "",
          Recipe.of(RequestSpec.of("", "").withGuard(true), "", RowChoice.ALL),
          Optional.empty(),
          "",
          "",
          Target.PROPOSED,
          Consent.NONE,
          Optional.empty(),
          Optional.empty(),
          false);

  public Draft {
    passing = passing.map(Set::copyOf);
  }

  public RequestSpec spec() {
    return asked.spec();
  }

  public RowChoice rows() {
    return asked.rows();
  }

  /// The model as it was typed.
  public String model() {
    return asked.model();
  }

  /// A model by its id or its resource name; empty where the text is neither.
  public static Optional<GeminiModel> modelOf(String typed) {
    try {
      return typed.isBlank() ? Optional.empty() : Optional.of(GeminiModel.of(typed.strip()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Reading one table for money says nothing about another, so that consent ends.
  public Draft withSource(String text) {
    Consent kept = text.equals(source) ? consent : new Consent(false, consent.trustedProjects());
    return new Draft(
        text, asked, ownRequests, title, labels, target, kept, passing, shared, onlyNew);
  }

  /// Another table: what is asked stays; where answers go and what the job is called were about the
  /// table before.
  public Draft about(TableRef other) {
    return other.toString().equals(source.strip())
        ? this
        : withSource(other.toString())
            .withOwnRequests(Optional.empty())
            .withTitle("")
            .withPassing(Optional.empty())
            .withTarget(to -> new Target(to.dataset(), "", to.location()));
  }

  public Draft withAsked(Recipe recipe) {
    return new Draft(
        source, recipe, ownRequests, title, labels, target, consent, passing, shared, onlyNew);
  }

  /// What a recipe asks comes in the place of what was asked; where it names no model, the one
  /// chosen before stays.
  public Draft taking(Recipe recipe) {
    return withAsked(recipe.model().isEmpty() ? with(recipe, model()) : recipe)
        .withOwnRequests(Optional.of(false))
        .withLabels(RequestLabels.text(recipe.spec().labels()));
  }

  public Draft withSpec(UnaryOperator<RequestSpec> change) {
    return withAsked(
        new Recipe(
            asked.name(),
            asked.description(),
            change.apply(asked.spec()),
            asked.model(),
            asked.rows(),
            asked.kept()));
  }

  public Draft withModel(String typed) {
    return withAsked(with(asked, typed));
  }

  private static Recipe with(Recipe r, String model) {
    return new Recipe(r.name(), r.description(), r.spec(), model, r.rows(), r.kept());
  }

  public Draft withRows(RowChoice rows) {
    return withAsked(
        new Recipe(
            asked.name(), asked.description(), asked.spec(), asked.model(), rows, asked.kept()));
  }

  /// Only rows that meet these conditions, in the place of those before; as it is where there are
  /// none. A limit stays.
  public Draft meeting(List<RowChoice.Condition> only) {
    return only.isEmpty()
        ? this
        : withRows(new RowChoice(only, rows().limit(), rows().random(), rows().seed()));
  }

  public Draft withOwnRequests(Optional<Boolean> own) {
    return new Draft(source, asked, own, title, labels, target, consent, passing, shared, onlyNew);
  }

  public Draft withPassing(Optional<Set<String>> columns) {
    return new Draft(
        source, asked, ownRequests, title, labels, target, consent, columns, shared, onlyNew);
  }

  public Draft withShared(boolean share) {
    return new Draft(
        source,
        asked,
        ownRequests,
        title,
        labels,
        target,
        consent,
        passing,
        Optional.of(share),
        onlyNew);
  }

  public Draft withOnlyNew(boolean only) {
    return new Draft(
        source, asked, ownRequests, title, labels, target, consent, passing, shared, only);
  }

  public Draft withTitle(String text) {
    return new Draft(
        source, asked, ownRequests, text, labels, target, consent, passing, shared, onlyNew);
  }

  public Draft withLabels(String text) {
    return new Draft(
        source, asked, ownRequests, title, text, target, consent, passing, shared, onlyNew);
  }

  public Draft withTarget(UnaryOperator<Target> change) {
    return new Draft(
        source,
        asked,
        ownRequests,
        title,
        labels,
        change.apply(target),
        consent,
        passing,
        shared,
        onlyNew);
  }

  public Draft withConsent(UnaryOperator<Consent> change) {
    return new Draft(
        source,
        asked,
        ownRequests,
        title,
        labels,
        target,
        change.apply(consent),
        passing,
        shared,
        onlyNew);
  }

  /// The same once more: as it was decided, for a free name beside the answers that were asked for
  /// before. What reading costs is asked anew.
  ///
  /// @param answers of the job that was made of this draft
  /// @param about the table that they are about
  public Draft again(TableRef answers, TableRef about) {
    return withTarget(to -> to.beside(answers, about))
        .withConsent(yes -> new Consent(false, yes.trustedProjects()));
  }

  /// What comes after the job was sent: the same table and model, and nothing asked.
  public Draft afterwards() {
    return EMPTY
        .withSource(source)
        .withModel(model())
        .withTarget(_ -> new Target(target.dataset(), "", Optional.<Location>empty()));
  }
}
