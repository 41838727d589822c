package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .withImportOption(location -> !location.contains("/shaded/"))
          .importPackages("org.wangge");

  @TestFactory
  Stream<DynamicTest> the_program_keeps_its_shape() {
    return new ArchitectureRules("org.wangge")
        .all().stream()
            .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PROGRAM)));
  }

  @Test
  void the_rules_see_all_modules() {
    assertThat(PROGRAM.contain("org.wangge.grid.GridIndex")).isTrue();
    assertThat(PROGRAM.contain("org.wangge.tiles.TileCoord")).isTrue();
    assertThat(PROGRAM.contain("org.wangge.server.App")).isTrue();
  }
}
