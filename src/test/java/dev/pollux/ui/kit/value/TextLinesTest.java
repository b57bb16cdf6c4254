package dev.pollux.ui.kit.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ui.kit.ValueText;
import org.junit.jupiter.api.Test;

/// Lines of a bounded length, and the folds over them.
class TextLinesTest {
  @Test
  void aLineOfAMegabyteIsCutIntoPiecesThatAreWholeAgainTogether() {
    String text = "first\r\n" + "😀x".repeat(400_000) + "\n\nlast " + "\uDC00".repeat(5_000);
    TextLines lines = new TextLines(text);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.line(i).length()).isLessThanOrEqualTo(TextLines.MOST + 1);
      all.append(lines.line(i)).append(lines.breaks(i) ? (i == 0 ? "\r\n" : "\n") : "");
      assertThat(lines.at(lines.start(i))).isEqualTo(i);
    }
    assertThat(all).hasToString(text);
    assertThat(new TextLines("").size()).isEqualTo(1);
  }

  @Test
  void jsonIsFoldedFromTheLineThatOpensToTheOneThatCloses() {
    TextLines lines =
        new TextLines(
            ValueText.laidOut("{\"a\":{\"b\":[{\"c\":1},{\"c\":2}]},\"d\":\"{\",\"e\":{}}"));
    TextFolds folds = new TextFolds(lines, true);
    int all = folds.size();
    assertThat(folds.isFoldable(0)).isTrue();
    folds.fold(1, true);
    assertThat(folds.size()).isEqualTo(all - folds.hidden(1));
    assertThat(lines.line(folds.line(2)).strip()).isEqualTo("},");
    folds.reveal(3);
    assertThat(folds.size()).isEqualTo(all);
    folds.foldAll(true);
    assertThat(folds.size()).isLessThan(all);
    assertThat(folds.line(0)).isZero();
    folds.foldAll(false);
    assertThat(folds.size()).isEqualTo(all);
  }
}
