package dev.pollux.app.start;

import dev.pollux.text.Words;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The libraries of Linux that JavaFX is linked with. Where one is missing JavaFX prints a stack
/// trace and waits for ever, so that they are looked for before.
///
/// @param loads whether a library of this name can be loaded, with all that it needs itself
record SystemLibraries(Predicate<String> loads) {
  /// In the order in which they need each other.
  private enum Library {
    FREETYPE("libfreetype.so.6", "libfreetype6", "freetype", false),
    PANGO("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "pango", false),
    GTK("libgtk-3.so.0", "libgtk-3-0", "gtk3", true),
    XTST("libXtst.so.6", "libxtst6", "libXtst", true);

    private final String file;
    private final String debian;
    private final String fedora;
    private final boolean forWindows;

    Library(String file, String debian, String fedora, boolean forWindows) {
      this.file = file;
      this.debian = debian;
      this.fedora = fedora;
      this.forWindows = forWindows;
    }
  }

  static SystemLibraries ofThisComputer() {
    return new SystemLibraries(DisplayPlatform.isLinux() ? SystemLibraries::isLoaded : _ -> true);
  }

  /// By the system's own search. It stays loaded: JavaFX is about to need it.
  @SuppressWarnings("restricted") // the process is started with --enable-native-access
  private static boolean isLoaded(String name) {
    try {
      var _ = SymbolLookup.libraryLookup(name, Arena.global());
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// @param window whether a window is to be shown, or only pictures are drawn
  /// @throws ToolkitFailure when libraries are missing: names them, and the commands that install
  ///   them
  void check(boolean window) throws ToolkitFailure {
    List<Library> missing =
        Stream.of(Library.values())
            .filter(library -> window || !library.forWindows)
            .filter(library -> !loads.test(library.file))
            .toList();
    if (!missing.isEmpty()) {
      throw new ToolkitFailure(
          new Words(Locale.getDefault())
              .get(
                  "cli.libraries.missing",
                  missing.size(),
                  joined(missing.stream().map(library -> library.file), ", "),
                  joined(missing.stream().map(library -> library.debian), " "),
                  joined(missing.stream().map(library -> library.fedora), " ")));
    }
  }

  private static String joined(Stream<String> names, String between) {
    return names.collect(Collectors.joining(between));
  }
}
