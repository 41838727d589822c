package org.wangge.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * What may know what. The rules hold below a root package, so that the same rules can be shown to
 * bite on planted faults below another root.
 */
final class ArchitectureRules {
  /** What every feature of the core may use. */
  private static final List<String> GROUND =
      List.of("geo", "access", "audit", "event", "fault", "memory", "word");

  /** The rooms of {@code plan}: each knows only those before it. The door is the package itself. */
  private static final List<String> ROOMS_OF_PLAN =
      List.of(
          "planar",
          "street",
          "repair",
          "topology",
          "cut",
          "redraw",
          "operation",
          "record",
          "drawing",
          "life",
          "together",
          "",
          "compare",
          "balance",
          "impact");

  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  /** Package of the core to the packages it may use besides itself. */
  private static Map<String, List<String>> edges() {
    Map<String, List<String>> edges = new LinkedHashMap<>();
    edges.put("fault", List.of());
    edges.put("word", List.of());
    edges.put("memory", List.of());
    edges.put("geo", List.of("fault"));
    edges.put("access", List.of("geo", "fault"));
    edges.put("audit", List.of());
    edges.put("event", List.of("access", "audit", "fault", "geo"));
    feature(edges, "grid");
    feature(edges, "place", "grid");
    feature(edges, "people", "grid");
    feature(edges, "plan", "grid", "place");
    feature(edges, "clock");
    feature(edges, "incident", "grid", "people", "clock");
    feature(edges, "whistle", "incident", "grid", "people", "clock");
    feature(edges, "message", "incident", "people", "clock");
    feature(edges, "alarm", "clock");
    feature(edges, "campaign", "grid", "people", "place");
    feature(edges, "visit", "incident", "grid", "people", "place");
    feature(edges, "errand", "incident", "grid", "people", "clock");
    feature(edges, "evaluation", "incident", "people");
    feature(edges, "figure", "incident", "grid", "clock");
    feature(edges, "wall", "figure", "incident", "grid");
    feature(edges, "camera", "grid", "place");
    feature(edges, "footage", "camera", "incident");
    feature(edges, "patrol", "people", "grid", "place");
    feature(edges, "shift", "people", "grid");
    feature(edges, "emergency", "people", "grid");
    edges.put("demo", List.copyOf(edges.keySet()));
    return edges;
  }

  private static void feature(Map<String, List<String>> edges, String name, String... known) {
    List<String> allowed = new ArrayList<>(GROUND);
    allowed.addAll(List.of(known));
    edges.put(name, allowed);
  }

  List<ArchRule> all() {
    return List.of(
        modulesPointOneWay(),
        featuresUseOnlyWhatIsListed(),
        everyPackageOfTheCoreIsListed(),
        packagesOfTheCoreHaveNoCycle(),
        roomsOfPlanPointOneWay(),
        packagesOfTheServerHaveNoCycle(),
        onlyTheEdgeKnowsJavalin(),
        onlyStoresKnowSql(),
        theCoreIsPure(),
        theCoreIsToldTheTime(),
        packagesAreNamedAfterTheField(),
        classesAreNamedAfterTheField(),
        everyPackageIsNullMarked(),
        onlyTheCommandLinePrints());
  }

