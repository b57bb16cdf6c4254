package dev.pollux.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Walks through the steps of the main job, one after the other, and stops at the first that fails.
public final class Tour {
  private static final Logger LOG = LoggerFactory.getLogger(Tour.class);
  private final Scene scene;
  private final Path target;
  private final Consumer<Boolean> dark;
  private final TourStart start;
  private final boolean past;
  private final TourReport report = new TourReport();
  private final List<String> pictures = new ArrayList<>();
  private int number;

  /// @param dark switches the window between dark and light; called on the FX thread
  /// @param start what the start to a usable window took
  /// @param past whether there are jobs of earlier days
  public Tour(Scene scene, Path target, Consumer<Boolean> dark, TourStart start, boolean past) {
    this.scene = scene;
    this.target = target;
    this.dark = dark;
    this.start = start;
    this.past = past;
  }

  /// Must not be called on the FX thread.
  ///
  /// @return whether every step went well
  public boolean walk() throws IOException, InterruptedException {
    Files.createDirectories(target);
    try (StallWatch watch = new StallWatch()) {
      watch.start();
      OptionalLong idle = ResidentMemory.megabytes();
      TourRobot hand = new TourRobot(scene);
      for (TourScript.Step step : TourScript.steps(past)) {
        if (!walk(step, hand, watch)) {
          break;
        }
      }
      report.write(
          target.resolve("tour.json"),
          start,
          new TourReport.Memory(idle, ResidentMemory.megabytes()),
          watch.stalls());
    }
    return report.ok();
  }

  /// What it took a person to send the job.
  public String effort() {
    return report.effort();
  }

  private boolean walk(TourScript.Step step, TourRobot hand, StallWatch watch)
      throws InterruptedException {
    watch.step(step.name());
    pictures.clear();
    int clicks = hand.clicks();
    int keyStrokes = hand.keyStrokes();
    long begin = System.nanoTime();
    String problem = "";
    try {
      step.action().perform(hand);
    } catch (TourException e) {
      problem = String.valueOf(e.getMessage());
      LOG.error("The tour stopped at '{}': {}", step.name(), problem, e);
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    picture(step.name(), watch);
    report.add(
        new TourReport.Step(
            step.name(),
            millis,
            hand.clicks() - clicks,
            hand.keyStrokes() - keyStrokes,
            List.copyOf(pictures),
            problem));
    return problem.isEmpty();
  }

  private void picture(String name, StallWatch watch) throws InterruptedException {
    number++;
    take(String.format("%02d-%s.png", number, name), watch);
    watch.withoutCounting(() -> dark.accept(true));
    take(String.format("%02d-%s-dark.png", number, name), watch);
    watch.withoutCounting(() -> dark.accept(false));
  }

  private void take(String name, StallWatch watch) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(300); // transitions of the controls end within 150 ms
    watch.withoutCounting(() -> Picture.write(scene.snapshot(null), target.resolve(name)));
    pictures.add(name);
  }
}
