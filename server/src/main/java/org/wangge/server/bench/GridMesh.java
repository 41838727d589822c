package org.wangge.server.bench;

/** Generated grids side by side, all alike, which cover San Francisco's box. */
final class GridMesh {
  private static final int SIDE = 20;
  private static final double WEST = -122.52;
  private static final double SOUTH = 37.70;
  private static final double WIDTH = 0.17;
  private static final double HEIGHT = 0.13;
  private static final String DISTRICT = "980101";
  private static final String COMMUNITY = DISTRICT + "001001";

  private GridMesh() {}

  /** How many areas there are: the grids, and one each of the levels above. */
  static int areas() {
    return SIDE * SIDE + 3;
  }

  /**
   * Code of the grid that holds a place, by arithmetic alone; empty outside. Places on a border may
   * belong to either side.
   */
  static String codeAt(double lon, double lat) {
    int column = (int) Math.floor((lon - WEST) / WIDTH * SIDE);
    int row = (int) Math.floor((lat - SOUTH) / HEIGHT * SIDE);
    boolean inside = column >= 0 && column < SIDE && row >= 0 && row < SIDE;
    return inside ? code(row, column) : "";
  }

  private static String code(int row, int column) {
    return "%s%03d".formatted(COMMUNITY, row * SIDE + column + 1);
  }

  /** A feature collection of all of them. */
  static String geoJson() {
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    json.append(above("district", DISTRICT, ""))
        .append(above("street", DISTRICT + "001", DISTRICT))
        .append(above("community", COMMUNITY, DISTRICT + "001"));
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        json.append(row + column == 0 ? "" : ",").append(grid(row, column));
      }
    }
    return json.append("]}").toString();
  }

  private static String above(String level, String code, String parent) {
    String below = parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"";
    return """
        {"type":"Feature","properties":{"level":"%s","code":"%s","name":"SF %s"%s},"geometry":null},
        """
        .formatted(level, code, level, below);
  }

  private static String grid(int row, int column) {
    return """
        {"type":"Feature","properties":{"level":"grid","code":"%s","parent":"%s","name":"SF %d-%d"},
        "geometry":{"type":"Polygon","coordinates":[[%s,%s,%s,%s,%s]]}}
        """
        .formatted(
            code(row, column),
            COMMUNITY,
            row,
            column,
            corner(row, column),
            corner(row, column + 1),
            corner(row + 1, column + 1),
            corner(row + 1, column),
            corner(row, column));
  }

  private static String corner(int row, int column) {
    return "[%.4f,%.4f]".formatted(WEST + WIDTH * column / SIDE, SOUTH + HEIGHT * row / SIDE);
  }
}
