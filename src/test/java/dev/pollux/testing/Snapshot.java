package dev.pollux.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// A picture of a scene in `target/gallery`, to be looked at; taken where `-Dpollux.pictures=true`.
public final class Snapshot {
  private static final Path TARGET = Path.of("target/gallery");

  private Snapshot() {}

  /// On the FX thread.
  public static void take(Scene scene, String name) {
    if (!Boolean.getBoolean("pollux.pictures")) {
      return;
    }
    WritableImage image = scene.snapshot(null);
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    try {
      Files.createDirectories(TARGET);
      ImageIO.write(picture, "png", TARGET.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
