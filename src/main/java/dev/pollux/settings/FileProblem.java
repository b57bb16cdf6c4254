package dev.pollux.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/// Why a file or folder cannot be used, for a person at a terminal. The system's own exception
/// often says its name and nothing else.
///
/// @param sentence without a full stop
public record FileProblem(String sentence) {
  public static FileProblem of(IOException problem) {
    return new FileProblem(
        problem instanceof FileSystemException system && system.getReason() == null
            ? named(system)
            : Objects.requireNonNullElse(problem.getMessage(), problem.toString()));
  }

  private static String named(FileSystemException problem) {
    String name = problem.getFile();
    return switch (problem) {
      case NoSuchFileException _ -> name + ": there is no such file or folder";
      case AccessDeniedException _ -> name + ": it is not permitted to use this";
      case FileAlreadyExistsException _, NotDirectoryException _ ->
          name + ": this is no folder, or leads to none";
      case FileSystemLoopException _ -> name + ": these links lead in a circle";
      case DirectoryNotEmptyException _ -> name + ": this folder is not empty";
      default -> name + ": it cannot be used";
    };
  }
}
