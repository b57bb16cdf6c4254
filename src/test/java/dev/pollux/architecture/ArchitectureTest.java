package dev.pollux.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The arrows and habits of the house hold, and each rule is seen to catch a planted fault.
class ArchitectureTest {
  private static final String ROOT = "dev.pollux";
  private static final String FAULTS = "dev.pollux.architecture.faults";
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(FAULTS);

  static Stream<String> rules() {
    return new Rules(ROOT).all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(String name) {
    rule(ROOT, name).check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void catchesItsPlantedFault(String name) {
    assertThat(rule(FAULTS, name).evaluate(PLANTED).hasViolation())
        .as("plant a class under %s that breaks '%s'", FAULTS, name)
        .isTrue();
  }

  @Test
  void seesTheWholeHouse() {
    assertThat(OURS.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .as("packages that the rules saw")
        .hasSizeGreaterThanOrEqualTo(24);
  }

  private static ArchRule rule(String root, String name) {
    return new Rules(root).all().get(name).because(name).allowEmptyShould(true);
  }
}
