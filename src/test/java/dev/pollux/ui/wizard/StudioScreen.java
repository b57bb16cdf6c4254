package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Gemini;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cost.Budget;
import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.check.QuickFixes;
import dev.pollux.draft.lookup.Lookup;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.JobContext;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.MarkKey;
import dev.pollux.testing.FakeCloud;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.wizard.requests.RequestsController;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import dev.pollux.ui.wizard.trial.TrialController;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.Scene;

/// The step of the requests with its trial, over a cloud in memory, as the frame of the wizard puts
/// them together. What the frame would look up is looked up at once, by [#look()].
public final class StudioScreen implements StepActions {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private static final List<String> PASSAGES =
      List.of(
          "Fellow-Citizens of the Senate and House of Representatives: I embrace with great"
              + " satisfaction the opportunity which now presents itself of congratulating you on"
              + " the present favorable prospects of our public affairs.",
          "Not only was the evidence of the public money being misapplied before me, but a duty"
              + " to remove the deposits was laid upon the Executive by law.",
          "It might happen that a President would be elected who did not reflect their will.",
          "The usual interchange of communication has since continued through Her Majesty's"
              + " legation in this city. My endeavors to establish by international cooperation"
              + " measures for the prevention of the extermination of fur seals in Bering Sea have"
              + " not been relaxed. The coastal boundary between our Alaskan possessions and"
              + " British Columbia, I regret to say, has not received the attention demanded by"
              + " its importance.",
          "Our island possessions are fertile, and their crops of sugar, rice and hemp grow.");

  public final Words words;
  public final FakeCloud cloud = new FakeCloud();
  public final DraftModel model;
  public final RequestsController requests;
  public final TrialController trial;

  /// What was said below the step, newest last.
  public final List<String> told = new ArrayList<>();

  /// How often the person went on from the trial to all rows.
  public int wentOn;

  private final Lookups lookups = Lookups.of(cloud);

  public StudioScreen(Locale language, Background background, Function<String, String> answers) {
    this(language, background, answers, List.of());
  }

  /// @param answers from a request to a response, both JSON
  /// @param more columns of the table, beside those it has
  public StudioScreen(
      Locale language, Background background, Function<String, String> answers, List<String> more) {
    words = new Words(language);
    table(more);
    JobContext context =
        new JobContext(
            cloud.connection(),
            ModelCatalog.load(),
            PriceList.load(),
            Budget.DEFAULT,
            LocalDate.of(2026, 11, 22),
            new MarkKey("0f".repeat(32)),
            new RunId("11111111-1111-1111-1111-111111111111"),
            Optional.empty());
    model = new DraftModel(context, lookups);
    Gemini gemini = new Answering(answers);
    trial =
        new TrialController(
            model, this, background, gemini, cloud.rows, words, CLOCK, () -> wentOn++);
    requests =
        new RequestsController(model, this, background, gemini, words, trial.bar(), trial.root());
  }

