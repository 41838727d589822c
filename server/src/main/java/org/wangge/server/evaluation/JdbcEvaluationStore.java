package org.wangge.server.evaluation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.evaluation.EvaluationStore;
import org.wangge.evaluation.Question;
import org.wangge.evaluation.Rating;
import org.wangge.evaluation.Score;
import org.wangge.evaluation.Terms;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.incident.Standing;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Numbers;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** Questions and answers in plain SQL for both databases. Thread-safe. */
final class JdbcEvaluationStore implements EvaluationStore {

  @Override
  public Terms terms(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from evaluation_terms order by version desc limit 1",
            JdbcEvaluationStore::terms)
        .orElseThrow();
  }

  @Override
  public List<Terms> editions(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .query("select * from evaluation_terms order by version desc", JdbcEvaluationStore::terms);
  }

  private static Terms terms(Row row) throws SQLException {
    return new Terms(row.integer("version"), row.instant("since"), row.integer("days"));
  }

  @Override
  public void add(Tx tx, Caller caller, Terms terms) {
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into evaluation_terms (version, since, days, account) values (?, ?, ?, ?)
                on conflict do nothing
                """,
                terms.version(),
                terms.since(),
                terms.days(),
                caller.account());
    if (added == 0) {
      throw Conflict.version(terms.version() - 1, terms.version());
    }
  }

  @Override
  public List<String> followedReports(Tx tx, String incidentId) {
    return JdbcTx.of(tx)
        .query(
            """
            select r.report_key from incident_report r
            where (r.incident_id = ?
                or r.incident_id in (select m.incident_id from incident_merge m where m.into_id = ?))
              and exists
                (select 1 from incident_report_token t where t.report_key = r.report_key)
            order by r.report_key
            """,
            row -> row.string("report_key"),
            incidentId,
            incidentId);
  }

  @Override
  public void ask(Tx tx, Caller caller, Question question) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int added =
        jdbc.update(
            """
            insert into evaluation_question (report_key, incident_id, asked_at, until_at)
            values (?, ?, ?, ?) on conflict do nothing
            """,
            question.reportKey(),
            question.incidentId(),
            question.askedAt(),
            question.until());
    if (added == 0) {
      jdbc.update(
          """
          update evaluation_question
          set incident_id = ?, asked_at = ?, until_at = ?, rating_id = null
          where report_key = ?
          """,
          question.incidentId(),
          question.askedAt(),
          question.until(),
          question.reportKey());
    }
  }

  @Override
  public void lapse(Tx tx, Caller caller, String incidentId) {
    JdbcTx.of(tx)
        .update(
            "update evaluation_question set until_at = ? where incident_id = ? and until_at > ?",
            tx.now(),
            incidentId,
            tx.now());
  }

  @Override
  public Optional<Question> hold(Tx tx, String reportKey) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from evaluation_question where report_key = ? for update",
            JdbcEvaluationStore::question,
            reportKey);
  }

  @Override
  public Optional<Question> question(Tx tx, String reportKey) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from evaluation_question where report_key = ?",
            JdbcEvaluationStore::question,
            reportKey);
  }

  @Override
  public List<Question> questions(Tx tx, String incidentId) {
    return JdbcTx.of(tx)
        .query(
            "select * from evaluation_question where incident_id = ? order by report_key",
            JdbcEvaluationStore::question,
            incidentId);
  }

  private static Question question(Row row) throws SQLException {
    return new Question(
        row.string("report_key"),
        row.string("incident_id"),
        row.instant("asked_at"),
        row.instant("until_at"),
        row.numberIfAny("rating_id").orElse(null));
  }

  @Override
  public Optional<Rating> rating(Tx tx, long id) {
    return JdbcTx.of(tx)
        .queryOne("select * from evaluation_rating where id = ?", JdbcEvaluationStore::rating, id);
  }

  private static Rating rating(Row row) throws SQLException {
    @Nullable Instant reviewed = row.instantIfAny("reviewed_at").orElse(null);
    return new Rating(
        row.number("id"),
        row.string("report_key"),
        row.string("incident_id"),
        Score.find(row.string("score")).orElseThrow(),
        row.string("words"),
        row.instant("given_at"),
        reviewed == null
            ? null
            : new Rating.Review(reviewed, row.string("reviewed_by"), row.string("review_remark")));
  }

  @Override
  public Rating add(Tx tx, Caller caller, Rating given) {
    JdbcTx jdbc = JdbcTx.of(tx);
    eraseReport(tx, caller, given.reportKey());
    long id =
        jdbc.insert(
            """
            insert into evaluation_rating (report_key, incident_id, score, words, given_at)
            values (?, ?, ?, ?, ?)
            """,
            given.reportKey(),
            given.incidentId(),
            given.score().word(),
            given.words(),
            given.givenAt());
    jdbc.update(
        "update evaluation_question set rating_id = ? where report_key = ?", id, given.reportKey());
    return rating(tx, id).orElseThrow();
  }

  @Override
  public boolean review(Tx tx, Caller caller, long id, Rating.Review review) {
    return JdbcTx.of(tx)
            .update(
                """
                update evaluation_rating set reviewed_at = ?, reviewed_by = ?, review_remark = ?
                where id = ? and reviewed_at is null
                """,
                review.at(),
                review.account(),
                review.remark(),
                id)
        > 0;
  }

  /** Of a scope with overlay areas more are read than asked for: boxes are asked here only. */
  @Override
  public List<Rating> list(Tx tx, Caller caller, Query query) {
    @Nullable Score score = query.pending() ? Score.UNSATISFIED : query.scoreOrNull();
    Where where =
        new Where()
            .and("r.id < ?", query.before())
            .andIf("r.incident_id = ?", query.incidentOrNull())
            .andIf("r.score = ?", score == null ? null : score.word())
            .below("i.grid_code", query.areaOrNull())
            .within("i.grid_code", "i.location", caller.scope());
    if (query.pending()) {
      where.and("r.reviewed_at is null and i.standing = ?", Standing.CLOSED.word());
    }
    boolean exact = caller.scope().grounds().isEmpty();
    return JdbcTx.of(tx)
        .query(
            """
            select r.*, i.grid_code, i.location from evaluation_rating r
            join evaluation_question q on q.rating_id = r.id
            join incident_incident i on i.id = r.incident_id\
            """
                + where.sql()
                + " order by r.id desc limit ?",
            row ->
                caller
                        .scope()
                        .covers(
                            row.stringIfAny("grid_code").orElse(null),
                            Points.onLattice(row.geometry("location").orElseThrow()))
                    ? Optional.of(rating(row))
                    : Optional.<Rating>empty(),
            where.parameters(exact ? query.limit() : Integer.MAX_VALUE))
        .stream()
        .flatMap(Optional::stream)
        .limit(query.limit())
        .toList();
  }

  @Override
  public void eraseWords(Tx tx, Caller caller, String incidentId) {
    JdbcTx.of(tx)
        .update(
            """
            update evaluation_rating set words = '', review_remark = ''
            where incident_id = ? or report_key in
              (select report_key from incident_report where incident_id = ?)
            """,
            incidentId,
            incidentId);
  }

  @Override
  public void eraseReport(Tx tx, Caller caller, String reportKey) {
    JdbcTx.of(tx)
        .update(
            "update evaluation_rating set words = '', review_remark = '' where report_key = ?",
            reportKey);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    Numbers.erase(tx, "evaluation_rating", "words", numbers);
    Numbers.erase(tx, "evaluation_rating", "review_remark", numbers);
  }
}
