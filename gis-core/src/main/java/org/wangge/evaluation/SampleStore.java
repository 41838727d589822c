package org.wangge.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps samples, what was drawn and what was found. A sample is read by whoever's scope covers its
 * area. Thread-safe; every call belongs to its transaction.
 */
public interface SampleStore {

  /** Ids of the incidents of a frame within the caller's scope, in no order. */
  List<String> population(Tx tx, Caller caller, SampleFrame frame);

  /** One that was drawn of the same frame, with the same seed and as large. */
  Optional<Sample> findDrawn(Tx tx, Caller caller, SampleFrame frame, String seed, int wanted);

  /**
   * Adds a sample with what was drawn.
   *
   * @return with its id
   * @throws org.wangge.fault.Conflict with code {@code sample-drawn} when the same came first
   */
  Sample add(Tx tx, Caller caller, Sample sample, List<Lot> drawn);

  Optional<Sample> find(Tx tx, Caller caller, long id);

  /**
   * A sample and how far it has come.
   *
   * @param assessed how many of its incidents have been assessed
   */
  record Progress(Sample sample, int assessed) {}

  /**
   * Samples, the newest first.
   *
   * @param before only those drawn before this one, by id; for paging
   */
  List<Progress> list(Tx tx, Caller caller, long before, int limit);

  /** What was drawn, in the order of drawing. */
  List<SampleMember> members(Tx tx, Caller caller, long id);

  /**
   * Adds an assessment, which holds from now on; the remarks of earlier ones are erased.
   *
   * @param ifVersion the version of the member it follows
   * @return with its id
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  Assessment add(Tx tx, Caller caller, Assessment given, int ifVersion);

  /** All assessments of a sample, also those that hold no more, in their order. */
  List<Assessment> assessments(Tx tx, Caller caller, long id);

  /** Erases words about an incident, whoever wrote them. */
  void eraseWords(Tx tx, Caller caller, String incidentId);

  /** Erases words about the incident of a report: its reporter may have said them. */
  void eraseReport(Tx tx, Caller caller, String reportKey);

  /** Takes numbers of people out of words. */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
