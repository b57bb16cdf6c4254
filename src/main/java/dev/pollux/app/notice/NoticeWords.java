package dev.pollux.app.notice;

import dev.pollux.cli.StorageText;
import dev.pollux.settings.StorageNotice;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.FailureText;

/// What was found in the files that last, as the window shows it.
public final class NoticeWords {
  private final StorageText texts;

  public NoticeWords(Words words) {
    this.texts = new StorageText(words);
  }

  public FailureText of(StorageNotice notice) {
    StorageText.Said said = texts.of(notice);
    return new FailureText(said.what(), said.why(), said.next(), said.details(), false);
  }
}
