package dev.pollux.sandbox.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the engine and the JDK say stays here; what functions of ours say goes out, without where
/// they said it.
class DuckErrorsTest {
  private static StoreFailure failure(String message) {
    return DuckErrors.failure(new SQLException(message));
  }

  @Test
  void passesOnWhatOurFunctionsSay() {
    assertThat(
            failure(
                """
                Invalid Input Error: java.lang.IllegalArgumentException: Bad int64 value: x
                \tat dev.pollux.sandbox.sql.value.CastReader.int64(CastReader.java:40)
                \tat java.base/java.lang.Thread.run(Thread.java:1474)\
                """))
        .hasMessage("Bad int64 value: x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid Input Error: java.lang.ArithmeticException: BigInteger would overflow supported"
            + " range\n\tat java.base/java.math.BigInteger.reportOverflow(BigInteger.java:1220)\n"
            + "\tat dev.pollux.sandbox.sql.value.NumberText.formatted(NumberText.java:9)",
        "Invalid Input Error: java.lang.NullPointerException: Cannot invoke \"String.length()\"\n"
            + "\tat java.base/java.util.Objects.requireNonNull(Objects.java:1)",
        "Binder Error: No function matches the given name and argument types 'lpad(VARCHAR)'",
        "Parser Error: syntax error at or near \"(\"",
        "Catalog Error: Table with name t17 does not exist!"
      })
  void keepsTheWordsOfOthers(String message) {
    assertThat(failure(message))
        .hasMessage("An internal error occurred and the request could not be completed.")
        .extracting(StoreFailure::kind)
        .isEqualTo(StoreFailure.Kind.INTERNAL);
  }
}
