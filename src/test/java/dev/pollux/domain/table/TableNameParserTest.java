package dev.pollux.domain.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ways in which people write the name of a table, or copy it from elsewhere.
class TableNameParserTest {
  private static final Optional<String> OWN = Optional.of("own-project");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          my-project.sales.orders                                  | my-project.sales.orders
          sales.orders                                             | own-project.sales.orders
          sales.orders_*                                           | own-project.sales.orders_*
          my-project:sales.orders                                  | my-project.sales.orders
          example.com:press.sales.orders                           | example.com:press.sales.orders
          example.com:press:sales.orders                           | example.com:press.sales.orders
          `my-project.sales.orders`                                | my-project.sales.orders
          `my-project`.`sales`.`orders`                            | my-project.sales.orders
          `my-project`.sales.orders                                | my-project.sales.orders
          `my-project.sales`.orders                                | my-project.sales.orders
          `sales`.`orders`                                         | own-project.sales.orders
          `example.com:press`.sales.orders                         | example.com:press.sales.orders
          `my-project.sales.orders                                 | my-project.sales.orders
          my-project . sales . orders                              | my-project.sales.orders
          bq://my-project.sales.orders                             | my-project.sales.orders
          BQ://my-project.sales.orders                             | my-project.sales.orders
          bq://example.com:press.sales.orders                      | example.com:press.sales.orders
          [my-project:sales.orders]                                | my-project.sales.orders
          "my-project.sales.orders"                                | my-project.sales.orders
          "sales"."orders"                                         | own-project.sales.orders
          “my-project”.“sales”.“orders”                            | my-project.sales.orders
          [my-project].[sales].[orders]                            | my-project.sales.orders
          [my-project:sales].[monthly orders]                      | my-project.sales.monthly orders
          FROM "my-project"."sales"."orders" AS o                  | my-project.sales.orders
          'my-project.sales.orders';                               | my-project.sales.orders
          «sales.orders»                                           | own-project.sales.orders
          “my-project.sales.orders”                                | my-project.sales.orders
          my-project.sales.orders;                                 | my-project.sales.orders
          my-project.sales.orders,                                 | my-project.sales.orders
          FROM my-project.sales.orders                             | my-project.sales.orders
          from `my-project.sales.orders` AS o                      | my-project.sales.orders
          FROM my-project.sales.orders o WHERE o.id > 3            | my-project.sales.orders
          JOIN sales.orders USING (id)                             | own-project.sales.orders
          SELECT id, text FROM `my-project`.sales.orders LIMIT 10; | my-project.sales.orders
          select * from my-project.sales.orders;                   | my-project.sales.orders
          FROM `sales.monthly orders` m                            | own-project.sales.monthly orders
          `sales.monthly orders` AS m                              | own-project.sales.monthly orders
          sales.monthly orders                                     | own-project.sales.monthly orders
          sales.`monthly orders`                                   | own-project.sales.monthly orders
          sales.commandes-2026-été                                 | own-project.sales.commandes-2026-été
          my-project.sales.注文_2026                               | my-project.sales.注文_2026
          sales.ДОХОД                                              | own-project.sales.ДОХОД
          sales.2026                                               | own-project.sales.2026
          123456789.sales.orders                                   | 123456789.sales.orders
          //bigquery.googleapis.com/projects/my-project/datasets/sales/tables/orders | my-project.sales.orders
          projects/my-project/datasets/sales/tables/orders         | my-project.sales.orders
          projects/example.com:press/datasets/sales/tables/orders  | example.com:press.sales.orders
          projects/my-project/datasets/sales/tables/monthly orders | my-project.sales.monthly orders
          https://bigquery.googleapis.com/bigquery/v2/projects/my-project/datasets/sales/tables/orders | my-project.sales.orders
          https://bigquery.googleapis.com/bigquery/v2/projects/my-project/datasets/sales/tables/orders/data?maxResults=3 | my-project.sales.orders
          https://console.cloud.google.com/bigquery?project=billed&ws=!1m5!1m4!4m3!1smy-project!2ssales!3sorders | my-project.sales.orders
          https://console.cloud.google.com/bigquery?ws=%211m5%211m4%214m3%211smy-project%212ssales%213sorders&authuser=1 | my-project.sales.orders
          https://console.cloud.google.com/bigquery?p=my-project&d=sales&t=orders&page=table | my-project.sales.orders
          https://console.cloud.google.com/bigquery?project=my-project&d=sales&t=orders&page=table | my-project.sales.orders
          https://console.cloud.google.com/bigquery?p=my-project&d=sales&t=monthly%20orders&page=table | my-project.sales.monthly orders
          https://console.cloud.google.com/bigquery?p=example.com:press&d=sales&t=orders&page=table | example.com:press.sales.orders
          https://console.cloud.google.com/bigquery;create=?p=my-project&d=sales&t=%E6%B3%A8%E6%96%87 | my-project.sales.注文
          https://bigquery.cloud.google.com/table/my-project:sales.orders | my-project.sales.orders
          https://bigquery.cloud.google.com/table/my-project:sales.orders?tab=preview | my-project.sales.orders
          """)
  void readsEveryUsualWay(String text, String table) {
    assertThat(TableNameParser.read(text, OWN).table().map(TableRef::toString)).contains(table);
    assertThat(TableNameParser.read("\n  " + text + " \t\u00A0\u200B\n", OWN).table())
        .as("with blanks around it")
        .map(TableRef::toString)
        .contains(table);
    assertThat(TableNameParser.isQualified(text)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                            | EMPTY
          ' ; '                                         | EMPTY
          ``                                            | EMPTY
          orders                                        | ONLY_TABLE
          monthly orders                                | ONLY_TABLE
          FROM orders                                   | ONLY_TABLE
          my-project:sales                              | NO_TABLE
          example.com:press                             | NO_TABLE
          example.com:press.sales                       | NO_TABLE
          projects/my-project/datasets/sales            | NO_TABLE
          projects/my-project                           | NO_TABLE
          https://console.cloud.google.com/bigquery?p=my-project&d=sales&page=dataset | NO_TABLE
          https://console.cloud.google.com/bigquery?ws=!1m4!1m3!3m2!1smy-project!2ssales | NO_TABLE
          https://console.cloud.google.com/bigquery     | OTHER_LINK
          https://console.cloud.google.com/bigquery?j=bq:US:job_1&page=queryresults | OTHER_LINK
          https://example.com/sales.orders              | OTHER_LINK
          //storage.googleapis.com/bucket/sales.orders  | OTHER_LINK
          a.b.c.d                                       | TOO_MANY
          my-project.catalog.namespace.orders           | TOO_MANY
          my-project.region-us.INFORMATION_SCHEMA.TABLES | TOO_MANY
          My-Project.sales.orders                       | BAD_PROJECT
          my_project.sales.orders                       | BAD_PROJECT
          .sales.orders                                 | BAD_PROJECT
          my-project.sales-2026.orders                  | BAD_DATASET
          my-project.ventes été.orders                  | BAD_DATASET
          sales..                                       | BAD_DATASET
          sales.                                        | BAD_TABLE
          sales.*orders                                 | BAD_TABLE
          sales.orders$20261126                         | BAD_TABLE
          sales.orders@3600                             | BAD_TABLE
          """)
  void saysWhyItIsNone(String text, TableReading.Reason reason) {
    assertThat(TableNameParser.read(text, OWN))
        .isInstanceOfSatisfying(
            TableReading.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void asksForTheProjectWhereNobodyKnowsIt() {
    assertThat(TableNameParser.read("sales.orders", Optional.empty()))
        .isEqualTo(new TableReading.Refused(TableReading.Reason.NO_PROJECT, "sales.orders"));
    assertThat(TableNameParser.read("p1.sales.orders", Optional.empty()).table()).isPresent();
  }

  /// Of any letters: whatever a table is called, each way in which it is shown leads back to it.
  @Test
  void readsEveryNameThatIsShown() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 3_000; i++) {
      TableRef ref = any(random);
      Optional<String> project = Optional.of(ref.project());
      for (String shown :
          new String[] {
            ref.toString(), ref.uri(), ref.sql(), ref.shortName(), "FROM " + ref.sql()
          }) {
        assertThat(TableNameParser.read(shown, project).table()).as(shown).contains(ref);
      }
      assertThat(TableRef.parse(ref.toString())).contains(ref);
      assertThat(TableRef.parse(ref.uri())).contains(ref);
    }
  }

  private static TableRef any(RandomGenerator random) {
    String domain = random.nextInt(4) == 0 ? letters(random, "abz09.-", 9, "d") + ":" : "";
    return new TableRef(
        domain + letters(random, "abz09-", 20, "p"),
        letters(random, "abzABZ09_", 12, ""),
        table(random));
  }

  /// Blanks at its ends are left out: what is pasted has some that belong to nothing.
  private static String table(RandomGenerator random) {
    return letters(random, "abzABZ09_-–‿ éÅ注文Дก\u0301\u00A0𝒳from select", 40, "t").strip() + "_";
  }

  private static String letters(RandomGenerator random, String of, int most, String first) {
    int[] all = of.codePoints().toArray();
    StringBuilder text = new StringBuilder(first);
    int length = 1 + random.nextInt(most);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(all[random.nextInt(all.length)]);
    }
    return text.toString();
  }
}
