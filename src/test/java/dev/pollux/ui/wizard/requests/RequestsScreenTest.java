package dev.pollux.ui.wizard.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.prompt.answer.Limits;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.recipe.Recipe;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.ManualBackground;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.wizard.StudioScreen;
import dev.pollux.ui.wizard.requests.answer.MemberKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The step of the requests under the hands of a person; below it, a default button like the
/// frame's that must never be pressed by Enter.
@ExtendWith(ApplicationExtension.class)
class RequestsScreenTest {
  private final ManualBackground background = new ManualBackground();
  private StudioScreen studio;
  private Scene scene;
  private VBox frame;
  private int pressed;

  @Start
  void start(Stage stage) {
    studio =
        new StudioScreen(
            Locale.ENGLISH, background, _ -> StudioScreen.answer("{\"a\":\"b\"}", "STOP"));
    studio.open();
    Button next = new Button("Next");
    next.setDefaultButton(true);
    next.setOnAction(_ -> pressed++);
    VBox.setVgrow(studio.requests.root(), Priority.ALWAYS);
    frame = new VBox(studio.requests.root(), next);
    AppTheme.loadFonts();
    AppTheme.theme(false);
    scene = new Scene(frame, 990, 660);
    AppTheme.dress(scene, "wizard");
    stage.setScene(scene);
    stage.show();
  }

  private static <T extends Node> T node(FxRobot robot, String id, Class<T> type) {
    return robot.lookup("#" + id).queryAs(type);
  }

  private static boolean isShown(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAll().stream().anyMatch(RequestsScreenTest::isInSight);
  }

  private static boolean isInSight(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private String focused() {
    Node owner = scene.getFocusOwner();
    return owner == null ? "" : String.valueOf(owner.getId());
  }

  private RequestSpec spec() {
    return studio.model.draft().spec();
  }

  private List<Member> columns() {
    return spec().answer().orElseThrow().members();
  }

  private void edit(FxRobot robot, UnaryOperator<RequestSpec> change) {
    robot.interact(() -> studio.model.edit("", draft -> draft.withSpec(change)));
  }

  private void ask(FxRobot robot, String template) {
    edit(robot, spec -> spec.withTemplate(Template.parse(template)));
  }

  private void columns(FxRobot robot, Member... members) {
    edit(robot, spec -> spec.withAnswer(Optional.of(new AnswerSchema(List.of(members)))));
  }

  private static Member text(String name) {
    return new Member(name, new AnswerSchema.Type.Text(), "", true);
  }

  private void focus(FxRobot robot, String id) {
    robot.interact(() -> node(robot, id, Node.class).requestFocus());
  }

  @Test
  void promptInstructionAnswerAndPreviewAreInSightAtOnce(FxRobot robot) {
    ask(robot, "About {{text}}");

    assertThat(
            List.of("wizard-template", "wizard-system", "wizard-answer-text", "wizard-chip-text"))
        .allMatch(id -> isShown(robot, id));
    assertThat(isShown(robot, "wizard-preview-text")).isTrue();
    assertThat(node(robot, "wizard-preview-which", Label.class).getText())
        .isEqualTo("Row 1 of 13,866, as it is sent");
  }

  @Test
  void writingANameKeepsFocusAndLine(FxRobot robot) {
    robot.clickOn("#wizard-answer-columns");
    TextField name = node(robot, "wizard-schema-name-0", TextField.class);
    assertThat(name.isFocused()).isTrue();

    robot.write("subject");

    assertThat(node(robot, "wizard-schema-name-0", TextField.class)).isSameAs(name);
    assertThat(name.isFocused()).isTrue();
    assertThat(columns()).extracting(Member::name).containsExactly("subject");
    robot.interact(studio.model::undo);
    assertThat(columns()).extracting(Member::name).containsExactly("");
  }

  @Test
  void nothingIsRedBeforeOneHasWritten(FxRobot robot) {
    robot.clickOn("#wizard-answer-columns");

    Label line = node(robot, "wizard-schema-line", Label.class);
    assertThat(line.getText()).isEqualTo("Column 1 has no name yet.");
    assertThat(line.getPseudoClassStates()).noneMatch(p -> p.getPseudoClassName().equals("wrong"));

    robot.write("1st");
    assertThat(line.getPseudoClassStates()).anyMatch(p -> p.getPseudoClassName().equals("wrong"));
  }

  @Test
  void theTypeListIsUsedByArrowsAndKeepsFocus(FxRobot robot) {
    columns(robot, text("subject"));
    focus(robot, "wizard-schema-type-0");
    ComboBox<?> type = node(robot, "wizard-schema-type-0", ComboBox.class);

    robot.interact(type::show);
    robot.push(KeyCode.DOWN);
    assertThat(type.isShowing()).isTrue();
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);

    assertThat(type.isShowing()).isFalse();
    assertThat(columns().getFirst().type()).isEqualTo(new AnswerSchema.Type.Decimal());
    assertThat(focused()).isEqualTo("wizard-schema-type-0");
    assertThat(pressed).isZero();
  }

