package org.wangge.server.grid;

import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.GridKind;
import org.wangge.grid.Level;
import org.wangge.server.storage.Row;

/**
 * A row of {@code grid_state} with its area's key, before the people in charge are added.
 *
 * @param stateId id of the row
 * @param areaId id of the area
 * @param knownFrom since when it is on record
 * @param builder the area so far
 */
record AreaRow(long stateId, long areaId, Instant knownFrom, AreaBuilder builder) {

  static AreaRow read(Row row) throws SQLException {
    AreaBuilder builder =
        new AreaBuilder()
            .key(new AreaKey(row.string("partition_id"), row.string("code")))
            .version(row.integer("version"))
            .scheme(row.string("scheme"))
            .level(Level.find(row.string("level")).orElseThrow())
            .parentCode(row.stringIfAny("parent_code").orElse(null))
            .name(row.string("name"))
            .kind(GridKind.find(row.string("kind")).orElseThrow())
            .households(row.integer("households"))
            .population(row.integer("population"))
            .shape(row.geometry("shape").map(LatticeShape::ofDegrees).orElse(null))
            .anchor(anchor(row))
            .reason(row.string("reason"))
            .validity(
                new Validity(row.instant("valid_from"), row.instantIfAny("valid_to").orElse(null)));
    return new AreaRow(row.number("id"), row.number("area_id"), row.instant("known_from"), builder);
  }

  private static @Nullable LatticePoint anchor(Row row) throws SQLException {
    OptionalInt lon = row.integerIfAny("anchor_lon");
    OptionalInt lat = row.integerIfAny("anchor_lat");
    return lon.isPresent() && lat.isPresent()
        ? new LatticePoint(lon.getAsInt(), lat.getAsInt())
        : null;
  }
}
