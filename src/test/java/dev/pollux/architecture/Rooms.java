package dev.pollux.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rooms below a root package, and the arrows that are allowed between them.
///
/// The root is a parameter, so that the same rules are run over the planted faults.
final class Rooms {
  private static final List<String> FEATURES =
      List.of("ui.browser", "ui.wizard", "ui.jobs", "ui.results", "ui.connection", "ui.settings");
  private static final Set<String> FEATURE_MAY =
      Set.of(
          "ui.kit",
          "ui.kit.grid",
          "ui.kit.code",
          "ui.kit.value",
          "ui.feedback",
          "ui.catalog",
          "ui.retry",
          "ui.sorting",
          "ui.export",
          "background",
          "run",
          "ledger",
          "prompt",
          "models",
          "cost",
          "recipe",
          "code",
          "draft",
          "results",
          "imports",
          "profile",
          "cloud",
          "doctor",
          "domain",
          "files",
          "text",
          "settings");
  private static final List<String> WIZARD_STEPS =
      List.of(
          "ui.wizard.source",
          "ui.wizard.requests",
          "ui.wizard.trial",
          "ui.wizard.gemini",
          "ui.wizard.destination",
          "ui.wizard.review");
  private static final Map<String, Set<String>> MAY = arrows();
  private final String root;

  Rooms(String root) {
    this.root = root;
  }