  @Test
  void aLetterChoosesAType(FxRobot robot) {
    columns(robot, text("subject"));
    focus(robot, "wizard-schema-type-0");

    robot.push(KeyCode.Y);

    assertThat(columns().getFirst().type()).isEqualTo(new AnswerSchema.Type.YesNo());
    assertThat(focused()).isEqualTo("wizard-schema-type-0");
  }

  @Test
  void wordsStayWhileOnePassesOverOtherTypes(FxRobot robot) {
    columns(robot, new Member("s", new AnswerSchema.Type.Choice(List.of("a", "b")), "", true));
    focus(robot, "wizard-schema-type-0");

    robot.push(KeyCode.DOWN).push(KeyCode.UP);

    assertThat(columns().getFirst().type())
        .isEqualTo(new AnswerSchema.Type.Choice(List.of("a", "b")));
  }

  @Test
  void aRangeIsWrittenInItsLineAndSaysWhatIsWrongWithIt(FxRobot robot) {
    columns(robot, new Member("score", new AnswerSchema.Type.Decimal(), "", true));
    focus(robot, "wizard-schema-range-0");

    robot.write("0 - 1");
    assertThat(columns().getFirst().type())
        .isEqualTo(new AnswerSchema.Type.Decimal(Limits.between(0, 1)));

    write(robot, "wizard-schema-range-0", "5 - 1");
    TextField range = node(robot, "wizard-schema-range-0", TextField.class);
    assertThat(wrong(range)).isTrue();
    assertThat(range.getAccessibleHelp()).contains("above the largest");
    write(robot, "wizard-schema-range-0", "some");
    assertThat(range.getAccessibleHelp()).contains("no range", "0 – 1");
    assertThat(range.getText()).as("what was written stays").isEqualTo("some");

    robot.interact(studio.model::undo);
    assertThat(columns().getFirst().type())
        .as("what was written in one go is taken back in one")
        .isEqualTo(new AnswerSchema.Type.Decimal());
    assertThat(wrong(range)).isFalse();
  }

  @Test
  void aListSaysHowManyItHolds(FxRobot robot) {
    columns(robot, new Member("tags", new AnswerSchema.Type.Choice(List.of("a", "b")), "", true));
    robot.interact(() -> select(robot, MemberKind.CHOICES));
    write(robot, "wizard-schema-length-0", "1-3");

    assertThat(columns().getFirst().type())
        .isEqualTo(
            new AnswerSchema.Type.ListOf(
                new AnswerSchema.Type.Choice(List.of("a", "b")), Limits.between(1, 3)));
    write(robot, "wizard-schema-length-0", "many");
    assertThat(wrong(node(robot, "wizard-schema-length-0", TextField.class))).isTrue();
  }

  @Test
  void aQuoteNamesItsColumn(FxRobot robot) {
    ask(robot, "About {{text}}");
    columns(robot, text("why"));
    robot.interact(() -> select(robot, MemberKind.QUOTE));
    ComboBox<?> column = node(robot, "wizard-schema-column-0", ComboBox.class);
    assertThat(column.getItems().stream().map(Object::toString)).contains("text", "year");

    robot.interact(() -> column.getSelectionModel().select(column.getItems().size() - 1));
    assertThat(columns().getFirst().type()).isEqualTo(new AnswerSchema.Type.Quote("text"));
    assertThat(wrong(column)).isFalse();
  }

  private static void select(FxRobot robot, MemberKind kind) {
    node(robot, "wizard-schema-type-0", ComboBox.class).getSelectionModel().select(kind.ordinal());
  }

  private static void write(FxRobot robot, String id, String text) {
    robot.interact(() -> node(robot, id, TextField.class).setText(text));
  }

