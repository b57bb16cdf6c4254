package dev.pollux.ui.feedback;

import dev.pollux.ui.kit.FailureText;
import java.time.Instant;
import java.time.InstantSource;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The one place for messages: newest first. FX thread only.
public final class MessageLog {
  private static final int KEPT = 200;
  private final InstantSource clock;
  private final ObservableList<Message> messages = FXCollections.observableArrayList();
  // Held here because an unmodifiable list listens to its source weakly: if only callers held it,
  // it
  // would be collected while they still wait for changes.
  private final ObservableList<Message> readable =
      FXCollections.unmodifiableObservableList(messages);

  /// Something that was said, and when.
  public record Message(Instant at, FailureText text) {}

  public MessageLog(InstantSource clock) {
    this.clock = clock;
  }

  public ObservableList<Message> messages() {
    return readable;
  }

  /// The same again only brings the time up to date: what fails at each redraw would push out all
  /// else.
  public void add(FailureText text) {
    if (!messages.isEmpty() && messages.getFirst().text().equals(text)) {
      messages.removeFirst();
    }
    messages.addFirst(new Message(clock.instant(), text));
    if (messages.size() > KEPT) {
      messages.removeLast();
    }
  }

  public void clear() {
    messages.clear();
  }
}
