package org.wangge.server.place;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.place.Place;
import org.wangge.server.storage.JdbcTx;

/**
 * How places of one kind are written in their table. Its columns {@code id}, {@code shape}, {@code
 * valid_from} and {@code valid_to} are those of every kind and come first.
 *
 * @param name of the table
 * @param columns the further ones
 * @param shape what a place looks like, in degrees
 * @param values of the further columns, in their order
 * @param reader makes the place of a row
 * @param ofEstate which rows are part of an estate; takes its id once
 * @param ofBuilding which rows are part of a building; takes its id once
 */
record PlaceTable<P extends Place>(
    String name,
    List<String> columns,
    Function<P, Geometry> shape,
    Function<P, List<@Nullable Object>> values,
    JdbcTx.RowReader<Place> reader,
    String ofEstate,
    String ofBuilding) {

  /** For kinds that have no estate and no building. */
  static final String NONE = "1 = 0 and id = ?";

  String insert() {
    return "insert into %s (id, shape, valid_from, valid_to, %s) values (?, ?, ?, ?%s) on conflict do nothing"
        .formatted(name, String.join(", ", columns), ", ?".repeat(columns.size()));
  }
}