  ArchRule modulesPointOneWay() {
    ArchRule core =
        noClasses()
            .that(core())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(below("tiles"), below("server"));
    ArchRule tiles =
        noClasses()
            .that()
            .resideInAPackage(below("tiles"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(below("server"));
    return CompositeArchRule.of(List.of(core, tiles))
        .as("modules point one way: server to tiles to gis-core")
        .allowEmptyShould(true);
  }

  ArchRule featuresUseOnlyWhatIsListed() {
    List<ArchRule> rules = new ArrayList<>();
    Map<String, List<String>> edges = edges();
    edges.forEach(
        (name, allowed) -> {
          String[] refused =
              edges.keySet().stream()
                  .filter(other -> !other.equals(name) && !allowed.contains(other))
                  .map(this::below)
                  .toArray(String[]::new);
          rules.add(
              noClasses()
                  .that()
                  .resideInAPackage(below(name))
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(refused)
                  .allowEmptyShould(true));
        });
    return CompositeArchRule.of(rules).as("a feature of the core uses only the features it names");
  }

  ArchRule everyPackageOfTheCoreIsListed() {
    String[] listed = edges().keySet().stream().map(this::below).toArray(String[]::new);
    return classes()
        .that(core())
        .should()
        .resideInAnyPackage(listed)
        .as("every package of the core is listed with what it may use");
  }

  ArchRule packagesOfTheCoreHaveNoCycle() {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .as("packages of the core form no cycle");
  }

  ArchRule roomsOfPlanPointOneWay() {
    List<String> rooms = ROOMS_OF_PLAN.stream().map(this::roomOfPlan).toList();
    List<ArchRule> rules = new ArrayList<>();
    rules.add(
        classes()
            .that()
            .resideInAPackage(below("plan"))
            .should()
            .resideInAnyPackage(rooms.toArray(String[]::new)));
    for (int i = 0; i + 1 < rooms.size(); i++) {
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(rooms.get(i))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(rooms.subList(i + 1, rooms.size()).toArray(String[]::new))
              .allowEmptyShould(true));
    }
    return CompositeArchRule.of(rules).as("a room of plan knows only the rooms before it");
  }

  private String roomOfPlan(String name) {
    return name.isEmpty() ? root + ".plan" : below("plan." + name);
  }

  ArchRule packagesOfTheServerHaveNoCycle() {
    return slices()
        .matching(root + ".server.(*)..")
        .should()
        .beFreeOfCycles()
        .as("packages of the server form no cycle");
  }

  ArchRule onlyTheEdgeKnowsJavalin() {
    return noClasses()
        .that(
            not(
                resideInAnyPackage(server("http"), server("live"), server("map"), server("video"))
                    .or(nameMatching(".*\\.(\\w+Http|\\w+Requests|Routes|App)(\\$.*)?"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
        .as("only the edge knows Javalin: *Http, *Requests, Routes, App, http, live, map, video");
  }

  ArchRule onlyStoresKnowSql() {
    return noClasses()
        .that(
            not(
                resideInAnyPackage(server("storage"), server("bench"))
                    .or(nameMatching(".*\\.(Jdbc\\w+Store|\\w+Rows?)(\\$.*)?"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.h2..", "org.postgresql..", "net.postgis..")
        .as("only stores, their row readers, storage and benchmarks know SQL");
  }

  ArchRule theCoreIsPure() {
    return noClasses()
        .that(core())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "io.javalin..",
                    "java.net..",
                    "java.sql..",
                    "javax.sql..",
                    "com.fasterxml..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "picocli..")
                .or(nameMatching("java\\.io\\.(File|RandomAccessFile).*"))
                .or(nameMatching("java\\.lang\\.Process.*")))
        .as("the core has no HTTP, SQL, JSON, file or process");
  }

  ArchRule theCoreIsToldTheTime() {
    return noClasses()
        .that(core())
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "reads the clock or makes chance", ArchitectureRules::isClockOrChance))
        .as("the core is told the time and the seed, it does not ask the machine");
  }

  private static boolean isClockOrChance(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return switch (name) {
      case "now" -> owner.startsWith("java.time.");
      case "system", "systemUTC", "systemDefaultZone" -> owner.equals("java.time.Clock");
      case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
      case "random" -> owner.equals("java.lang.Math");
      case "randomUUID" -> owner.equals("java.util.UUID");
      default -> owner.equals("java.util.concurrent.ThreadLocalRandom");
    };
  }

  ArchRule packagesAreNamedAfterTheField() {
    return noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..")
        .orShould()
        .resideInAPackage("..service..")
        .as("packages are named after the field, not after what code is");
  }

  ArchRule classesAreNamedAfterTheField() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
        .as("classes are named after the field, not after what code is");
  }

  ArchRule everyPackageIsNullMarked() {
    return classes().should(beNullMarked()).as("every package says @NullMarked");
  }

  ArchRule onlyTheCommandLinePrints() {
    return noClasses()
        .that(not(resideInAPackage(server("cli"))))
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .as("only the command line prints; everything else logs");
  }

  private static ArchCondition<JavaClass> beNullMarked() {
    return new ArchCondition<>("be in a package that says @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type, marked, type.getName() + " is in a package without @NullMarked"));
      }
    };
  }

  private DescribedPredicate<JavaClass> core() {
    return resideInAPackage(root + "..")
        .and(not(resideInAnyPackage(below("tiles"), below("server"))))
        .as("classes of gis-core");
  }

  private String below(String name) {
    return root + "." + name + "..";
  }

  private String server(String name) {
    return below("server." + name);
  }
}
