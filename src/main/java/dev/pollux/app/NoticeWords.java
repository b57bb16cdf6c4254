package dev.pollux.app;

import dev.pollux.cli.StorageText;
import dev.pollux.settings.StorageNotice;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.FailureText;

/// What was found in the files that last, as the window shows it.
final class NoticeWords {
  private final StorageText texts;

  NoticeWords(Words words) {
    this.texts = new StorageText(words);
  }

  FailureText of(StorageNotice notice) {
    StorageText.Said said = texts.of(notice);
    return new FailureText(said.what(), said.why(), said.next(), said.details(), false);
  }
}
