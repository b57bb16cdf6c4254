package dev.pollux.ui.wizard;

<<<<<<< HEAD
import dev.pollux.draft.Step;
=======
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
>>>>>>> trust
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the frame shows beside the draft: which step is in front, and what was said when something
/// was pressed.
final class WizardModel {
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.SOURCE);
  private final StringProperty message = new SimpleStringProperty("");

<<<<<<< HEAD
  ObjectProperty<Step> step() {
    return step;
=======
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
>>>>>>> trust
  }

  /// In words; empty while there is nothing to say. It goes with the next edit.
  StringProperty message() {
    return message;
  }
}
