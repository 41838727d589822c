package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;

/** Has PostGIS look at the grids in force, with its own geometry. */
final class SeamQueries {
  private static final String GRIDS =
      """
      with areas as (
        select a.code, s.parent_code, s.level, s.shape
        from grid_area a join grid_state s on s.area_id = a.id
        where a.partition_id = 'tree' and a.code like ? and s.shape is not null
          and s.known_to is null and s.valid_to is null)
      """;

  private SeamQueries() {}

  /** No two grids have ground in common, and those of each area above make up its outline. */
  static void requireSeamless(Database database, String street) {
    assertThat(ask(database, street, "select code as found from areas where not st_isvalid(shape)"))
        .as("broken outlines")
        .isEmpty();
    assertThat(
            ask(
                database,
                street,
                """
                select concat(g.code, ' ', h.code) as found from areas g join areas h
                  on g.code < h.code and g.shape && h.shape
                where g.level = 'grid' and h.level = 'grid'
                  and st_relate(g.shape, h.shape, '2********')
                """))
        .as("grids with ground in common")
        .isEmpty();
    assertThat(
            ask(
                database,
                street,
                """
                select p.code as found from areas p
                where exists (select 1 from areas g where g.parent_code = p.code and g.level = 'grid')
                  and not st_equals(p.shape, (select st_union(g.shape) from areas g
                    where g.parent_code = p.code and g.level = 'grid'))
                """))
        .as("areas that their grids do not make up")
        .isEmpty();
    assertThat(ask(database, street, "select code as found from areas where level = 'grid'"))
        .as("grids that were looked at")
        .hasSizeGreaterThan(30);
    assertThat(
            ask(
                database,
                street,
                """
                select p.code as found from areas p
                where exists (select 1 from areas g where g.parent_code = p.code and g.level = 'grid')
                """))
        .as("areas above that were looked at")
        .isNotEmpty();
  }

  private static List<String> ask(Database database, String street, String question) {
    return database.read(
        tx -> JdbcTx.of(tx).query(GRIDS + question, row -> row.string("found"), street + "%"));
  }
}