  private static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> may = new HashMap<>();
    may.put("domain", Set.of());
    may.put("files", Set.of());
    may.put("text", Set.of());
    may.put("background", Set.of());
    may.put("settings", Set.of("domain"));
    may.put("cloud", Set.of("domain"));
    may.put("cloud.google", Set.of("cloud", "domain"));
    may.put("doctor", Set.of("models", "cloud", "domain", "files", "text"));
    may.put("models", Set.of("domain", "files"));
    may.put("prompt", Set.of("models", "cloud", "domain", "files"));
    may.put("cost", Set.of("prompt", "models", "cloud", "domain", "text"));
    may.put("imports", Set.of("cloud", "domain", "files"));
    may.put("profile", Set.of("prompt", "cloud", "domain"));
    may.put("results", Set.of("cloud", "domain", "files"));
    may.put("ledger.sql", Set.of("code", "prompt", "models", "results", "cloud", "domain"));
    may.put("recipe", Set.of("prompt", "models", "domain", "files"));
    may.put("code", Set.of("prompt", "models", "cloud", "domain"));
    may.put(
        "draft",
        Set.of(
            "ledger.sql",
            "recipe",
            "code",
            "prompt",
            "cost",
            "models",
            "results",
            "cloud",
            "domain",
            "settings"));
    Set<String> run =
        Set.of(
            "ledger.sql",
            "draft",
            "files",
            "cost",
            "prompt",
            "models",
            "results",
            "cloud",
            "domain",
            "settings");
    may.put("run", run);
    may.put("run.journal", with(run, List.of("run")));
    may.put(
        "ledger",
        Set.of(
            "ledger.sql",
            "run",
            "draft",
            "code",
            "cost",
            "prompt",
            "models",
            "results",
            "cloud",
            "domain"));
    may.put(
        "cli",
        Set.of(
            "run",
            "run.journal",
            "ledger",
            "draft",
            "results",
            "recipe",
            "prompt",
            "cost",
            "models",
            "cloud",
            "doctor",
            "domain",
            "settings",
            "text",
            "sandbox",
            "sandbox.http",
            "sandbox.gemini"));
    may.put("ui.kit", Set.of("domain", "text"));
    may.put("ui.kit.code", Set.of());
    may.put("ui.kit.grid", Set.of("ui.kit", "domain", "text"));
    may.put("ui.kit.value", Set.of("ui.kit", "ui.kit.grid", "ui.kit.code", "domain", "text"));
    may.put("ui.feedback", Set.of("ui.kit", "cloud", "text"));
    may.put("ui.catalog", Set.of("ui.kit", "ui.feedback", "background", "cloud", "domain", "text"));
    may.put(
        "ui.sorting",
        Set.of(
            "ui.kit",
            "ui.kit.grid",
            "ui.feedback",
            "background",
            "prompt",
            "cost",
            "cloud",
            "domain",
            "text"));
    may.put("ui.export", Set.of("results", "text"));
    may.put(
        "ui.retry",
        Set.of(
            "ui.kit",
            "ui.feedback",
            "background",
            "ledger",
            "run",
            "results",
            "cost",
            "cloud",
            "domain",
            "text"));
    FEATURES.forEach(feature -> may.put(feature, FEATURE_MAY));
    may.put("ui.wizard", with(with(FEATURE_MAY, WIZARD_STEPS), List.of("ui.wizard.step")));
    may.put("ui.wizard.step", FEATURE_MAY);
    WIZARD_STEPS.forEach(step -> may.put(step, with(FEATURE_MAY, List.of("ui.wizard.step"))));
    Set<String> shell = new HashSet<>(FEATURES);
    shell.addAll(Set.of("ui.kit", "ui.feedback", "text", "domain", "background"));
    may.put("ui.shell", shell);
    may.put("sandbox.http", Set.of());
    may.put("sandbox.sql.value", Set.of());
    may.put("sandbox.sql.type", Set.of("sandbox.sql.value"));
    may.put("sandbox.sql.catalog", Set.of("sandbox.sql.type"));
    may.put("sandbox.sql.duckdb", Set.of("sandbox.sql.type", "sandbox.sql.value"));
    may.put("sandbox.sql.syntax", Set.of("sandbox.sql.type"));
    Set<String> functions = Set.of("sandbox.sql.syntax", "sandbox.sql.type", "sandbox.sql.value");
    may.put("sandbox.sql.function", functions);
    Set<String> queries = with(functions, List.of("sandbox.sql.function", "sandbox.sql.catalog"));
    may.put("sandbox.sql.query", queries);
    may.put("sandbox.sql", with(queries, List.of("sandbox.sql.query", "sandbox.sql.duckdb")));
    may.put("sandbox.gemini", Set.of());
    may.put(
        "sandbox.store.engine", Set.of("sandbox.sql", "sandbox.sql.duckdb", "sandbox.sql.type"));
    may.put("sandbox.store.schema", Set.of("sandbox.store.engine", "sandbox.sql.type"));
    Set<String> kept = Set.of("sandbox.store.engine", "sandbox.store.schema");
    may.put("sandbox.store.catalog", with(kept, List.of("sandbox.sql.catalog")));
    Set<String> filled = with(kept, List.of("sandbox.store.catalog"));
    may.put("sandbox.store.load", with(filled, List.of("sandbox.sql")));
    may.put(
        "sandbox.store.query",
        with(filled, List.of("sandbox.sql", "sandbox.sql.catalog", "sandbox.sql.type")));
    Set<String> store = with(filled, List.of("sandbox.store.load", "sandbox.store.query"));
    may.put("sandbox.store", store);
    may.put(
        "sandbox.bigquery",
        with(
            store,
            List.of(
                "sandbox.http",
                "sandbox.store",
                "sandbox.sql",
                "sandbox.sql.catalog",
                "sandbox.sql.type")));
    may.put("sandbox.vertex", Set.of("sandbox.http", "sandbox.store", "sandbox.gemini"));
    may.put(
        "sandbox",
        with(
            store,
            List.of(
                "sandbox.http",
                "sandbox.sql",
                "sandbox.sql.type",
                "sandbox.gemini",
                "sandbox.store",
                "sandbox.bigquery",
                "sandbox.vertex")));
    return may;
  }

  private static Set<String> with(Set<String> rooms, List<String> more) {
    Set<String> all = new HashSet<>(rooms);
    all.addAll(more);
    return all;
  }

  /// The feature that a class belongs to, whatever room inside of it it stands in.
  Optional<String> feature(JavaClass type) {
    return FEATURES.stream().filter(feature -> inAny(type, feature)).findFirst();
  }

  /// The room of a class: the longest room name its package begins with. Empty for `app`, `Main`
  /// and all that is not ours, which the arrows leave alone.
  Optional<String> of(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return Optional.empty();
    }
    String inside = name.substring(root.length() + 1);
    return MAY.keySet().stream()
        .filter(room -> inside.equals(room) || inside.startsWith(room + "."))
        .max(Comparator.comparingInt(String::length));
  }

  boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  boolean inAny(JavaClass type, String... rooms) {
    String name = type.getPackageName();
    for (String room : rooms) {
      String full = room.isEmpty() ? root : root + "." + room;
      if (name.equals(full) || (!room.isEmpty() && name.startsWith(full + "."))) {
        return true;
      }
    }
    return false;
  }

  /// Whether the arrow from one class to another is drawn in the design.
  boolean mayDepend(JavaClass from, JavaClass to) {
    Optional<String> source = of(from);
    if (source.isEmpty() || !isOurs(to)) {
      return true;
    }
    Optional<String> target = of(to);
    return target.isPresent()
        && (target.equals(source) || allowed(source.get()).contains(target.get()));
  }

  Set<String> allowed(String room) {
    return MAY.getOrDefault(room, Set.of());
  }
}
