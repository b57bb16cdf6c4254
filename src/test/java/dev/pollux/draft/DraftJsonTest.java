package dev.pollux.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import dev.pollux.models.GenerationSettings.Thinking;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.recipe.ShippedRecipes;
import dev.pollux.testing.DraftFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A draft comes back whole, with what is wrong in it: it is kept as it was typed.
class DraftJsonTest {
  record Case(String what, Draft draft) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Case of(String what, UnaryOperator<Draft> change) {
    return new Case(what, change.apply(new DraftFixture().draft));
  }

  private static Case answer(String what, Member... members) {
    return of(
        what,
        draft ->
            draft.withSpec(
                spec -> spec.withAnswer(Optional.of(new AnswerSchema(List.of(members))))));
  }

  private static Member member(String name, AnswerSchema.Type type) {
    return new Member(name, type, "", true);
  }

  static Stream<Case> drafts() {
    return Stream.of(
        of("nothing", _ -> Draft.EMPTY),
        of("a plain one", draft -> draft),
        of("a source half typed", draft -> draft.withSource("samples.")),
        of("own requests", draft -> draft.withOwnRequests(Optional.of(true))),
        of("a template by choice", draft -> draft.withOwnRequests(Optional.of(false))),
        of("braces left open", draft -> prompt(draft, "Ask {{text\r\n\tand “more” \\ 🦊")),
        of("no prompt", draft -> prompt(draft, "")),
        of("a model that is none", draft -> draft.withModel("gemini 3 ")),
        of(
            "labels with faults, title, target",
            draft ->
                draft
                    .withLabels("Team=1, x, =,")
                    .withTitle("x".repeat(200))
                    .withTarget(
                        _ -> new Target("p.d", "a`b", Optional.of(new Location("europe-west4"))))),
        of(
            "consent",
            draft -> draft.withConsent(c -> c.withPaidLookups().trusting("b").trusting("a-1"))),
        of("a shipped recipe", draft -> draft.taking(ShippedRecipes.all().getFirst())),
        of(
            "settings",
            draft ->
                draft.withSpec(spec ->
                    spec.withSettings(
                        spec.settings()
                            .withTemperature(OptionalDouble.of(5))
                            .withTopP(OptionalDouble.of(0.25))
                            .withSeed(OptionalInt.of(0))
                            .withMaxOutputTokens(OptionalInt.of(999_999_999))
                            .withThinking(Optional.of(new Thinking.Budget(-1)))))),
        of(
            "a level that no model has",
            draft ->
                draft.withSpec(spec ->
                    spec.withSettings(
                        spec.settings().withThinking(Optional.of(new Thinking.Level("HUGE")))))),
        of(
            "columns and files",
            draft ->
                draft.withSpec(spec ->
                    spec.withSystem("Be brief.")
                        .withGuard(false)
                        .withColumns(
                            Map.of(
                                "text",
                                new ColumnUse(
                                    new ColumnUse.WhenNull.Word(""), OptionalInt.of(100))))
                        .withFiles(
                            List.of(
                                new FilePart("img", new FilePart.MimeType.FromColumn("kind")),
                                new FilePart("", new FilePart.MimeType.Fixed("")))))),
        of(
            "rows with faults",
            draft ->
                draft.withRows(
                    new RowChoice(
                        List.of(
                            new RowChoice.Condition("", RowChoice.Operator.EQUALS, "ten"),
                            new RowChoice.Condition("n", RowChoice.Operator.IS_NULL, "")),
                        OptionalLong.of(0),
                        true,
                        "seed"))),
        answer("an answer", member("subject", new AnswerSchema.Type.Choice(List.of("a", "b")))),
        answer("an answer with nothing in it"),
        answer("a column without a name", member("", new AnswerSchema.Type.Text())),
        answer(
            "two columns of a name",
            member("a", new AnswerSchema.Type.Text()),
            member("a", new AnswerSchema.Type.Whole())),
        answer("a choice of nothing", member("a", new AnswerSchema.Type.Choice(List.of()))),
        answer(
            "a choice of blanks", member("a", new AnswerSchema.Type.Choice(List.of("", "", "x")))),
        answer("a group of nothing", member("a", new AnswerSchema.Type.Group(List.of()))),
        answer(
            "groups too deep",
            member(
                "a",
                new AnswerSchema.Type.Group(
                    List.of(
                        member(
                            "b",
                            new AnswerSchema.Type.Group(
                                List.of(member("c", new AnswerSchema.Type.YesNo())))))))),
        answer(
            "a list of lists",
            member(
                "a",
                new AnswerSchema.Type.ListOf(
                    new AnswerSchema.Type.ListOf(new AnswerSchema.Type.Decimal())))));
  }

  private static Draft prompt(Draft draft, String text) {
    return draft.withSpec(spec -> spec.withTemplate(Template.parse(text)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drafts")
  void comesBackWhole(Case kept) {
    assertThat(DraftJson.read(DraftJson.write(kept.draft()))).contains(kept.draft());
  }

  /// Earlier versions kept a draft so; what they did not know is left to its default.
  @Test
  void aDraftOfAnEarlierVersionIsRead() {
    Draft asked =
        prompt(Draft.EMPTY, "Which subject? {{text}}")
            .withModel("gemini-2.5-flash")
            .withSpec(spec -> spec.withLabels(Map.of("team", "press", "cost", "42")));
    String json =
        """
        {"source":"p.d.t","recipe":%s,"ownColumn":true,"dataset":"p.mine","table":"answers",
         "location":"global","title":"Subjects"}
        """
            .formatted(quoted(RecipeJson.write(asked.asked())));
    Draft read = DraftJson.read(json).orElseThrow();
    assertThat(read)
        .isEqualTo(
            asked
                .withSource("p.d.t")
                .withOwnRequests(Optional.of(true))
                .withTitle("Subjects")
                .withLabels("cost=42, team=press")
                .withTarget(_ -> new Target("p.mine", "answers", Optional.of(Location.GLOBAL))));
    assertThat(new DraftState(read, Facts.NONE, new DraftFixture().context).spec().labels())
        .as("they are still sent")
        .isEqualTo(Map.of("team", "press", "cost", "42"));
  }

  private static String quoted(String text) {
    return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"source\":7,\"recipe\":{},\"ownColumn\":\"x\",\"dataset\":null,\"table\":[],"
            + "\"location\":\"?\",\"title\":false,\"paidLookups\":{},\"trustedProjects\":7}",
        "{\"recipe\":\"no recipe\",\"location\":\"\",\"trustedProjects\":[7,null]}"
      })
  void whatMakesNoSenseIsLeftToItsDefault(String json) {
    assertThat(DraftJson.read(json)).contains(Draft.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "{\"source\":", "\"x\"", "{}{"})
  void whatIsNoObjectIsNoDraft(String json) {
    assertThat(DraftJson.read(json)).isEmpty();
  }

  @Test
  void trustIsKeptAsASet() {
    Draft draft = Draft.EMPTY.withConsent(_ -> new Consent(true, Set.of("b", "a")));
    assertThat(DraftJson.write(draft)).contains("[\"a\",\"b\"]");
  }
}