  private void table(List<String> more) {
    cloud.catalog.dataset("samples", Location.US_CENTRAL1);
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("id", FieldType.INT64));
    fields.add(Field.of("year", FieldType.INT64));
    fields.add(Field.of("president", FieldType.STRING));
    fields.add(Field.of("party", FieldType.STRING));
    fields.add(Field.of("passage", FieldType.INT64));
    fields.add(Field.of("text", FieldType.STRING));
    more.forEach(name -> fields.add(Field.of(name, FieldType.STRING)));
    cloud.catalog.table("samples", "sotu_passages", 13_866, fields.toArray(Field[]::new));
    cloud.rows.tables.put(
        cloud.catalog.tables.keySet().iterator().next(),
        IntStream.range(0, 13_866).mapToObj(i -> row(i, more)).toList());
    cloud.queries.result =
        new QueryResult(
            new TableSchema(List.of(Field.of("matching", FieldType.INT64))),
            List.of(new Row(List.of(new Value.Scalar("9310")))));
    cloud.models.models.clear();
    ModelCatalog.load()
        .models(List.of())
        .forEach(
            m -> cloud.models.models.add(new dev.pollux.domain.ListedModel(m.model().id(), "GA")));
  }

  private static Row row(int i, List<String> more) {
    List<Value> values = new ArrayList<>();
    values.add(new Value.Scalar(Integer.toString(i + 1)));
    values.add(new Value.Scalar(Integer.toString(1790 + i)));
    values.add(new Value.Scalar("George Washington"));
    values.add(i % 2 == 0 ? new Value.Scalar("none") : Value.NULL);
    values.add(new Value.Scalar("1"));
    values.add(new Value.Scalar(PASSAGES.get(i % PASSAGES.size())));
    more.forEach(name -> values.add(new Value.Scalar(name + " " + i)));
    return new Row(values);
  }

  /// A response with that text as its answer.
  public static String answer(String text, String finish) {
    return """
    {"candidates":[{"content":{"role":"model","parts":[{"text":%s}]},"finishReason":"%s"}],
     "usageMetadata":{"promptTokenCount":305,"candidatesTokenCount":104},
     "modelVersion":"sandbox-gemini"}
    """
        .formatted(
            tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text), finish);
  }

  /// Begins to look at the table of the passages, and waits for all that is to be known.
  public StudioScreen open() {
    model.edit("", draft -> draft.withSource(FakeCloud.PROJECT + ".samples.sotu_passages"));
    look();
    return this;
  }

  /// Looks up what the draft as it is wants to know.
  public void look() {
    List<Lookup<?>> wanted = lookups.wanted(model.now());
    while (!wanted.isEmpty()) {
      wanted.forEach(this::look);
      wanted = lookups.wanted(model.now());
    }
  }

  private <V> void look(Lookup<V> lookup) {
    DraftState state = model.now();
    Optional<Object> about = lookup.wanted(state);
    if (about.isPresent()) {
      Fact<V> fact;
      try {
        fact = new Fact.Known<>(about.get(), lookup.look(state, (_, _) -> {}));
      } catch (CloudException | InterruptedException e) {
        fact = new Fact.Failed<>(about.get(), e);
      }
      Fact<V> known = fact;
      model.learn(now -> lookup.put(now, known));
    }
  }

  public Scene scene(double width, double height, boolean dark) {
    AppTheme.loadFonts();
    AppTheme.theme(dark);
    Scene scene = new Scene(requests.root(), width, height);
    AppTheme.dress(scene, "wizard");
    return scene;
  }

  @Override
  public String say(Finding finding) {
    try {
      return words.get("prompt." + finding.code(), finding.args().toArray());
    } catch (MissingResourceException _) {
      return finding.code();
    }
  }

  @Override
  public Optional<QuickFix> fix(Finding finding) {
    return QuickFixes.of(finding, model.now());
  }

  @Override
  public String label(QuickFix fix) {
    try {
      return words.get("wizard.fix." + fix.label(), fix.args().toArray());
    } catch (MissingResourceException _) {
      return words.get("wizard.mend." + fix.label(), fix.args().toArray());
    }
  }

  @Override
  public void apply(QuickFix fix) {
    if (fix instanceof QuickFix.Edit edit) {
      model.edit("", edit.change());
    }
  }

  @Override
  public void lookAgain(Facts.Topic topic) {}

  @Override
  public void stop(Facts.Topic topic) {}

  @Override
  public void tell(String text) {
    told.add(text);
  }

  @Override
  public void copy(String text) {}

  /// Answers each request by the test's rule, and counts every one as 352 tokens.
  private record Answering(Function<String, String> answers) implements Gemini {
    @Override
    public String generate(GeminiModel model, Location location, String requestJson)
        throws CloudException {
      String answer = answers.apply(requestJson);
      if (answer.isEmpty()) {
        throw new CloudException.QuotaExceeded("Resource exhausted", "RESOURCE_EXHAUSTED", null);
      }
      return answer;
    }

    @Override
    public long countTokens(GeminiModel model, Location location, String requestJson) {
      return 352;
    }
  }
}
