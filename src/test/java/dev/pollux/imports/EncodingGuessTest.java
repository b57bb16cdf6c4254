package dev.pollux.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files in encodings of all the world. What cannot be told from its bytes is said to be a guess.
class EncodingGuessTest {
  private static final String PLACES = "名前,住所\n山田太郎,東京都千代田区一番町　二\n";
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,é        | UTF-8        | UTF-8",
        "a,é        | windows-1252 | windows-1252",
        "a,é        | ISO-8859-15  | windows-1252",
        "a,1        | UTF-32LE     | UTF-32LE",
        "a,1        | UTF-32BE     | UTF-32BE",
        "なまえ,かず  | Shift_JIS    | windows-31j",
        "テーブル,é  | UTF-8        | UTF-8",
        "姓名,城市   | GBK          | windows-1252",
        "имя,город | windows-1251 | windows-1252",
      })
  void theBytesSayTheEncoding(String line, Charset written, Charset guessed) {
    String mark = written.name().startsWith("UTF-32") ? "\ufeff" : "";
    assertThat(EncodingGuess.of((mark + line + "\n").getBytes(written))).isEqualTo(guessed);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "UTF-16LE, UTF-16LE",
    "UTF-16BE, UTF-16BE",
    "Shift_JIS, windows-31j",
    "windows-31j, windows-31j"
  })
  void textWithoutAMarkIsFoundOutInJapan(Charset written, Charset guessed) {
    assertThat(EncodingGuess.of(PLACES.getBytes(written))).isEqualTo(guessed);
  }

  @Test
  void aHeadThatEndsWithinACharacterIsStillJapanese() {
    byte[] all = ("x" + "なまえ\n".repeat(60_000)).getBytes(EncodingGuess.JAPANESE);
    assertThat(EncodingGuess.of(Arrays.copyOf(all, EncodingGuess.HEAD)))
        .isEqualTo(EncodingGuess.JAPANESE);
  }

  /// By these letters a person sees whether the guess is right.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x.csv   | имя,город~Иван,Москва       | windows-1251 | èìÿ",
        "x.csv   | prix,n~100 €,é              | ISO-8859-15  | ¤",
        "x.jsonl | {'a': 'plain', 'b': 'Ижора'} | windows-1251 | Èæîðà",
        "x.csv   | a,b~plain,2                 | UTF-8        | ''",
        "x.csv   | a,b~é,2                     | UTF-8        | ''",
      })
  void aGuessIsSaidWithLettersToSeeItBy(String name, String text, Charset written, String letters)
      throws Exception {
    String lines = text.strip().replace('~', '\n').replace('\'', '"');
    Path file = Files.writeString(folder.resolve(name), lines + "\n", written);
    ImportPreview preview = ImportPreview.of(file, ImportFormat.of(file).orElseThrow());
    assertThat(preview.isEncodingDoubtful()).isEqualTo(!written.equals(StandardCharsets.UTF_8));
    assertThat(preview.isEncodingDoubtful() ? preview.foreignLetters().orElse("") : "")
        .startsWith(letters);
  }
}
