package org.wangge.server.bench;

/** Generated grids side by side, all alike, which cover San Francisco's box. */
final class GridMesh {
  private static final int SIDE = 20;
  private static final double WEST = -122.52;
  private static final double SOUTH = 37.70;
  private static final double WIDTH = 0.17;
  private static final double HEIGHT = 0.13;

  /** Of the side of a grid: some centimetres. */
  private static final double TOO_NEAR = 1e-4;

  private static final String DISTRICT = "980101";
  private static final String COMMUNITY = DISTRICT + "001001";

  private GridMesh() {}

  /** How many areas there are: the grids, and one each of the levels above. */
  static int areas() {
    return SIDE * SIDE + 3;
  }

  /** Code of the grid that holds a place, by arithmetic alone; empty outside of all. */
  static String codeAt(double lon, double lat) {
    int column = (int) Math.floor(columns(lon));
    int row = (int) Math.floor(rows(lat));
    boolean inside = column >= 0 && column < SIDE && row >= 0 && row < SIDE;
    return inside ? code(row, column) : "";
  }

  /** Whether a place is so near to a border that arithmetic cannot say on which side it is. */
  static boolean isOnBorder(double lon, double lat) {
    return Math.abs(columns(lon) - Math.rint(columns(lon))) < TOO_NEAR
        || Math.abs(rows(lat) - Math.rint(rows(lat))) < TOO_NEAR;
  }

  private static double columns(double lon) {
    return (lon - WEST) / WIDTH * SIDE;
  }

  private static double rows(double lat) {
    return (lat - SOUTH) / HEIGHT * SIDE;
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

  /** Of the levels above, each covers the whole box. */
  private static String above(String level, String code, String parent) {
    String below = parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"";
    return feature(level, code, "SF " + level + "\"" + below, 0, 0, SIDE) + ",";
  }

  private static String grid(int row, int column) {
    String name = "SF %d-%d\",\"parent\":\"%s\"".formatted(row, column, COMMUNITY);
    return feature("grid", code(row, column), name, row, column, 1);
  }

  private static String feature(
      String level, String code, String rest, int row, int column, int size) {
    return """
        {"type":"Feature","properties":{"level":"%s","code":"%s","name":"%s},
        "geometry":{"type":"Polygon","coordinates":[[%s,%s,%s,%s,%s]]}}
        """
        .formatted(
            level,
            code,
            rest,
            corner(row, column),
            corner(row, column + size),
            corner(row + size, column + size),
            corner(row + size, column),
            corner(row, column));
  }

  private static String corner(int row, int column) {
    return "[%.4f,%.4f]".formatted(WEST + WIDTH * column / SIDE, SOUTH + HEIGHT * row / SIDE);
  }
}
