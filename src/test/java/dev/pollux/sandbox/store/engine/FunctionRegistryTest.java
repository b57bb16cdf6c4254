package dev.pollux.sandbox.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.sql.duckdb.ScalarFunction;
import dev.pollux.sandbox.sql.type.SqlType.Scalar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Functions in Java are called by DuckDB, whatever their arity and types.
class FunctionRegistryTest {
  @TempDir Path directory;

  @Test
  void callsFunctionsOfAnyArity() {
    try (Database database = Database.open(directory)) {
      database.read(c -> {
        FunctionRegistry.register(
            c, new ScalarFunction("one", List.of(Scalar.STRING), Scalar.STRING, a -> a[0] + "!"));
        FunctionRegistry.register(
            c,
            new ScalarFunction(
                "two",
                List.of(Scalar.INT64, Scalar.FLOAT64),
                Scalar.FLOAT64,
                a -> (Long) a[0] + (Double) a[1]));
        FunctionRegistry.register(
            c,
            new ScalarFunction(
                "three",
                List.of(Scalar.STRING, Scalar.STRING, Scalar.BOOL),
                Scalar.STRING,
                a -> "" + a[0] + a[1] + a[2]));
        FunctionRegistry.register(
            c,
            new ScalarFunction(
                "bytes",
                List.of(Scalar.BYTES),
                Scalar.STRING,
                a -> new String((byte[]) a[0], StandardCharsets.UTF_8)));
        return true;
      });
      List<String> found =
          database.read(c ->
              Sql.list(
                  c,
                  "SELECT concat_ws(' ', one('a'), two(1, 0.5), three('x', 'y', true),"
                      + " one(NULL), bytes('abc'::BLOB))",
                  row -> row.getString(1)));
      assertThat(found).containsExactly("a! 1.5 xytrue abc");
    }
  }
}
