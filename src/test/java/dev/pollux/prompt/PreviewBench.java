package dev.pollux.prompt;

import dev.pollux.bench.Percentile;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.TestKeys;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// How long 200 previews take: run by hand. Prints the median of 101 rounds in milliseconds, after
/// 200 rounds of warming up; rows hold 1,000 characters, as passages do.
public final class PreviewBench {
  private static final int WARM = 200;
  private static final int ROUNDS = 101;

  private PreviewBench() {}

  public static void main(String[] args) throws IOException {
    TableSchema schema =
        new TableSchema(
            List.of(
                Field.of("text", FieldType.STRING),
                Field.of("year", FieldType.INT64),
                Field.of("score", FieldType.FLOAT64)));
    Random random = new Random(1);
    List<Row> rows = IntStream.range(0, 200).mapToObj(i -> row(random, i)).toList();
    RequestSpec spec =
        RequestSpec.of("Which subject, {{year}} ({{score}})?\n{{text}}", "Be brief.")
            .withGuard(true);
    double[] took = new double[ROUNDS];
    long characters = 0;
    for (int i = 0; i < WARM + ROUNDS; i++) {
      long start = System.nanoTime();
      RequestRenderer renderer = new RequestRenderer(spec, schema, TestKeys.MARKS);
      for (Row row : rows) {
        characters += renderer.text(row).length() + renderer.json(row).length();
      }
      if (i >= WARM) {
        took[i - WARM] = (System.nanoTime() - start) / 1e6;
      }
    }
    System.out.printf(
        "200 previews, text and JSON: median %.2f ms, p95 %.2f ms (%d characters in all)%n",
        Percentile.of(took, 50), Percentile.of(took, 95), characters);
  }

  private static Row row(Random random, int i) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 1_000) {
      text.append("word \"").append(random.nextInt()).append("\"\n");
    }
    return new Row(
        List.of(
            new Value.Scalar(text.toString()),
            new Value.Scalar(Integer.toString(i)),
            new Value.Scalar(Double.toString(random.nextDouble()))));
  }
}
