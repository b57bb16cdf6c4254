package dev.pollux.bench;

import atlantafx.base.theme.PrimerLight;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// A window with nothing in it but what JavaFX and the theme bring: what Pollux is compared with.
/// It says `usable` after its third frame, and ends when its standard input does.
public final class BareShell extends Application {
  private int frames;

  /// With JavaFX on the class path the JVM refuses a main class that is an Application.
  public static final class Start {
    private Start() {}

    public static void main(String[] args) {
      Application.launch(BareShell.class, args);
    }
  }

  @Override
  public void start(Stage stage) {
    setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    BorderPane root = new BorderPane(new Label("Nothing"));
    root.setTop(new ToolBar(new Button("One"), new Button("Two")));
    root.setLeft(new ListView<>());
    stage.setScene(new Scene(root, 1280, 800));
    stage.show();
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (++frames == 3) {
          stop();
          System.out.println("usable");
        }
      }
    }.start();
    Thread.ofPlatform().daemon().start(BareShell::untilToldToEnd);
  }

  private static void untilToldToEnd() {
    try {
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (java.io.IOException e) {
      System.err.println(e);
    }
    System.exit(0);
  }
}
