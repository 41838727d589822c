package org.wangge.server.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.wangge.server.RunningServer;

/**
 * A small tree put into a running server over HTTP: a community of three square grids of 0.01
 * degree side by side, the first around 111.69 E 29.03 N.
 */
public final class GridTown {
  public static final String COMMUNITY = "990101001001";
  public static final String WEST = COMMUNITY + "001";
  public static final String MIDDLE = COMMUNITY + "002";
  public static final String EAST = COMMUNITY + "003";

  private GridTown() {}

  public static void buildIn(RunningServer server) {
    add(server, "990101", "district", "", "null");
    add(server, "990101001", "street", "990101", "null");
    add(server, COMMUNITY, "community", "990101001", "null");
    add(server, WEST, "grid", COMMUNITY, square(111.685, 29.025));
    add(server, MIDDLE, "grid", COMMUNITY, square(111.695, 29.025));
    add(server, EAST, "grid", COMMUNITY, square(111.705, 29.025));
  }

  /** A polygon of 0.01 degree each way from its south-west corner. */
  public static String square(double west, double south) {
    return polygon(west, south, west + 0.01, south + 0.01);
  }

  public static String polygon(double west, double south, double east, double north) {
    return ring(
        "[%1$.7f,%2$.7f],[%3$.7f,%2$.7f],[%3$.7f,%4$.7f],[%1$.7f,%4$.7f],[%1$.7f,%2$.7f]"
            .formatted(west, south, east, north));
  }

  public static String ring(String vertices) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + vertices + "]]}";
  }

  public static String feature(String code, String level, String parent, String geometry) {
    return """
        {"type":"Feature","geometry":%s,"properties":{"code":"%s","level":"%s"%s,"name":"名%s",
        "households":400,"validFrom":"2026-01-01T00:00:00+08:00"}}
        """
        .formatted(
            geometry, code, level, parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"", code);
  }

  private static void add(
      RunningServer server, String code, String level, String parent, String geometry) {
    RunningServer.Answer answer =
        server.post(server.asOwner("/api/grids"), feature(code, level, parent, geometry));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }
}
