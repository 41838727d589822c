package org.wangge.server.evaluation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.evaluation.Assessment;
import org.wangge.evaluation.Callback;
import org.wangge.evaluation.Lot;
import org.wangge.evaluation.Sample;
import org.wangge.evaluation.SampleFrame;
import org.wangge.evaluation.SampleMember;
import org.wangge.evaluation.SampleStore;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.incident.Channel;
import org.wangge.incident.Standing;
import org.wangge.people.Masking;
import org.wangge.people.SecretHash;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** Samples and what was found about them, in plain SQL for both databases. Thread-safe. */
final class JdbcSampleStore implements SampleStore {
  private static final String HANDLED_BY =
      """
      exists (select 1 from incident_task t where t.incident_id = i.id
        and t.handler_kind = 'department' and t.handler_code = ? and t.state <> 'declined')\
      """;

  private static final String MEMBERS =
      """
      select m.place, m.incident_id, m.digest, m.version, m.sample_id, a.id, a.is_real, a.is_solved,
        a.is_in_time, a.callback, a.remark, a.assessed_at, a.assessed_by
      from evaluation_sample_member m
      left join evaluation_assessment a on a.id = m.assessment_id
      where m.sample_id = ? order by m.place
      """;

  @Override
  public List<String> population(Tx tx, Caller caller, SampleFrame frame) {
    @Nullable Channel channel = frame.channelOrNull();
    Where where =
        new Where()
            .and("i.standing = ?", Standing.CLOSED.word())
            .and("i.closed_at >= ? and i.closed_at < ?", frame.from(), frame.to())
            .below("i.grid_code", frame.areaOrNull())
            .andIf("i.category = ?", frame.categoryOrNull())
            .andIf("i.channel = ?", channel == null ? null : channel.word())
            .andIf(HANDLED_BY, frame.departmentOrNull())
            .within("i.grid_code", "i.location", caller.scope());
    return JdbcTx.of(tx)
        .query(
            "select i.id, i.grid_code, i.location from incident_incident i" + where.sql(),
            row ->
                caller
                        .scope()
                        .covers(
                            row.stringIfAny("grid_code").orElse(null),
                            Points.onLattice(row.geometry("location").orElseThrow()))
                    ? Optional.of(row.string("id"))
                    : Optional.<String>empty(),
            where.parameters())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The same for the same draw. */
  private static String key(SampleFrame frame, String seed, int wanted) {
    @Nullable Channel channel = frame.channelOrNull();
    return SecretHash.of(
        String.join(
            "\n",
            frame.from().toString(),
            frame.to().toString(),
            frame.area(),
            Objects.requireNonNullElse(frame.categoryOrNull(), ""),
            channel == null ? "" : channel.word(),
            Objects.requireNonNullElse(frame.departmentOrNull(), ""),
            seed,
            Integer.toString(wanted)));
  }

  @Override
  public Optional<Sample> findDrawn(
      Tx tx, Caller caller, SampleFrame frame, String seed, int wanted) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from evaluation_sample where draw_key = ?",
            JdbcSampleStore::sample,
            key(frame, seed, wanted));
  }

  private static Sample sample(Row row) throws SQLException {
    @Nullable String channel = row.stringIfAny("channel").orElse(null);
    String area = row.string("area_code");
    return new Sample(
        row.number("id"),
        new SampleFrame(
            row.instant("from_at"),
            row.instant("to_at"),
            area.isEmpty() ? null : area,
            row.stringIfAny("category").orElse(null),
            channel == null ? null : Channel.find(channel).orElseThrow(),
            row.stringIfAny("department").orElse(null)),
        row.string("seed"),
        row.integer("wanted"),
        row.integer("population"),
        row.instant("drawn_at"),
        row.string("drawn_by"));
  }

  @Override
  public Sample add(Tx tx, Caller caller, Sample sample, List<Lot> drawn) {
    JdbcTx jdbc = JdbcTx.of(tx);
    SampleFrame frame = sample.frame();
    @Nullable Channel channel = frame.channelOrNull();
    int added =
        jdbc.update(
            """
            insert into evaluation_sample (draw_key, from_at, to_at, area_code, category, channel,
              department, seed, wanted, population, drawn_at, drawn_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            key(frame, sample.seed(), sample.wanted()),
            frame.from(),
            frame.to(),
            frame.area(),
            frame.categoryOrNull(),
            channel == null ? null : channel.word(),
            frame.departmentOrNull(),
            sample.seed(),
            sample.wanted(),
            sample.population(),
            sample.drawnAt(),
            sample.account());
    if (added == 0) {
      throw new Conflict("sample-drawn", Map.of());
    }
    Sample kept = findDrawn(tx, caller, frame, sample.seed(), sample.wanted()).orElseThrow();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Lot lot : drawn) {
      rows.add(new Object[] {kept.id(), rows.size() + 1, lot.incidentId(), lot.digest()});
    }
    jdbc.updateAll(
        """
        insert into evaluation_sample_member (sample_id, place, incident_id, digest, version)
        values (?, ?, ?, ?, 0)
        """,
        rows);
    return kept;
  }

  /** A sample lies in its area; that of everywhere lies in no narrower scope. */
  private static Where seen(Caller caller) {
    return new Where().within("s.area_code", caller.scope());
  }

  @Override
  public Optional<Sample> find(Tx tx, Caller caller, long id) {
    Where where = seen(caller).and("s.id = ?", id);
    return JdbcTx.of(tx)
        .queryOne(
            "select s.* from evaluation_sample s" + where.sql(),
            JdbcSampleStore::sample,
            where.parameters());
  }

  @Override
  public List<Progress> list(Tx tx, Caller caller, long before, int limit) {
    Where where = seen(caller).and("s.id < ?", before);
    return JdbcTx.of(tx)
        .query(
            """
            select s.*, (select count(*) from evaluation_sample_member m
              where m.sample_id = s.id and m.assessment_id is not null) as assessed
            from evaluation_sample s\
            """
                + where.sql()
                + " order by s.id desc limit ?",
            row -> new Progress(sample(row), row.integer("assessed")),
            where.parameters(limit));
  }

  @Override
  public List<SampleMember> members(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx).query(MEMBERS, JdbcSampleStore::member, id);
  }

  private static SampleMember member(Row row) throws SQLException {
    return new SampleMember(
        row.number("sample_id"),
        row.integer("place"),
        new Lot(row.string("incident_id"), row.string("digest")),
        row.integer("version"),
        row.numberIfAny("id").isPresent() ? assessment(row) : null);
  }

  private static Assessment assessment(Row row) throws SQLException {
    return new Assessment(
        row.number("id"),
        row.number("sample_id"),
        row.string("incident_id"),
        new Assessment.Verdict(
            row.flag("is_real"),
            row.flag("is_solved"),
            row.flag("is_in_time"),
            Callback.find(row.string("callback")).orElseThrow()),
        row.string("remark"),
        row.instant("assessed_at"),
        row.string("assessed_by"));
  }

  @Override
  public Assessment add(Tx tx, Caller caller, Assessment given, int ifVersion) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        "update evaluation_assessment set remark = '' where sample_id = ? and incident_id = ?",
        given.sampleId(),
        given.incidentId());
    Assessment.Verdict verdict = given.verdict();
    long id =
        jdbc.insert(
            """
            insert into evaluation_assessment (sample_id, incident_id, is_real, is_solved,
              is_in_time, callback, remark, assessed_at, assessed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            given.sampleId(),
            given.incidentId(),
            verdict.real(),
            verdict.solved(),
            verdict.inTime(),
            verdict.callback().word(),
            given.remark(),
            given.at(),
            given.account());
    int changed =
        jdbc.update(
            """
            update evaluation_sample_member set version = version + 1, assessment_id = ?
            where sample_id = ? and incident_id = ? and version = ?
            """,
            id,
            given.sampleId(),
            given.incidentId(),
            ifVersion);
    if (changed == 0) {
      throw Conflict.version(ifVersion, ifVersion + 1);
    }
    return jdbc.queryOne(
            "select * from evaluation_assessment where id = ?", JdbcSampleStore::assessment, id)
        .orElseThrow();
  }

  @Override
  public List<Assessment> assessments(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx)
        .query(
            "select * from evaluation_assessment where sample_id = ? order by id",
            JdbcSampleStore::assessment,
            id);
  }

  @Override
  public void eraseWords(Tx tx, Caller caller, String incidentId) {
    JdbcTx.of(tx)
        .update("update evaluation_assessment set remark = '' where incident_id = ?", incidentId);
  }

  @Override
  public void eraseReport(Tx tx, Caller caller, String reportKey) {
    JdbcTx.of(tx)
        .update(
            """
            update evaluation_assessment set remark = '' where incident_id in
              (select incident_id from incident_report where report_key = ?)
              or incident_id in
              (select m.into_id from incident_merge m
                join incident_report r on r.incident_id = m.incident_id where r.report_key = ?)
            """,
            reportKey,
            reportKey);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    for (String number : numbers) {
      JdbcTx.of(tx)
          .update(
              "update evaluation_assessment set remark = replace(remark, ?, ?) where remark like ?",
              number,
              Masking.ERASED,
              Where.holding(number));
    }
  }
}
