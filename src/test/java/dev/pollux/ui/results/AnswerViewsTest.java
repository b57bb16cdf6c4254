package dev.pollux.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.SqlLiteral;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.rows.RowChoice.Condition;
import dev.pollux.prompt.rows.RowChoice.Operator;
import dev.pollux.prompt.rows.RowView;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.ComparedTable;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.OpenSandbox;
import dev.pollux.text.Words;
import dev.pollux.ui.sorting.RowSorting;
import dev.pollux.ui.sorting.SeenRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An output is sorted and filtered by its answers in the same way where it is read, where a query
/// of the sandbox does it, and where Google's own engine does.
class AnswerViewsTest {
  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();
  private static ComparedTable text;
  private static ComparedTable json;
  private final Words words = new Words(Locale.ENGLISH);
  private final ManualBackground background = new ManualBackground();

  @BeforeAll
  static void make() throws Exception {
    List<AnswerMakingTest.Case> cases =
        AnswerMakingTest.cases().stream().filter(it -> it.response().length() < 2_000).toList();
    text = table("answers_text", cases.subList(0, Math.min(100, cases.size())), "%s");
    json =
        table(
            "answers_json",
            AnswerMakingTest.cases().stream()
                .filter(it -> it.response().length() < 2_000)
                .filter(it -> it.response().startsWith("{\"candidates"))
                .limit(60)
                .toList(),
            "PARSE_JSON(%s, wide_number_mode=>'round')");
  }

  private static ComparedTable table(String name, List<AnswerMakingTest.Case> cases, String as)
      throws Exception {
    String rows =
        IntStream.range(0, cases.size())
            .mapToObj(i ->
                "SELECT %d AS id, %s AS response, %s AS status"
                    .formatted(
                        i,
                        as.formatted(SqlLiteral.quoted(cases.get(i).response())),
                        SqlLiteral.quoted(cases.get(i).status())))
            .collect(Collectors.joining("\nUNION ALL "));
    return ComparedTable.of(SANDBOX.cloud(), new TableRef(Sandbox.PROJECT, "mine", name), rows);
  }

  static Stream<RowView> views() {
    List<RowView> all = new ArrayList<>();
    for (String column :
        List.of(
            ".answer",
            ".finish",
            ".tokens",
            "answer.label",
            "answer.score",
            "answer.share",
            "answer.sure",
            "answer.größe.cm €")) {
      boolean down = all.size() % 2 == 0;
      all.add(
          new RowView(
              List.of(), List.of(new RowView.Order(column, down), new RowView.Order("id", !down))));
    }
    all.add(where(new Condition("answer.label", Operator.CONTAINS, "X")));
    all.add(where(new Condition("answer.label", Operator.DIFFERS, "x")));
    all.add(where(new Condition("answer.user's note", Operator.EQUALS, "it's")));
    all.add(where(new Condition("answer.score", Operator.AT_LEAST, "4")));
    all.add(where(new Condition("answer.score", Operator.IS_NULL, "")));
    all.add(where(new Condition("answer.share", Operator.AT_MOST, "0.5")));
    all.add(where(new Condition("answer.sure", Operator.EQUALS, "true")));
    all.add(where(new Condition("answer.tags", Operator.IS_NOT_NULL, "")));
    all.add(where(new Condition(".finish", Operator.EQUALS, "Cut off")));
    all.add(where(new Condition(".finish", Operator.DIFFERS, "STOP")));
    all.add(where(new Condition(".tokens", Operator.AT_LEAST, "43")));
    all.add(where(new Condition(".answer", Operator.CONTAINS, "}")));
    all.add(
        where(
            new Condition("id", Operator.AT_LEAST, "7"),
            new Condition("id", Operator.AT_MOST, "40"),
            new Condition("answer.score", Operator.IS_NOT_NULL, ""),
            new Condition("status", Operator.EQUALS, "")));
    return all.stream();
  }

  static Stream<RowView> someViews() {
    return views().skip(5).limit(5);
  }

  private static RowView where(Condition... conditions) {
    return new RowView(List.of(conditions), List.of(new RowView.Order("id", true)));
  }

  @ParameterizedTest
  @MethodSource("views")
  void ofText(RowView view) throws Exception {
    assertSame(text, view);
  }

  @ParameterizedTest
  @MethodSource("someViews")
  void ofJson(RowView view) throws Exception {
    assertSame(json, view);
  }

  private void assertSame(ComparedTable table, RowView view) throws Exception {
    RowSorting sorting = new RowSorting(SANDBOX.cloud(), background.runner().scope(), words);
    sorting.of(subject(table.info(), view));
    sorting.see(view);
    background.settle();
    List<String> here =
        sorting.seen().get() instanceof SeenRows.Here seen ? ids(seen.rows()) : List.of("none");

    sorting.of(subject(large(table.info()), view));
    sorting.see(view);
    background.settle();
    assertThat(sorting.seen().get()).isInstanceOf(SeenRows.Offered.class);
    sorting.buy();
    background.settle();
    assertThat(sorting.seen().get())
        .isInstanceOfSatisfying(
            SeenRows.ByQuery.class,
            found -> {
              assertThat(ids(found.rows())).as("the sandbox").isEqualTo(here);
              assertThat(found.total()).isEqualTo(here.size());
              assertThat(
                      MadeRequests.evaluate(table.oracle(), found.sql().query()).rows().stream()
                          .map(List::getFirst))
                  .as("ZetaSQL")
                  .containsExactlyElementsOf(here);
            });
  }

  /// Answers are a column by themselves where they make none.
  private RowSorting.Subject subject(TableInfo info, RowView view) {
    OutcomeWords outcomes = new OutcomeWords(words, info.schema());
    List<Field> answers =
        view.toString().contains("column=.answer") ? List.of() : AnswerMakingTest.ANSWERS;
    return new RowSorting.Subject(
        info,
        new OutputColumns(words, outcomes).sorted(info.schema(), answers),
        true,
        true,
        new AnswerMaking(info.schema(), answers, outcomes.ending()));
  }

  private static TableInfo large(TableInfo info) {
    return new TableInfo(
        info.ref(),
        info.kind(),
        info.location(),
        info.schema(),
        10_000_000,
        info.bytes(),
        info.created(),
        info.modified(),
        info.expires(),
        info.description(),
        info.storage());
  }

  private static List<String> ids(List<Row> rows) {
    return rows.stream().map(row -> ((Value.Scalar) row.values().getFirst()).text()).toList();
  }
}