  private static boolean wrong(Node node) {
    return node.getPseudoClassStates().stream()
        .anyMatch(p -> p.getPseudoClassName().equals("wrong"));
  }

  @Test
  void enterAddsAColumnAndNeverGoesOn(FxRobot robot) {
    columns(robot, text("subject"));
    focus(robot, "wizard-schema-name-0");

    robot.push(KeyCode.ENTER);

    assertThat(columns()).hasSize(2);
    assertThat(focused()).isEqualTo("wizard-schema-name-1");
    assertThat(pressed).isZero();
  }

  @Test
  void aLetterOnTheLastLineBeginsAColumn(FxRobot robot) {
    columns(robot, text("subject"));
    focus(robot, "wizard-schema-add");

    robot.write("tone");

    assertThat(columns()).extracting(Member::name).containsExactly("subject", "tone");
  }

  @Test
  void altArrowsMoveAndAltDeleteRemoves(FxRobot robot) {
    columns(robot, text("a"), text("b"), text("c"));
    focus(robot, "wizard-schema-name-0");

    robot.push(KeyCode.ALT, KeyCode.DOWN);
    assertThat(columns()).extracting(Member::name).containsExactly("b", "a", "c");
    assertThat(focused()).isEqualTo("wizard-schema-name-1");

    robot.push(KeyCode.ALT, KeyCode.DELETE);
    assertThat(columns()).extracting(Member::name).containsExactly("b", "c");

    robot.clickOn("#wizard-undo");
    assertThat(columns()).extracting(Member::name).containsExactly("b", "a", "c");
  }

  @Test
  void aGroupHasItsColumnsBelowIt(FxRobot robot) {
    columns(robot, text("place"));
    robot.interact(() ->
        node(robot, "wizard-schema-type-0", ComboBox.class)
            .getSelectionModel()
            .select(MemberKind.GROUP.ordinal()));
    robot.clickOn("#wizard-schema-add-0");
    robot.write("city");

    assertThat(columns().getFirst().type().members()).extracting(Member::name).contains("city");
    assertThat(focused()).isEqualTo("wizard-schema-name-0-1");
  }

  @Test
  void aPastedSchemaTakesTheirPlaceOrSaysWhyNot(FxRobot robot) {
    columns(robot, text("a"));
    robot.clickOn("#wizard-schema-show");
    TextInputControl json = node(robot, "wizard-schema-json", TextInputControl.class);
    assertThat(json.getText()).contains("\"OBJECT\"");

    robot.interact(() -> json.setText("{\"type\":"));
    robot.clickOn("#wizard-schema-read");
    assertThat(node(robot, "wizard-schema-said", Label.class).getText()).contains("not JSON");
    assertThat(columns()).extracting(Member::name).containsExactly("a");

    robot.interact(() ->
        json.setText(
            "{\"type\":\"object\",\"properties\":{\"tone\":{\"type\":\"string\"}},"
                + "\"required\":[\"tone\"]}"));
    robot.clickOn("#wizard-schema-read");
    assertThat(columns()).extracting(Member::name).containsExactly("tone");
    assertThat(isShown(robot, "wizard-schema-name-0")).isTrue();
  }

  @Test
  void columnsComeBackAfterText(FxRobot robot) {
    columns(robot, text("a"), text("b"));
    robot.clickOn("#wizard-answer-text");
    assertThat(spec().answer()).isEmpty();

    robot.clickOn("#wizard-answer-columns");
    assertThat(columns()).extracting(Member::name).containsExactly("a", "b");
  }

  @Test
  void arrowKeysSwitchTabAndPage(FxRobot robot) {
    focus(robot, "wizard-tab-preview");

    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);

