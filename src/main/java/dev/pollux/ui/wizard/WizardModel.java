package dev.pollux.ui.wizard;

import dev.pollux.domain.Dataset;
import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.models.GenerationSettings;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.MarkKey;
import dev.pollux.prompt.RequestLabels;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RowChoice;
import dev.pollux.prompt.RowFilter;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.recipe.RecipeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The whole draft and what is known about it. One model for all steps, so that going back loses
/// nothing. Package-private throughout: the steps bind their fields to it both ways.
final class WizardModel {
  final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.SOURCE);
  final StringProperty source = new SimpleStringProperty("");
  final ObjectProperty<Optional<TableInfo>> table = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<List<Row>> sample = new SimpleObjectProperty<>(List.of());

  /// The recipe that was opened or saved last: its name, and fields that Pollux does not know.
  final ObjectProperty<Recipe> recipe =
      new SimpleObjectProperty<>(Recipe.of(RequestSpec.of("", ""), "", RowChoice.ALL));

  final BooleanProperty template = new SimpleBooleanProperty(true);
  final StringProperty prompt = new SimpleStringProperty("");
  final StringProperty system = new SimpleStringProperty("");

  /// How columns go into the prompt, by their name in the template.
  final ObjectProperty<Map<String, ColumnUse>> columns = new SimpleObjectProperty<>(Map.of());

  final ObjectProperty<List<FilePart>> files = new SimpleObjectProperty<>(List.of());

  /// Makes the marks around row data.
  final MarkKey markKey = MarkKey.random();

  final BooleanProperty guarded = new SimpleBooleanProperty(true);
  final ObjectProperty<Optional<AnswerSchema>> answer =
      new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<GenerationSettings> settings =
      new SimpleObjectProperty<>(GenerationSettings.NONE);

  /// Labels of the requests, as they were written.
  final StringProperty labels = new SimpleStringProperty("");

  final ObjectProperty<RowChoice> choice = new SimpleObjectProperty<>(RowChoice.ALL);
  final ObjectProperty<RowCount> count = new SimpleObjectProperty<>(new RowCount.None());

  /// The tokens of the request in the preview, in words; empty while unknown.
  final StringProperty tokens = new SimpleStringProperty("");

  final ObjectProperty<CostState> cost = new SimpleObjectProperty<>(new CostState.None());

  /// What the limits on spending say of the job.
  final ObservableList<Finding> costFindings = FXCollections.observableArrayList();

  /// The cost in a few words, for the summary; empty while unknown.
  final StringProperty costText = new SimpleStringProperty("");

  /// What the trial cost, in words; empty without one.
  final StringProperty trialCostText = new SimpleStringProperty("");

  /// What the checks that ask the cloud have found at the review.
  final ObservableList<Finding> preflight = FXCollections.observableArrayList();

  final BooleanProperty checking = new SimpleBooleanProperty();
  final ObservableList<TrialRow> trial = FXCollections.observableArrayList();

  /// The model that the trial was made with.
  final StringProperty trialModel = new SimpleStringProperty("");

  /// What the trial asked; empty without one.
  final ObjectProperty<Optional<RequestSpec>> tried = new SimpleObjectProperty<>(Optional.empty());

  /// What was asked before a recipe was opened, for the way back.
  final ObjectProperty<Optional<Recipe>> replaced = new SimpleObjectProperty<>(Optional.empty());

  final BooleanProperty trying = new SimpleBooleanProperty();
  final StringProperty model = new SimpleStringProperty("");

  /// The id of what a tuned model was made from, once the service said so.
  final ObjectProperty<Optional<String>> tunedBase = new SimpleObjectProperty<>(Optional.empty());

  final ObservableList<ModelInfo> models = FXCollections.observableArrayList();
  final ObjectProperty<List<ListedModel>> listed = new SimpleObjectProperty<>(List.of());
  final ObservableList<Dataset> datasets = FXCollections.observableArrayList();
  final ObjectProperty<Optional<Dataset>> dataset = new SimpleObjectProperty<>(Optional.empty());
  final StringProperty tableName = new SimpleStringProperty("");
  final ObjectProperty<Optional<TableInfo>> existing = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<Location>> location = new SimpleObjectProperty<>(Optional.empty());

  /// Whether the service is being asked if the destination exists.
  final BooleanProperty looking = new SimpleBooleanProperty();

  /// The dataset of a draft that came back, until the datasets are listed.
  final StringProperty draftedDataset = new SimpleStringProperty("");

  final StringProperty title = new SimpleStringProperty("");

  /// What stops or warns at the step in front, in the order of its fields.
  final ObservableList<Finding> findings = FXCollections.observableArrayList();

  /// Counts what was entered or heard: the findings may stay the same while the draft changes.
  final IntegerProperty revision = new SimpleIntegerProperty();

  /// What was said when Next or Submit was pressed; empty when there is nothing to say.
  final StringProperty error = new SimpleStringProperty("");

  final BooleanProperty busy = new SimpleBooleanProperty();
  final StringProperty progress = new SimpleStringProperty("");

  /// Whether the person has to say that the same may be sent again.
  final BooleanProperty asksAgain = new SimpleBooleanProperty();

  RequestSpec spec() {
    return new RequestSpec(
        Template.parse(prompt.get()),
        system.get(),
        columns.get(),
        files.get(),
        guarded.get(),
        answer.get(),
        settings.get(),
        RequestLabels.read(labels.get()).labels());
  }

  Optional<GeminiModel> geminiModel() {
    return GeminiModel.find(model.get());
  }

  /// The rows that are chosen of a table; the table's own requests are taken as they are.
  RowFilter chosen(TableInfo info) {
    return template.get()
        ? new RowFilter(info.ref(), info.schema(), spec(), choice.get())
        : new RowFilter(info.ref(), info.schema(), RequestSpec.of("", ""), RowChoice.ALL);
  }

  /// The rows that will be asked about, as far as they are counted.
  long rows() {
    return count.get() instanceof RowCount.Known known
        ? known.rows()
        : table.get().map(TableInfo::rows).orElse(0L);
  }

  /// Where the job will run: what was chosen; else where the data is, or `global` where the model
  /// is served there and not where the data is.
  Optional<Location> jobLocation() {
    return location.get().or(() -> table.get().map(TableInfo::location).map(this::served));
  }

  private Location served(Location data) {
    boolean elsewhere =
        geminiModel().stream()
            .flatMap(gemini -> models.stream().filter(info -> info.model().equals(gemini)))
            .map(ModelInfo::locations)
            .anyMatch(at -> !at.isEmpty() && !at.contains(data) && at.contains(Location.GLOBAL));
    return elsewhere && !data.isMultiRegion() ? Location.GLOBAL : data;
  }

  boolean blocked() {
    return findings.stream().anyMatch(Finding::stops);
  }

  /// What is asked, to be kept as a file or a draft.
  Recipe recipe() {
    Recipe before = recipe.get();
    return new Recipe(
        before.name(), before.description(), spec(), model.get(), choice.get(), before.kept());
  }

  /// Whether the answers of the trial are to what is asked now.
  boolean triedThis() {
    return tried.get().equals(Optional.of(spec()))
        && geminiModel().map(GeminiModel::id).equals(Optional.of(trialModel.get()));
  }

  /// Nothing is asked any more; table and model stay.
  void forget() {
    take(Recipe.of(RequestSpec.of("", "").withGuard(true), model.get(), RowChoice.ALL));
    replaced.set(Optional.empty());
    trial.clear();
    trialModel.set("");
    trialCostText.set("");
    tried.set(Optional.empty());
    tableName.set("");
    title.set("");
  }

  void take(Recipe taken) {
    RequestSpec spec = taken.spec();
    recipe.set(taken);
    template.set(true);
    columns.set(spec.columns());
    files.set(spec.files());
    guarded.set(spec.guarded());
    answer.set(spec.answer());
    settings.set(spec.settings());
    labels.set(RequestLabels.text(spec.labels()));
    choice.set(taken.rows());
    model.set(taken.model().isEmpty() ? model.get() : taken.model());
    system.set(spec.system());
    prompt.set(spec.template().text());
  }

  Draft draft() {
    return new Draft(
        source.get(),
        RecipeJson.write(recipe()),
        !template.get(),
        dataset.get().map(d -> d.ref().toString()).orElse(""),
        tableName.get(),
        location.get().map(Location::id).orElse(""),
        title.get());
  }

  void restore(Draft draft) {
    source.set(draft.source());
    RecipeReader.read(draft.recipe()).recipe().ifPresent(this::take);
    template.set(!draft.ownColumn());
    tableName.set(draft.table());
    title.set(draft.title());
    draftedDataset.set(draft.dataset());
    if (!draft.location().isEmpty()) {
      location.set(Optional.of(new Location(draft.location())));
    }
  }
}
