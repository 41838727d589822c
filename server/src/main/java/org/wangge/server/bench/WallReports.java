package org.wangge.server.bench;

import java.io.IOException;
import java.util.List;
import org.wangge.geo.LatticePoint;

/** What is reported in the city of a wall, so that incidents of each priority are open. */
final class WallReports {
  private static final String CATEGORY =
      """
      {"code":"wall-%s","nameZh":"%s","nameEn":"Made up, %s","priority":"%s","published":true,"reason":"corrected"}
      """;

  /** Of ten reports one is urgent and three are important. */
  private static final List<String> PRIORITIES =
      List.of(
          "urgent",
          "important",
          "ordinary",
          "ordinary",
          "important",
          "ordinary",
          "ordinary",
          "important",
          "ordinary",
          "ordinary");

  private WallReports() {}

  /** Has an incident reported at each place. */
  static void report(Door door, List<LatticePoint> places) throws IOException {
    try (Door.Line line = new Door.Line(door)) {
      for (String priority : List.of("urgent", "important", "ordinary")) {
        String category = CATEGORY.formatted(priority, "生成事件", priority, priority);
        check(line.send("POST", "/api/incidents/categories", category));
      }
      for (int i = 0; i < places.size(); i++) {
        check(line.send("POST", "/api/reports", report(i, places.get(i))));
      }
    }
  }

  private static String report(int number, LatticePoint at) {
    return "{\"key\":\"wall-%d\",\"category\":\"wall-%s\",\"lon\":%.7f,\"lat\":%.7f,\"description\":\"generated\"}"
        .formatted(
            number, PRIORITIES.get(number % PRIORITIES.size()), at.lonDegrees(), at.latDegrees());
  }

  private static void check(Door.Answer answer) {
    if (answer.status() != 201) {
      throw new IllegalStateException("refused: " + answer.body());
    }
  }
}