    assertThat(node(robot, "wizard-tab-rows", ToggleButton.class).isSelected()).isTrue();
    assertThat(isShown(robot, "wizard-rows-add")).isTrue();
    assertThat(isShown(robot, "wizard-preview-text")).isFalse();
  }

  @Test
  void columnsAreOfferedBehindBracesAndTakenByEnter(FxRobot robot) throws Exception {
    robot.clickOn("#wizard-template").write("About {{");
    ListView<?> list = offered(robot, 6);
    robot.write("te");
    offered(robot, 1);
    assertThat(list.getItems().getFirst()).isEqualTo("text");

    robot.push(KeyCode.ENTER);

    assertThat(spec().template().text()).isEqualTo("About {{text}}");
    assertThat(pressed).isZero();
  }

  private static ListView<?> offered(FxRobot robot, int words) throws Exception {
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () ->
            robot.lookup("#wizard-template-completion").tryQueryAs(ListView.class).stream()
                .anyMatch(list -> list.getItems().size() == words));
    return robot.lookup("#wizard-template-completion").queryAs(ListView.class);
  }

  @Test
  void aChipComesWhereTheCaretIs(FxRobot robot) {
    robot.clickOn("#wizard-template").write("About ").clickOn("#wizard-chip-text").write("!");

    assertThat(spec().template().text()).isEqualTo("About {{text}}!");
  }

  @Test
  void oneWrongColumnHasItsFix(FxRobot robot) {
    ask(robot, "About {{txt}}");
    assertThat(node(robot, "wizard-prompt-line", Label.class).getText()).contains("txt");

    robot.clickOn("#wizard-prompt-fix");

    assertThat(spec().template().text()).isEqualTo("About {{text}}");
    assertThat(node(robot, "wizard-prompt-line", Label.class).getText())
        .startsWith("1 column is filled in");
  }

  @Test
  void manyUnknownColumnsAreChosenInOnePlace(FxRobot robot) {
    ask(robot, "{{a1}} {{a2}} {{a3}}");
    assertThat(node(robot, "wizard-prompt-line", Label.class).getText())
        .isEqualTo("This table has no columns a1, a2 (+1).");

    robot.clickOn("#wizard-prompt-fix");
    WaitForAsyncUtils.waitForFxEvents();
    Region lines = node(robot, "wizard-recipe-mapping", Region.class);
    ScrollPane scroll = (ScrollPane) lines.getParent().getParent().getParent();
    assertThat(lines.getHeight()).isGreaterThan(80);
    assertThat(scroll.getViewportBounds().getHeight())
        .as("all lines are in sight")
        .isGreaterThanOrEqualTo(lines.getHeight());
    for (String name : List.of("a1", "a2", "a3")) {
      choose(robot, "wizard-map-" + name, "text");
    }

    assertThat(spec().template().text()).isEqualTo("{{text}} {{text}} {{text}}");
    assertThat(robot.lookup("#wizard-map-a1").tryQuery()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static void choose(FxRobot robot, String id, String item) {
    robot.interact(() -> ((ComboBox<String>) node(robot, id, ComboBox.class)).setValue(item));
  }

  @Test
  void aRecipeSaysWhatItChangedAndCanBeUndone(FxRobot robot) {
    ask(robot, "Mine: {{text}}");
    MenuButton menu = node(robot, "wizard-recipes", MenuButton.class);
    MenuItem classify =
        menu.getItems().stream()
            .filter(item -> "wizard-recipe-classify".equals(item.getId()))
            .findFirst()
            .orElseThrow();

    robot.interact(classify::fire);
    String notice = node(robot, "wizard-prompt-line", Label.class).getText();
    assertThat(notice).contains("prompt", "answer");
    robot.clickOn("#wizard-recipe-undo");

    assertThat(spec().template().text()).isEqualTo("Mine: {{text}}");
    assertThat(isShown(robot, "wizard-recipe-undo")).isFalse();
  }

  @Test
  void aRecipeSaysWhatItChangedWhereNobodyMayLook(FxRobot robot) {
    ask(robot, "Mine: {{text}}");
    Recipe open =
        Recipe.of(
            spec().withGuard(false),
            "",
            new RowChoice(List.of(), OptionalLong.of(40), true, "seed"));

    robot.interact(() -> studio.requests.recipes().take(open.named("Mine")));

    Label line = node(robot, "wizard-prompt-line", Label.class);
    assertThat(line.getText()).startsWith("Row data no longer stands between marks");
    assertThat(line.getTooltip().getText().lines())
        .contains(
            "Row data no longer stands between marks: text in rows can pass for instructions.",
            "A random sample of 40 rows.");
    assertThat(line.getParent().lookup(".icon-warning")).isNotNull();
  }

  /// Whoever names a file without its ending was not asked about the one with it.
  @Test
  void aRecipeReplacesOnlyTheFileThatWasNamed(FxRobot robot, @TempDir Path folder)
      throws Exception {
    Path there = Files.writeString(folder.resolve("mine.pollux.json"), "what was there");
    robot.interact(() -> studio.requests.recipes().save(folder.resolve("mine")));
    assertThat(studio.told.getLast()).contains("mine.pollux.json is there already");
    assertThat(there).hasContent("what was there");
    robot.interact(() -> studio.requests.recipes().save(there));
    work(robot);
    assertThat(there).content().startsWith("{");
  }

  /// A dialog may have kept the last ending of the name that was proposed.
  @ParameterizedTest
  @ValueSource(strings = {"subjects", "subjects.json", "subjects.pollux.json", "subjects.pollux"})
  void aRecipeIsSavedWhereItIsFoundAgainAndThatIsSaid(
      String typed, FxRobot robot, @TempDir Path folder) {
    ask(robot, "Mine: {{text}}");
    robot.interact(() -> studio.requests.recipes().save(folder.resolve(typed)));
    work(robot);
    assertThat(folder.resolve("subjects.pollux.json")).content().contains("Mine: {{text}}");
    assertThat(node(robot, "wizard-prompt-line", Label.class).getText())
        .isEqualTo("Saved as subjects.pollux.json.");
    assertThat(isShown(robot, "wizard-recipe-undo")).as("nothing to take back").isFalse();
    assertThat(studio.model.draft().asked().name()).isEqualTo("subjects");
  }

  private void work(FxRobot robot) {
    background.workAll();
    robot.interact(() -> background.deliver());
  }

  /// A dropped file may be anything by that name: one without an end, or of another encoding.
  @ParameterizedTest
  @ValueSource(strings = {"folder", "endless", "gone", "latin", "large"})
  void whatIsNoRecipeIsSaidAndChangesNothing(String kind, FxRobot robot, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve(kind + ".pollux.json");
    switch (kind) {
      case "folder" -> Files.createDirectory(file);
      case "endless" -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
      case "latin" -> Files.write(file, new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'});
      case "large" -> Files.write(file, new byte[5_000_000]);
      default -> {}
    }
    ask(robot, "Mine: {{text}}");
    robot.interact(() -> studio.requests.recipes().open(file));
    work(robot);
    assertThat(studio.told.getLast())
        .startsWith(kind + ".pollux.json: ")
        .doesNotContain("Exception", folder.toString());
    assertThat(spec().template().text()).isEqualTo("Mine: {{text}}");
  }

  @Test
  void theNoticeOfARecipeLeavesWithTheNextEdit(FxRobot robot) {
    robot.interact(
        () -> node(robot, "wizard-recipes", MenuButton.class).getItems().getFirst().fire());
    assertThat(isShown(robot, "wizard-recipe-undo")).isTrue();

    ask(robot, "Mine: {{text}}");

    assertThat(isShown(robot, "wizard-recipe-undo")).isFalse();
  }

  @Test
  void tokensAreCountedAfterAPauseAndForTheLastRequestOnly(FxRobot robot) {
    Label tokens = node(robot, "wizard-preview-tokens", Label.class);
    ask(robot, "About {{text}}");
    ask(robot, "More about {{text}}");
    assertThat(background.waiting()).contains(Duration.ofMillis(400));
    assertThat(tokens.getText()).isEmpty();

    robot.interact(() -> {
      background.workAll();
      background.deliver();
    });
    assertThat(tokens.getText()).isEqualTo("352 tokens");
  }

  @Test
  void noCountAnswersAStepThatLeft(FxRobot robot) {
    ask(robot, "About {{text}}");
    robot.interact(() -> background.workAll());
    robot.interact(() -> frame.getChildren().remove(studio.requests.root()));
    robot.interact(() -> background.deliver());
    robot.interact(() -> frame.getChildren().addFirst(studio.requests.root()));

    assertThat(node(robot, "wizard-preview-tokens", Label.class).getText()).isEmpty();
  }

  @Test
  void ownRequestsAreShownAsTheyAre(FxRobot robot) {
    robot.clickOn("#wizard-kind-own");

    assertThat(studio.model.draft().ownRequests()).contains(true);
    assertThat(isShown(robot, "wizard-template")).isFalse();
    assertThat(isShown(robot, "wizard-tab-trial")).isFalse();
    robot.clickOn("#wizard-prompt-fix");
    assertThat(isShown(robot, "wizard-template")).isTrue();
  }

  @Test
  void showingWhatIsProposedChoosesNothing(FxRobot robot) {
    robot.interact(() -> {
      studio =
          new StudioScreen(Locale.ENGLISH, new ManualBackground(), _ -> "", List.of("request"));
      studio.open();
      frame.getChildren().set(0, studio.requests.root());
    });

    assertThat(node(robot, "wizard-kind-own", ToggleButton.class).isSelected()).isTrue();
    assertThat(studio.model.draft().ownRequests()).isEmpty();
    assertThat(studio.model.canUndo().get()).isTrue();
    robot.interact(studio.model::undo);
    assertThat(studio.model.canUndo().get()).isFalse();
  }

  @Test
  void aConditionIsWrittenWithoutLosingItsLine(FxRobot robot) {
    ask(robot, "About {{text}}");
    robot.clickOn("#wizard-tab-rows").clickOn("#wizard-rows-add");
    choose(robot, "wizard-condition-column-0", "year");
    robot.interact(() ->
        node(robot, "wizard-condition-operator-0", ComboBox.class)
            .getSelectionModel()
            .select(RowChoice.Operator.AT_LEAST.ordinal()));
    robot.clickOn("#wizard-condition-value-0").write("1900").push(KeyCode.ENTER);

    assertThat(studio.model.draft().rows().conditions())
        .containsExactly(new RowChoice.Condition("year", RowChoice.Operator.AT_LEAST, "1900"));
    assertThat(focused()).isEqualTo("wizard-condition-value-0");
    robot.clickOn("#wizard-condition-remove-0");
    assertThat(studio.model.draft().rows().conditions()).isEmpty();
  }

  @Test
  void whatIsNoNumberIsSaidAndChangesNothing(FxRobot robot) {
    robot.clickOn("#wizard-tab-rows");
    robot.interact(
        () -> node(robot, "wizard-rows-share", ComboBox.class).getSelectionModel().select(1));
    assertThat(studio.model.draft().rows().limit()).isEqualTo(OptionalLong.of(1000));

    robot.clickOn("#wizard-rows-limit").eraseText(4).write("many");

    assertThat(node(robot, "wizard-rows-limit-problem", Label.class).getText())
        .as("while it is typed")
        .isNotEmpty();
    robot.push(KeyCode.ENTER);
    assertThat(node(robot, "wizard-rows-limit-problem", Label.class).getText()).isNotEmpty();
    assertThat(studio.model.draft().rows().limit()).isEqualTo(OptionalLong.of(1000));
  }

  @Test
  void numbersAreReadAsTheLanguageWritesThem(FxRobot robot) {
    ask(robot, "About {{text}}");
    robot.clickOn("#wizard-tab-rows");
    robot.interact(
        () -> node(robot, "wizard-rows-share", ComboBox.class).getSelectionModel().select(1));
    assertThat(node(robot, "wizard-rows-limit", TextField.class).getPromptText())
        .isEqualTo("1,000");

    robot.clickOn("#wizard-rows-limit").eraseText(4).write("12,500").push(KeyCode.ENTER);
    robot.clickOn("#wizard-tab-columns");
    robot.clickOn("#wizard-cap-text").write("1,500").push(KeyCode.ENTER);

    assertThat(studio.model.draft().rows().limit()).isEqualTo(OptionalLong.of(12_500));
    assertThat(spec().columns().get("text").maxCharacters()).hasValue(1_500);
  }

  @Test
  void theSeedOfARecipeStays(FxRobot robot) {
    robot.interact(() ->
        studio.model.edit(
            "",
            draft ->
                draft.withAsked(
                    Recipe.of(
                        draft.spec(),
                        "",
                        new RowChoice(List.of(), OptionalLong.of(50), true, "theirs")))));
    robot.clickOn("#wizard-tab-rows");
    robot.clickOn("#wizard-rows-limit").eraseText(2).write("60").push(KeyCode.ENTER);

    assertThat(studio.model.draft().rows())
        .isEqualTo(new RowChoice(List.of(), OptionalLong.of(60), true, "theirs"));
  }

  @Test
  void aRuleThatWasUndoneIsNotWrittenBack(FxRobot robot) {
    ask(robot, "About {{text}}");
    robot.clickOn("#wizard-tab-columns");
    robot.clickOn("#wizard-cap-text").write("100").push(KeyCode.ENTER);
    assertThat(spec().columns()).containsKey("text");

    robot.interact(studio.model::undo);
    assertThat(node(robot, "wizard-cap-text", TextField.class).getText()).isEmpty();
    robot.clickOn("#wizard-system");

    assertThat(spec().columns()).isEqualTo(Map.of());
  }

  @Test
  void aColumnSaysWhatStandsForNull(FxRobot robot) {
    ask(robot, "By {{party}}");
    robot.clickOn("#wizard-tab-columns");
    robot.interact(
        () -> node(robot, "wizard-null-party", ComboBox.class).getSelectionModel().select(1));
    robot.clickOn("#wizard-null-word-party").write("nobody").push(KeyCode.ENTER);

    assertThat(spec().columns().get("party").whenNull())
        .isEqualTo(new ColumnUse.WhenNull.Word("nobody"));
  }

  @Test
  void filesComeFromColumnsOfText(FxRobot robot) {
    robot.clickOn("#wizard-tab-columns").clickOn("#wizard-files-add");
    List<?> offered = node(robot, "wizard-file-0", ComboBox.class).getItems();
    assertThat(offered.equals(List.of("president", "party", "text"))).as("%s", offered).isTrue();
    choose(robot, "wizard-file-0", "text");

    assertThat(spec().files()).singleElement().matches(file -> file.column().equals("text"));
    robot.clickOn("#wizard-file-remove-0");
    assertThat(spec().files()).isEmpty();
  }

  @Test
  void theFirstThingToMendTakesTheFocus(FxRobot robot) {
    robot.interact(studio.requests::focusFirst);
    assertThat(focused()).isEqualTo("wizard-template");

    ask(robot, "About {{text}}");
    columns(robot, text("good"), text("not good"));
    robot.interact(studio.requests::focusFirst);
    assertThat(focused()).isEqualTo("wizard-schema-name-1");

    columns(robot, text("good"), new Member("score", new AnswerSchema.Type.Decimal(), "", true));
    write(robot, "wizard-schema-range-1", "5 - 1");
    robot.interact(studio.requests::focusFirst);
    assertThat(focused()).isEqualTo("wizard-schema-range-1");

    AnswerSchema.Type one = new AnswerSchema.Type.Choice(List.of("a", "b"));
    columns(robot, new Member("tags", new AnswerSchema.Type.ListOf(one), "", true));
    write(robot, "wizard-schema-length-0", "3-1");
    robot.interact(studio.requests::focusFirst);
    assertThat(focused()).isEqualTo("wizard-schema-length-0");

    columns(robot, text("good"));
    robot.interact(() ->
        studio.model.edit(
            "", draft -> draft.withRows(new RowChoice(List.of(), OptionalLong.of(0), false, ""))));
    robot.interact(studio.requests::focusFirst);
    assertThat(focused()).isEqualTo("wizard-rows-limit");
    assertThat(isShown(robot, "wizard-rows-count")).isTrue();
  }

  @Test
  void nothingMovesWhenAFaultAppears(FxRobot robot) {
    ask(robot, "About {{text}}");
    columns(robot, text("good"));
    robot.interact(() -> frame.layout());
    double before = y(robot, "wizard-schema-name-0");

    ask(robot, "About {{a1}} {{a2}} {{a3}} {{a4}}");
    columns(robot, text("not good"));
    robot.interact(() -> frame.layout());

    assertThat(y(robot, "wizard-schema-name-0")).isEqualTo(before);
  }

  private static double y(FxRobot robot, String id) {
    Node node = node(robot, id, Node.class);
    return node.localToScene(node.getBoundsInLocal()).getMinY();
  }

  /// A table may have ten thousand columns: the first are buttons, and it is said where the others
  /// are.
  @Test
  void ofThousandsOfColumnsTheFirstAreClickedAndTheOthersTyped(FxRobot robot) {
    List<Field> fields = new ArrayList<>(List.of(Field.of("text", FieldType.STRING)));
    IntStream.range(1, 10_000).forEach(i -> fields.add(Field.of("c" + i, FieldType.STRING)));
    TableRef wide = new TableRef(FakeCloud.PROJECT, "samples", "wide");
    robot.interact(() -> {
      studio.cloud.catalog.table("samples", "wide", 1, fields.toArray(Field[]::new));
      studio.model.edit("", draft -> draft.about(wide));
      studio.look();
    });

    ToolBar chips = node(robot, "wizard-chips", ToolBar.class);
    assertThat(chips.getItems()).hasSize(101);
    assertThat(((Label) chips.getItems().getLast()).getText())
        .isEqualTo("9,900 more: type “{{” in the prompt");
    assertThat(TemplateMarks.complete("About {{c9999", studio.model.now().table()).words())
        .as("what is typed finds them all")
        .hasSize(1);
  }
}
