package dev.pollux.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;

/// Each fault of the order is found where it is planted, and none where there is none.
@ExtendWith(ApplicationExtension.class)
class ReadingOrderFaultsTest {
  static Stream<Arguments> orders() {
    return Stream.of(
        Arguments.of("a line", of(() -> new HBox(button("a"), button("b"))), List.of()),
        Arguments.of(
            "two columns",
            of(() ->
                new HBox(new VBox(button("a"), button("b")), new VBox(button("c"), button("d")))),
            List.of()),
        Arguments.of(
            "the left one last",
            of(() -> bordered(button("b"), button("a"))),
            List.of("Tab goes back from Button #b to Button #a")),
        Arguments.of(
            "the top one last",
            of(() -> {
              BorderPane pane = new BorderPane(button("b"));
              pane.setTop(button("a"));
              return pane;
            }),
            List.of("Tab goes back from Button #b to Button #a")),
        Arguments.of(
            "a region that is a stop",
            of(() -> {
              Region region = new Region();
              region.setId("r");
              region.setFocusTraversable(true);
              return new HBox(region);
            }),
            List.of("has no role: Region #r")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void isSaid(String what, Supplier<Parent> screen, List<String> faults) throws Exception {
    assertThat(look(screen)).isEqualTo(faults);
  }

  @Test
  void whatIsNotShownIsNoStop() throws Exception {
    assertThat(
            look(() -> {
              BorderPane pane = bordered(button("b"), button("a"));
              pane.getLeft().setVisible(false);
              return pane;
            }))
        .isEmpty();
  }

  private static Supplier<Parent> of(Supplier<Parent> screen) {
    return screen;
  }

  private static BorderPane bordered(Node center, Node left) {
    BorderPane pane = new BorderPane(center);
    pane.setLeft(left);
    return pane;
  }

  private static Button button(String id) {
    Button button = new Button(id);
    button.setId(id);
    return button;
  }

  private static List<String> look(Supplier<Parent> screen) throws Exception {
    CompletableFuture<List<String>> found = new CompletableFuture<>();
    Platform.runLater(() -> {
      Scene scene = new Scene(screen.get(), 400, 300);
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      found.complete(ReadingOrderFaults.of(scene));
    });
    return found.get(30, TimeUnit.SECONDS);
  }
}
