package dev.pollux.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.testing.ErrorOutput;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.Screen;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A screen that was laid out in advance comes into the window without a word on standard error,
/// however long that takes, and whichever theme it has by then.
@ExtendWith(ApplicationExtension.class)
class ScreenWarmUpTest {
  private static final int MOST_ROUNDS = 50;
  private final ErrorOutput said = ErrorOutput.listen();
  private ScrollPane middle;
  private VBox content;
  private StackPane all;

  @Start
  void start(Stage stage) {
    AppTheme.loadFonts();
    AppTheme.theme(false);
    middle = new ScrollPane();
    ListView<String> list = new ListView<>();
    list.getItems().addAll("one", "two");
    content = new VBox(list, new Button("button"));
    for (String look : List.of("title", "heading", "caption", "mono", "quiet", "badge")) {
      Label line = new Label(look);
      line.getStyleClass().add(look);
      content.getChildren().add(line);
    }
    // JavaFX numbers the styles of a scene in the order of their coming, and looks a node's old
    // numbers up in its new scene. So the window has other things first, as it has in life.
    VBox before = new VBox();
    for (String look : List.of("card", "line-bottom", "line-top", "line-left", "line-right")) {
      Label line = new Label(look);
      line.getStyleClass().addAll(look, "title");
      before.getChildren().addAll(line, new ListView<>(), new Button(look), new TextField(look));
    }
    all = new StackPane(new HBox(before, middle));
    Scene scene = new Scene(all, 600, 400);
    AppTheme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    said.close();
  }

  @Test
  void aScreenMovesIntoTheWindowWithoutAWarning() throws Exception {
    warmUp();
    collect();
    show();
    assertThat(said.ofStyles()).isEmpty();
    AppTheme.theme(true);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(said.ofStyles()).isEmpty();
  }

  @Test
  void aThemeThatChangesMeanwhileIsNoMatterEither() throws Exception {
    warmUp();
    collect();
    WaitForAsyncUtils.asyncFx(
            () -> {
              AppTheme.theme(true);
            })
        .get();
    WaitForAsyncUtils.waitForFxEvents();
    show();
    assertThat(said.ofStyles()).isEmpty();
  }

  @Test
  void nothingIsMadeForScreensThatWereLeft() throws Exception {
    List<String> made = new CopyOnWriteArrayList<>();
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      AtomicReference<ScreenWarmUp> self = new AtomicReference<>();
      ScreenWarmUp warmUp =
          new ScreenWarmUp(
              all,
              new Words(Locale.ENGLISH),
              List.of(
                  () -> {
                    made.add("before");
                    assertThat(self.get().stop()).isTrue();
                  },
                  () -> made.add("after")),
              List.of());
      self.set(warmUp);
      warmUp.whenDone(() -> done.complete(true));
      warmUp.start();
    });
    done.get(30, TimeUnit.SECONDS);
    assertThat(made).containsExactly("before");
    assertThat(all.getChildren()).as("the window is as it was").hasSize(1);
  }

  private void warmUp() throws Exception {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      ScreenWarmUp warmUp =
          new ScreenWarmUp(all, new Words(Locale.ENGLISH), List.of(), List.of(screen()));
      warmUp.whenDone(() -> done.complete(true));
      warmUp.start();
    });
    done.get(30, TimeUnit.SECONDS);
  }

  private Screen screen() {
    return new Screen() {
      @Override
      public Parent root() {
        return content;
      }
    };
  }

  private void show() throws Exception {
    WaitForAsyncUtils.asyncFx(() -> middle.setContent(content)).get();
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Until what nobody holds is gone.
  private static void collect() {
    WeakReference<Object> gone = new WeakReference<>(new Object());
    for (int i = 0; i < MOST_ROUNDS && gone.get() != null; i++) {
      System.gc();
    }
    assertThat(gone.get()).isNull();
  }
}
