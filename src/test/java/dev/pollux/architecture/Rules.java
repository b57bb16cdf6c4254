package dev.pollux.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The rules of the house, over any root package.
final class Rules {
  private final Rooms rooms;
  private final Levels levels;

  Rules(String root) {
    rooms = new Rooms(root);
    levels = new Levels(root, rooms);
  }

  /// All rules by name; a planted fault exists for each.
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("arrows go down only", arrows());
    rules.put("arrows inside a room go down only", levels());
    rules.put("no circles between packages", noCircles());
    rules.put("features are strangers", strangers());
    rules.put(
        "JavaFX stays in the rooms with a face", home("javafx\\..*", "ui", "background", "app"));
    rules.put(
        "Google's clients live in cloud.google",
        home(
            "com\\.google\\.(cloud|api|auth|protobuf|genai)\\b.*",
            "cloud.google",
            "sandbox.vertex"));
    rules.put(
        "gRPC lives beside its two doors",
        home("io\\.grpc\\b.*", "cloud.google", "sandbox.vertex"));
    rules.put(
        "the HTTP server lives in sandbox.http",
        home("com\\.sun\\.net\\.httpserver.*", "sandbox.http"));
    rules.put(
        "DuckDB lives beside its files", home("org\\.duckdb.*", "sandbox.store", "results.export"));
    rules.put(
        "SQL connections live beside their files",
        home("java\\.sql.*", "sandbox.store", "results.export", "imports", "run.journal"));
    rules.put("picocli lives in app and cli", home("picocli.*", "app", "cli", ""));
    rules.put("JSON is read at the edges", json());
    rules.put("one door between threads", threads());
    rules.put("one mouth for dialogs", dialogs());
    rules.put("models hold facts only", models());
    rules.put("who draws decides nothing", drawing());
    rules.put("what draws a feature is not public", visibility());
    rules.put("no mutable statics", noMutableStatics());
    rules.put("no names that say nothing", names());
    rules.put("one name, one meaning", oneMeaning());
    rules.put("only the command line prints", printing());
    rules.put("time is given", time());
    rules.put("the look lives in CSS", look());
    return rules;
  }

  private ArchRule arrows() {
    return classes()
        .that(describe("are ours", rooms::isOurs))
        .should(
            dependOnly(
                "follow the arrows of the design",
                d -> rooms.mayDepend(d.getOriginClass(), d.getTargetClass()),
                d ->
                    rooms
                        .of(d.getOriginClass())
                        .map(room -> room + " may use only " + rooms.allowed(room))
                        .orElse("")));
  }

  private ArchRule levels() {
    return classes()
        .that(describe("are ours", rooms::isOurs))
        .should(
            dependOnly(
                "use what stands below them in their room",
                d -> levels.mayDepend(d.getOriginClass(), d.getTargetClass()),
                d -> levels.cure(d.getOriginClass())));
  }

  private ArchRule noCircles() {
    return slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public String getDescription() {
                return "packages";
              }

              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return rooms.isOurs(type)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
              }
            })
        .should()
        .beFreeOfCycles();
  }

  private ArchRule strangers() {
    return classes()
        .that(describe("are features", c -> isFeature(c)))
        .should(
            dependOnly(
                "know no other feature",
                d ->
                    !isFeature(d.getTargetClass())
                        || rooms
                            .feature(d.getOriginClass())
                            .equals(rooms.feature(d.getTargetClass())),
                _ -> "send people there by ui.kit.Navigation"));
  }

  private boolean isFeature(JavaClass type) {
    return rooms.feature(type).isPresent();
  }

  private ArchRule home(String library, String... homes) {
    return noClasses()
        .that(describe("live outside of " + Arrays.toString(homes), outside(homes)))
        .should()
        .dependOnClassesThat(
            describe("are in " + library, c -> c.getPackageName().matches(library)));
  }

  private ArchRule json() {
    return home(
        "tools\\.jackson.*",
        "cloud.google",
        "sandbox",
        "prompt",
        "files",
        "models",
        "cost",
        "recipe",
        "code",
        "draft",
        "results",
        "imports",
        "run",
        "cli",
        "settings",
        "ui.kit",
        "app");
  }

  private ArchRule threads() {
    return noClasses()
        .that(
            describe(
                "live outside of background, app, cli and the sandbox",
                outside("background", "app", "cli", "", "sandbox")))
        .and()
        // Google's clients swallow interrupts: the adapter's one way to call them waits outside.
        .doNotHaveFullyQualifiedName("dev.pollux.cloud.google.client.ClientCalls")
        .and()
        // One question that needs sixty calls makes several of them at a time.
        .doNotHaveFullyQualifiedName("dev.pollux.cloud.ParallelCalls")
        .and()
        .doNotHaveFullyQualifiedName("dev.pollux.cloud.RowPages")
        .and()
        // So does a test of a connection, with a deadline for each.
        .doNotHaveFullyQualifiedName("dev.pollux.doctor.Doctor")
        .should()
        .dependOnClassesThat(
            describe(
                "start or cross threads",
                c ->
                    c.getPackageName().equals("javafx.concurrent")
                        || List.of(
                                "java.util.concurrent.Executors",
                                "java.util.concurrent.CompletableFuture",
                                "java.util.Timer")
                            .contains(c.getName())))
        .orShould()
        .callMethodWhere(calls("javafx.application.Platform", "runLater"))
        .orShould()
        .callMethodWhere(calls("java.lang.Thread", "start", "ofVirtual", "ofPlatform", "sleep"))
        .orShould()
        .callConstructorWhere(
            describe("make a Thread", c -> c.getTargetOwner().isEquivalentTo(Thread.class)));
  }

  private ArchRule dialogs() {
    return noClasses()
        .that(describe("are outside of ui.feedback", outside("ui.feedback")))
        .should()
        .dependOnClassesThat(
            describe(
                "are dialogs",
                c ->
                    c.getName().matches("javafx\\.scene\\.control\\.(Alert|Dialog|ChoiceDialog)")));
  }

  /// A model is known by what it holds: observable facts and nothing else. What is drawn is none.
  private ArchRule models() {
    return noClasses()
        .that(describe("hold nothing but observable facts", this::isModel))
        .should()
        .dependOnClassesThat(
            describe(
                "are JavaFX beyond properties and collections",
                c ->
                    c.getPackageName().startsWith("javafx.")
                        && !c.getPackageName().startsWith("javafx.beans")
                        && !c.getPackageName().startsWith("javafx.collections")
                        && !c.getPackageName().equals("javafx.util")));
  }

  private boolean isModel(JavaClass type) {
    Set<JavaField> held =
        type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .collect(Collectors.toSet());
    return rooms.inAny(type, "ui")
        && type.isTopLevelClass()
        && !type.isAssignableTo("javafx.scene.Node")
        && !held.isEmpty()
        && held.stream().allMatch(field -> isObservable(field.getRawType()));
  }

  private static boolean isObservable(JavaClass type) {
    return type.getPackageName().startsWith("javafx.beans")
        || type.getPackageName().startsWith("javafx.collections");
  }

  /// Views and their pieces are known by the controls and layouts that they make, whatever they are
  /// called: none of them knows a port, a thread, or who sends and follows jobs.
  private ArchRule drawing() {
    return noClasses()
        .that(describe("draw", this::draws))
        .should()
        .dependOnClassesThat(
            describe(
                "ask, send or cross threads",
                c ->
                    (rooms.inAny(c, "background") && !c.isAssignableTo(Record.class))
                        || (rooms.inAny(c, "cloud") && c.isInterface())
                        || (rooms.inAny(c, "run")
                            && !c.isRecord()
                            && !c.isEnum()
                            && !c.isInterface())));
  }

  private boolean draws(JavaClass type) {
    return rooms.inAny(type, "ui")
        && !rooms.inAny(type, "ui.kit")
        && type.getDirectDependenciesFromSelf().stream()
            .map(d -> d.getTargetClass().getPackageName())
            .anyMatch(
                name -> name.equals("javafx.scene.control") || name.equals("javafx.scene.layout"));
  }

  private ArchRule visibility() {
    return noClasses()
        .that(
            describe(
                "draw a feature",
                c -> isFeature(c) && !rooms.inAny(c, "ui.wizard.step") && draws(c)))
        .should()
        .bePublic();
  }

  private ArchRule noMutableStatics() {
    return fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat(describe("are ours", rooms::isOurs))
        .and(
            describe(
                "are written by people",
                f ->
                    !f.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !f.getName().contains("$")))
        .should()
        .beFinal();
  }

  private ArchRule names() {
    return noClasses()
        .that(describe("are ours", rooms::isOurs))
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");
  }

  private ArchRule oneMeaning() {
    return classes()
        .that(
            describe(
                "are ours and stand alone",
                c ->
                    rooms.isOurs(c)
                        && c.isTopLevelClass()
                        && !c.getSimpleName().equals("package-info")))
        .should(
            new ArchCondition<>("have a name of their own") {
              private Map<String, List<JavaClass>> named = Map.of();

              @Override
              public void init(Collection<JavaClass> all) {
                named = all.stream().collect(Collectors.groupingBy(JavaClass::getSimpleName));
              }

              @Override
              public void check(JavaClass type, ConditionEvents events) {
                List<JavaClass> same = named.getOrDefault(type.getSimpleName(), List.of());
                if (same.size() > 1) {
                  events.add(SimpleConditionEvent.violated(type, "rename one of " + same));
                }
              }
            });
  }

  private ArchRule printing() {
    return noClasses()
        .that(describe("are outside of app and cli", outside("app", "cli", "")))
        .should()
        .accessFieldWhere(
            describe(
                "System.out or System.err",
                a ->
                    a.getTargetOwner().isEquivalentTo(System.class)
                        && !a.getTarget().getName().equals("in")));
  }

  private ArchRule time() {
    return noClasses()
        .that(describe("are outside of app and cli", outside("app", "cli", "")))
        .should()
        .callMethodWhere(
            describe(
                "read the clock of the machine",
                c ->
                    (c.getTarget().getName().equals("now")
                            && c.getTargetOwner().getPackageName().equals("java.time")
                            && c.getTarget().getRawParameterTypes().isEmpty())
                        || calls("java.lang.System", "currentTimeMillis").test(c)));
  }

  private ArchRule look() {
    return noClasses()
        .that(describe("have a face", c -> rooms.inAny(c, "ui")))
        .should()
        .callMethodWhere(describe("set a style", c -> c.getTarget().getName().equals("setStyle")))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javafx.scene.paint.Color");
  }

  private Predicate<JavaClass> outside(String... homes) {
    return c -> rooms.isOurs(c) && !rooms.inAny(c, homes);
  }

  private static DescribedPredicate<JavaCall<?>> calls(String owner, String... methods) {
    return describe(
        "call " + owner + "." + Arrays.toString(methods),
        c ->
            c.getTargetOwner().getName().equals(owner)
                && Arrays.asList(methods).contains(c.getTarget().getName()));
  }

  private static ArchCondition<JavaClass> dependOnly(
      String text,
      Predicate<Dependency> allowed,
      java.util.function.Function<Dependency, String> cure) {
    return new ArchCondition<>(text) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency d : type.getDirectDependenciesFromSelf()) {
          if (!allowed.test(d)) {
            events.add(
                SimpleConditionEvent.violated(d, d.getDescription() + " - " + cure.apply(d)));
          }
        }
      }
    };
  }
}
