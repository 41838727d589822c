package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.ListAssert;
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

  private static final String ABOVE =
      """
      select p.code as found from areas p
      where exists (select 1 from areas g where g.parent_code = p.code and g.level = 'grid')
      """;

  private static final List<Question> FAULTS =
      List.of(
          new Question(
              "broken outlines", "select code as found from areas where not st_isvalid(shape)"),
          new Question(
              "grids with ground in common",
              """
              select concat(g.code, ' ', h.code) as found from areas g join areas h
                on g.code < h.code and g.shape && h.shape
              where g.level = 'grid' and h.level = 'grid'
                and st_relate(g.shape, h.shape, '2********')
              """),
          new Question(
              "areas that their grids do not make up",
              ABOVE
                  + """
                  and not st_equals(p.shape, (select st_union(g.shape) from areas g
                    where g.parent_code = p.code and g.level = 'grid'))
                  """));

  private static final Question GRIDS_SEEN =
      new Question(
          "grids that were looked at", "select code as found from areas where level = 'grid'");

  private static final Question ABOVE_SEEN = new Question("areas above that were looked at", ABOVE);

  /** A question to the grids in force, and what its answer lists. */
  private record Question(String about, String query) {
    ListAssert<String> assertAsked(Database database, String street) {
      List<String> found =
          database.read(
              tx -> JdbcTx.of(tx).query(GRIDS + query, row -> row.string("found"), street + "%"));
      return assertThat(found).as(about);
    }
  }

  private SeamQueries() {}

  /** No two grids have ground in common, and those of each area above make up its outline. */
  static void requireSeamless(Database database, String street) {
    FAULTS.forEach(fault -> fault.assertAsked(database, street).isEmpty());
    GRIDS_SEEN.assertAsked(database, street).hasSizeGreaterThan(30);
    ABOVE_SEEN.assertAsked(database, street).isNotEmpty();
  }
}
