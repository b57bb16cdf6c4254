package dev.pollux.results.export;

import dev.pollux.files.DiskFullException;
import dev.pollux.files.WholeFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Why a file was not written, as a sentence of the word files.
///
/// @param words the key of the sentence
/// @param args what stands in it
public record ExportFailure(String words, List<Object> args) {
  public ExportFailure {
    args = List.copyOf(args);
  }

  public static ExportFailure of(Path file, IOException why) {
    String name = file.toString();
    return switch (why) {
      case TooManyRowsException many ->
          new ExportFailure(
              "export.too-many", List.of(many.format().name(), many.format().mostRows()));
      case DiskFullException _ -> new ExportFailure("export.full", List.of(name));
      case NoSuchFileException _ -> new ExportFailure("export.folder", List.of(name));
      case WholeFile.NotAFile _ -> new ExportFailure("export.not-a-file", List.of(name));
      case AccessDeniedException _ -> new ExportFailure("export.denied", List.of(name));
      default -> new ExportFailure("export.unwritten", List.of(name, said(why)));
    };
  }

  /// What the system says of it; not the name of the file, which stands there already, nor that of
  /// the one that is written before it.
  private static String said(IOException why) {
    String reason = why instanceof FileSystemException system ? system.getReason() : null;
    return reason == null ? String.valueOf(why.getMessage()) : reason;
  }
}
