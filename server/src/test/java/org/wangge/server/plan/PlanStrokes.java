package org.wangge.server.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Makes up edits of a plan as a browser would send them; some will be refused. */
final class PlanStrokes {
  /** More grids than that are merged rather than split. */
  private static final int MANY = 9;

  private final Random random;

  PlanStrokes(Random random) {
    this.random = random;
  }

  /** The body of the next edit. */
  String next(PlanGround ground, int number) {
    List<String> grids = ground.grids();
    String grid = grids.get(random.nextInt(grids.size()));
    int dice = random.nextInt(10);
    if (dice < 3) {
      return grids.size() < MANY ? split(ground, grid) : merge(ground, grid);
    }
    if (dice < 4) {
      return merge(ground, grid);
    }
    if (dice < 6) {
      return "{\"kind\":\"attributes\",\"face\":\"%s\",\"name\":\"名%d\"}".formatted(grid, number);
    }
    Coordinate[] corners = ground.corners(grid);
    Arrays.sort(corners, Comparator.<Coordinate>naturalOrder());
    Coordinate corner = corners[random.nextInt(corners.length)];
    String at = PlanGround.degrees(corner.x, corner.y);
    return "{\"kind\":\"move-vertex\",\"at\":%s,\"to\":%s}".formatted(at, beside(corner));
  }

  private String split(PlanGround ground, String grid) {
    return "{\"kind\":\"split\",\"face\":\"%s\",\"line\":%s,\"reason\":\"试\"}"
        .formatted(grid, ground.across(grid, random));
  }

  private String merge(PlanGround ground, String grid) {
    String other = ground.neighbourOf(grid);
    return other.isEmpty()
        ? split(ground, grid)
        : "{\"kind\":\"merge\",\"faces\":[\"%s\",\"%s\"]}".formatted(grid, other);
  }

  private String beside(Coordinate corner) {
    int most = 300;
    return PlanGround.degrees(
        corner.x + random.nextInt(2 * most) - most, corner.y + random.nextInt(2 * most) - most);
  }
}
