package dev.pollux.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptTextsTest {
  private static final String LONG = "{\"prompt\":\"what’s it?\\n\"}\n".repeat(3000);
  @TempDir private Path data;
  private Path folder;

  @BeforeEach
  void name() {
    folder = data.resolve("kept");
  }

  private void keep(String text) throws IOException {
    KeptTexts texts = KeptTexts.open(folder);
    texts.keep("draft", text);
    texts.save();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "x", "two\nlines\r\n", "\u0000\uFFFF", "’«»"})
  void whateverWasKeptComesBack(String text) throws IOException {
    keep(text);

    assertThat(KeptTexts.open(folder).text("draft")).contains(text);
  }

  @Test
  void whatWasKeptIsThereBeforeItIsWritten() throws IOException {
    KeptTexts texts = KeptTexts.open(folder);
    texts.keep("draft", "one");
    texts.keep("draft", LONG);

    assertThat(texts.text("draft")).contains(LONG);
    assertThat(folder).doesNotExist();

    texts.save();
    assertThat(KeptTexts.open(folder).text("draft")).contains(LONG);
    assertThat(KeptTexts.open(folder).text("other")).isEmpty();
  }

  @Test
  void whatIsForgottenStaysForgotten() throws IOException {
    keep("one");
    KeptTexts texts = KeptTexts.open(folder);
    texts.forget("draft");
    assertThat(texts.text("draft")).isEmpty();
    texts.save();

    assertThat(KeptTexts.open(folder).text("draft")).isEmpty();
    assertThat(KeptTexts.open(folder).notices()).isEmpty();
  }

  /// One file hit: the copy has the same. Never is a text given that was not kept.
  @Test
  void damageToOneFileCostsNothing() throws IOException {
    keep(LONG);
    byte[] whole = Files.readAllBytes(folder.resolve("draft.kept"));
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Files.write(folder.resolve("draft.kept"), damaged(whole, random));
      Files.write(folder.resolve("draft.kept.copy"), whole);

      assertThat(KeptTexts.open(folder).text("draft")).as("seed %d", seed).contains(LONG);
    }
  }

  @Test
  void damageToBothIsSaidOnce() throws IOException {
    keep(LONG);
    byte[] whole = Files.readAllBytes(folder.resolve("draft.kept"));
    Files.write(folder.resolve("draft.kept"), damaged(whole, new Random(1)));
    Files.write(folder.resolve("draft.kept.copy"), damaged(whole, new Random(2)));

    KeptTexts texts = KeptTexts.open(folder);

    assertThat(texts.text("draft")).isEmpty();
    assertThat(texts.notices())
        .containsExactly(
            new StorageNotice.TextBroken("draft", folder.resolve("draft.kept.broken-1")));
    assertThat(KeptTexts.open(folder).notices()).isEmpty();
  }

  private static byte[] damaged(byte[] whole, Random random) {
    if (random.nextBoolean()) {
      return Arrays.copyOf(whole, random.nextInt(whole.length));
    }
    byte[] bytes = whole.clone();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  @Test
  void aTextThatCannotBeWrittenIsTriedAgain() throws IOException {
    Files.write(folder, "in the way".getBytes(StandardCharsets.UTF_8));
    KeptTexts texts = KeptTexts.open(folder);
    texts.keep("draft", LONG);
    assertThatThrownBy(texts::save).isInstanceOf(IOException.class);
    assertThat(texts.text("draft")).contains(LONG);

    Files.delete(folder);
    texts.save();
    assertThat(KeptTexts.open(folder).text("draft")).contains(LONG);
  }

  @Test
  void aNameIsNoPath() {
    assertThatThrownBy(() -> KeptTexts.open(folder).keep("../x", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
