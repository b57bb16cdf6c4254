package dev.pollux.results.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportFileNameTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "answers, answers.csv",
    "'', table.csv",
    "'.', table.csv",
    "'..', table.csv",
    "'/', table.csv",
    "'../../etc/passwd', _.._etc_passwd.csv",
    "'a\\b:c*?\"<>|', a_b_c______.csv",
    "'a\u0000b\nc\u202ed', a_b_c_d.csv",
    "NUL, _NUL.csv",
    "con, _con.csv",
    "Com1.x, _Com1.x.csv",
    "LPT¹, _LPT¹.csv",
    "CONSOLE, CONSOLE.csv",
    "'tail. . ', tail.csv",
    "'.hidden', hidden.csv",
    "réponses 日本, réponses 日本.csv",
  })
  void everySystemTakesIt(String name, String expected) throws IOException {
    String file = ExportFileName.of(name, "table", ExportFormat.CSV);
    assertThat(file).isEqualTo(expected);
    assertThat(Files.createFile(folder.resolve(file)).getParent()).isEqualTo(folder);
  }

  @Test
  void aLongNameIsCutBetweenCharacters() throws IOException {
    String file = ExportFileName.of("x" + "😀".repeat(300), "table", ExportFormat.PARQUET);
    assertThat(file).startsWith("x😀").endsWith("😀.parquet").doesNotContain("\ufffd", "?");
    assertThat(file.getBytes(StandardCharsets.UTF_8).length).isLessThan(210);
    assertThat(Files.createFile(folder.resolve(file))).exists();
  }
}
