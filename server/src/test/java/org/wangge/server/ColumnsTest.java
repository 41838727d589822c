package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/** What is personal among all that the database keeps is written down, column by column. */
class ColumnsTest {

  @Test
  void every_column_of_text_is_listed_with_what_it_holds() {
    Set<String> kept;
    try (Database database = TestDatabase.H2.open()) {
      kept =
          database.read(
              tx ->
                  new TreeSet<>(
                      JdbcTx.of(tx)
                          .query(
                              """
                              select table_name, column_name from information_schema.columns
                              where lower(table_schema) = 'public' and lower(data_type) like 'character%'
                                and table_name not like 'flyway%'
                              """,
                              row -> row.string("table_name") + "." + row.string("column_name"))));
    }
    assertThat(kept).contains("people_person.name", "event_log.facts");
    assertThat(Columns.listed().keySet())
        .as(
            "src/test/resources/columns.md lists each column of text and says whether it is personal")
        .containsExactlyInAnyOrderElementsOf(kept);
  }

  @Test
  void in_every_personal_column_a_canary_is_planted() {
    Set<String> personal =
        Columns.listed().entrySet().stream()
            .filter(one -> one.getValue() == Columns.Kind.PERSONAL)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(Canary.all().stream().map(Canary::column).collect(Collectors.toSet()))
        .isEqualTo(personal);
  }
}
