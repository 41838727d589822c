package org.wangge.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps questions to reporters and their answers. Thread-safe; each call is of its transaction. */
public interface EvaluationStore {

  /** The newest terms. */
  Terms terms(Tx tx, Caller caller);

  /** All that were ever in force, the newest first. */
  List<Terms> editions(Tx tx, Caller caller);

  /**
   * Puts others in force; what was in force stays on record.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void add(Tx tx, Caller caller, Terms terms);

  /**
   * Keys of the reports of an incident, and of those that go on as it, that somebody can follow, in
   * their order.
   */
  List<String> followedReports(Tx tx, String incidentId);

  /** Asks; of a report that was asked before, the question is asked anew. */
  void ask(Tx tx, Caller caller, Question question);

  /** Has the questions of an incident that wait for answers lapse now: it was opened again. */
  void lapse(Tx tx, Caller caller, String incidentId);

  /** The question of a report; nobody else answers it until this transaction ends. */
  Optional<Question> hold(Tx tx, String reportKey);

  /** The question of a report. */
  Optional<Question> question(Tx tx, String reportKey);

  /** The questions of an incident, in the order of the keys of their reports. */
  List<Question> questions(Tx tx, String incidentId);

  /** A rating of whatever age. */
  Optional<Rating> rating(Tx tx, long id);

  /**
   * Adds an answer, which holds from now on; the words of earlier ones of the report are erased.
   *
   * @return with its id
   */
  Rating add(Tx tx, Caller caller, Rating given);

  /** Notes that a supervisor has looked into it; false where that is noted already. */
  boolean review(Tx tx, Caller caller, long id, Rating.Review review);

  /**
   * Which ratings somebody asks for, of those that hold.
   *
   * @param areaOrNull code of an area of the tree that the incidents lie in
   * @param incidentOrNull of one incident
   * @param scoreOrNull only with this score
   * @param pending only unsatisfied ones that nobody has looked into, of incidents still closed
   * @param before only those given before this one, by id; for paging
   * @param limit at most so many
   */
  record Query(
      @Nullable String areaOrNull,
      @Nullable String incidentOrNull,
      @Nullable Score scoreOrNull,
      boolean pending,
      long before,
      int limit) {
    /** No page holds more. */
    public static final int MOST = 500;

    /** All of an incident. */
    public static Query of(String incident) {
      return new Query(null, incident, null, false, Long.MAX_VALUE, MOST);
    }
  }

  /** Ratings that hold, of incidents in the caller's scope, the newest first. */
  List<Rating> list(Tx tx, Caller caller, Query query);

  /** Erases words about an incident, whoever wrote them. */
  void eraseWords(Tx tx, Caller caller, String incidentId);

  /** Erases the words of a report's ratings. */
  void eraseReport(Tx tx, Caller caller, String reportKey);

  /** Takes numbers of people out of words. */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
