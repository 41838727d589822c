package org.wangge.server;

import com.microsoft.playwright.Page;
import java.util.List;

/** Where on the screen the planner's map shows a place, in pixels of the page. */
record MapScreen(double lon, double lat, double zoom, double middleX, double middleY) {
  private static final double TILE_PIXELS = 512;

  /** As the map stands now. */
  static MapScreen of(Page page) {
    List<?> told =
        (List<?>)
            page.evaluate(
                """
                () => {
                  const map = document.getElementById('map');
                  const box = map.getBoundingClientRect();
                  return [...map.dataset.view.split(' ').map(Number), box.left + box.width / 2, box.top + box.height / 2];
                }
                """);
    double[] numbers = told.stream().mapToDouble(one -> ((Number) one).doubleValue()).toArray();
    return new MapScreen(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  }

  double x(double ofLon) {
    return middleX + (ofLon - lon) / 360 * world();
  }

  double y(double ofLat) {
    return middleY + (mercator(lat) - mercator(ofLat)) / (2 * Math.PI) * world();
  }

  private double world() {
    return TILE_PIXELS * Math.pow(2, zoom);
  }

  private static double mercator(double degrees) {
    return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(degrees) / 2));
  }
}
