package org.wangge.grid;

import java.time.Instant;
import org.locationtech.jts.geom.Envelope;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;

/** Starts building areas for tests: sensible defaults, only what matters is said. */
public final class Areas {
  /** When test areas begin, unless said otherwise. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Areas() {}

  /** A base grid of 400 households with a square outline. */
  public static AreaBuilder aGrid(String code) {
    return anArea(Level.GRID, code)
        .parentCode(code.substring(0, 12))
        .households(400)
        .population(1000)
        .shape(square(1_110_000_000, 290_000_000, 10_000));
  }

  public static AreaBuilder aCommunity(String code) {
    return anArea(Level.COMMUNITY, code).parentCode(code.substring(0, 9));
  }

  public static AreaBuilder aStreet(String code) {
    return anArea(Level.STREET, code).parentCode(code.substring(0, 6));
  }

  public static AreaBuilder aDistrict(String code) {
    return anArea(Level.DISTRICT, code);
  }

  /** An area of any level, without an outline. */
  public static AreaBuilder anArea(Level level, String code) {
    return new AreaBuilder()
        .key(AreaKey.tree(code))
        .level(level)
        .name("测试" + code)
        .reason("test")
        .validity(Validity.since(START));
  }

  /** A square with its lower left corner at a lattice point. */
  public static LatticeShape square(int lon, int lat, int side) {
    return LatticeShape.ofScaled(
        LatticeShape.SCALED.toGeometry(new Envelope(lon, lon + side, lat, lat + side)));
  }
}
