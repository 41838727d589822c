package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;
import org.wangge.server.storage.JdbcTx;

/** What a data folder has on record of plans, asked in SQL while no program holds it. */
final class PlanRecord {
  /** Each tells what is only half there. */
  private static final List<String> HALVES =
      List.of(
          """
          a plan in force without just one publication:
          select p.id as found from plan_plan p where
            (select count(*) from plan_step s where s.plan_id = p.id and s.action = 'publish')
            <> case when p.state in ('published', 'superseded') then 1 else 0 end
          """,
          """
          a plan of which the steps do not end where it stands:
          select p.id as found from plan_plan p join plan_step s on s.plan_id = p.id
          where s.version = (select max(t.version) from plan_step t where t.plan_id = p.id)
            and s.state <> p.state
          """,
          """
          a publication without just one event:
          select p.id as found from plan_plan p where p.published_at is not null and
            (select count(*) from event_log e
             where e.type = 'plan-published' and e.subject = cast(p.id as varchar)) <> 1
          """,
          """
          edits without just one event each:
          select p.id as found from plan_plan p where
            (select count(*) from plan_edit d where d.plan_id = p.id)
            <> (select count(*) from event_log e
                where e.type = 'plan-edited' and e.subject = cast(p.id as varchar))
          """,
          """
          edits that are not numbered without a gap:
          select plan_id as found from plan_edit group by plan_id having max(seq) <> count(*) or min(seq) <> 1
          """,
          """
          an edit after one that is not there:
          select e.plan_id as found from plan_edit e where e.after_seq <> 0 and not exists
            (select 1 from plan_edit f where f.plan_id = e.plan_id and f.seq = e.after_seq)
          """,
          """
          an area of a plan that was not known from its publication on:
          select p.id as found from plan_plan p join grid_state s on s.reason = p.name
          group by p.id, p.published_at, s.area_id having min(s.known_from) <> p.published_at
          """,
          """
          areas of a plan that is not in force:
          select p.id as found from plan_plan p join grid_state s on s.reason = p.name
          where p.published_at is null
          """,
          """
          a plan in force without an area of its own:
          select p.id as found from plan_plan p where p.published_at is not null and not exists
            (select 1 from grid_state s where s.reason = p.name)
          """,
          """
          lineage from another instant than its plan's, or of a plan that is not in force:
          select p.id as found from plan_lineage l join plan_plan p on p.id = l.plan_id
          where p.effective_at is null or l.effective_at <> p.effective_at
          """,
          """
          an area that ended by a plan and is in force:
          select l.old_code as found from plan_lineage l
          join grid_area a on a.partition_id = l.partition_id and a.code = l.old_code
          join grid_state s on s.area_id = a.id
          where s.known_to is null and s.valid_to is null
          """,
          """
          an area that a plan began and nobody knows:
          select l.new_code as found from plan_lineage l where not exists
            (select 1 from grid_area a join grid_state s on s.area_id = a.id
             where a.partition_id = l.partition_id and a.code = l.new_code)
          """,
          """
          an area with two states at once:
          select s.area_id as found from grid_state s join grid_state t on t.area_id = s.area_id
          where s.id < t.id and s.known_to is null and t.known_to is null
            and (s.valid_to is null or s.valid_to > t.valid_from)
            and (t.valid_to is null or t.valid_to > s.valid_from)
          """);

  private PlanRecord() {}

  static void requireWhole(Path data) {
    try (Database database = Databases.h2(data, Clock.systemUTC())) {
      for (String half : HALVES) {
        String[] parts = half.split("\n", 2);
        List<String> found =
            database.read(tx -> JdbcTx.of(tx).query(parts[1], row -> row.string("found")));
        assertThat(found).as(parts[0]).isEmpty();
      }
    }
  }
}
