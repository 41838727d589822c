package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule is shown to refuse the fault that was planted for it below org.wangge.planted. */
class ArchitectureControlTest {
  private static final String ROOT = "org.wangge.planted";
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);
  private static final ArchitectureRules RULES = new ArchitectureRules(ROOT);

  private static Map<ArchRule, String> culprits() {
    return Map.ofEntries(
        Map.entry(RULES.modulesPointOneWay(), "tiles.TileThatServes"),
        Map.entry(RULES.featuresUseOnlyWhatIsListed(), "geo.PointThatKnowsItsGrid"),
        Map.entry(RULES.everyPackageOfTheCoreIsListed(), "weather.Wind"),
        Map.entry(RULES.packagesOfTheCoreHaveNoCycle(), "geo.PointThatKnowsItsGrid"),
        Map.entry(RULES.roomsOfPlanPointOneWay(), "plan.planar.EdgeThatKnowsItsPlan"),
        Map.entry(RULES.packagesOfTheServerHaveNoCycle(), "server.http.PageThatKnowsGrids"),
        Map.entry(RULES.onlyTheEdgeKnowsJavalin(), "server.grid.GridRuleInServer"),
        Map.entry(RULES.onlyStoresKnowSql(), "server.grid.GridRuleInServer"),
        Map.entry(RULES.theCoreIsPure(), "grid.GridFile"),
        Map.entry(RULES.theCoreIsToldTheTime(), "grid.GridManager"),
        Map.entry(RULES.packagesAreNamedAfterTheField(), "util.Odds"),
        Map.entry(RULES.classesAreNamedAfterTheField(), "grid.GridManager"),
        Map.entry(RULES.everyPackageIsNullMarked(), "weather.Wind"),
        Map.entry(RULES.onlyTheCommandLinePrints(), "weather.Wind"));
  }

  @TestFactory
  Stream<DynamicTest> a_rule_refuses_the_fault_planted_for_it() {
    return culprits().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().getDescription(),
                    () ->
                        assertThat(entry.getKey().evaluate(PLANTED).getFailureReport().toString())
                            .contains(ROOT + "." + entry.getValue())));
  }

  @Test
  void every_rule_has_its_control() {
    assertThat(culprits().keySet())
        .extracting(ArchRule::getDescription)
        .containsExactlyInAnyOrderElementsOf(
            RULES.all().stream().map(ArchRule::getDescription).toList());
  }
}
