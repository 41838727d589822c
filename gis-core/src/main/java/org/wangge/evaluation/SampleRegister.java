package org.wangge.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReportRegister;

/**
 * What supervisors draw by lot of the closed incidents, and what they find about it. Nobody chooses
 * an incident, and every draw stays on record. Thread-safe.
 */
public final class SampleRegister {
  private final Transactions transactions;
  private final SampleStore store;
  private final IncidentStore incidents;
  private final Supplier<String> seeds;

  /**
   * @param seeds a seed that nobody could foresee, for who brings none
   */
  public SampleRegister(
      Transactions transactions,
      SampleStore store,
      IncidentStore incidents,
      Supplier<String> seeds) {
    this.transactions = transactions;
    this.store = store;
    this.incidents = incidents;
    this.seeds = seeds;
  }

  /**
   * How many incidents there are to draw from.
   *
   * @throws Forbidden with code {@code area-scope} where the frame reaches further than the caller
   */
  public int population(Caller caller, SampleFrame frame) {
    Caller drawing = drawing(caller, frame);
    return transactions.read(tx -> store.population(tx, drawing, frame.until(tx.now())).size());
  }

  /** A frame lies wholly in the caller's scope, or who else draws would draw otherwise. */
  private static Caller drawing(Caller caller, SampleFrame frame) {
    Caller drawing = caller.with(Right.APPRAISE_INCIDENTS);
    AreaScope scope = drawing.scope();
    if (!scope.everywhere() && !scope.covers(frame.area())) {
      throw new Forbidden("area-scope");
    }
    return drawing;
  }

  /**
   * A sample as somebody may read it.
   *
   * @param sample it
   * @param members what was drawn, in the order of drawing
   */
  public record Drawn(Sample sample, List<SampleMember> members) {
    public Drawn {
      members = List.copyOf(members);
    }

    /** How many count. */
    public int count(SampleCount what) {
      return (int) members.stream().filter(what::counts).count();
    }
  }

  /**
   * Draws. With the seed, frame and size of an earlier draw, that one is answered.
   *
   * @param wanted how many
   * @param seed to make a draw again; empty for one that nobody could foresee
   * @throws Forbidden with code {@code area-scope} where the frame reaches further than the caller
   * @throws Invalid with code {@code sample-size}, {@code sample-seed} or {@code sample-empty}
   * @throws Conflict with code {@code sample-drawn} when another draws the same just now
   */
  public Drawn draw(Caller caller, SampleFrame asked, int wanted, Optional<String> seed) {
    Caller drawing = drawing(caller, asked);
    return transactions.write(
        caller,
        tx -> {
          SampleFrame frame = asked.until(tx.now());
          String lots = seed.orElseGet(seeds);
          return store
              .findDrawn(tx, drawing, frame, lots, wanted)
              .map(earlier -> drawn(tx, drawing, earlier))
              .orElseGet(() -> draw(tx, drawing, frame, wanted, lots));
        });
  }

  private Drawn draw(Tx tx, Caller drawing, SampleFrame frame, int wanted, String seed) {
    List<String> population = store.population(tx, drawing, frame);
    Sample sample =
        new Sample(0, frame, seed, wanted, population.size(), tx.now(), drawing.account());
    Sample added = store.add(tx, drawing, sample, Lot.draw(seed, population, wanted));
    tx.record(new EvaluationEvent.EvaluationSampled(added));
    return drawn(tx, drawing, added);
  }

  private Drawn drawn(Tx tx, Caller reader, Sample sample) {
    return new Drawn(sample, store.members(tx, reader, sample.id()));
  }

  /** Samples, the newest first. */
  public List<SampleStore.Progress> list(Caller caller, long before, int limit) {
    Caller reader = caller.with(Right.READ_EVALUATIONS);
    return transactions.read(tx -> store.list(tx, reader, before, limit));
  }

  /**
   * A sample.
   *
   * @throws NotFound with code {@code sample-unknown}, also where the caller may not see it
   */
  public Drawn get(Caller caller, long id) {
    Caller reader = caller.with(Right.READ_EVALUATIONS);
    return transactions.read(tx -> drawn(tx, reader, sample(tx, reader, id)));
  }

  private Sample sample(Tx tx, Caller reader, long id) {
    return store
        .find(tx, reader, id)
        .orElseThrow(() -> new NotFound("sample-unknown", Map.of("id", id)));
  }

  /**
   * A member as somebody may read it.
   *
   * @param member it
   * @param remark of the assessment that holds, masked for who reads it
   * @param incident empty where it lies no more where the caller may look
   */
  public record Seen(SampleMember member, String remark, Optional<Incident> incident) {
    /** Nothing personal gets into a log by being printed. */
    @Override
    public String toString() {
      return member.toString();
    }
  }

  /**
   * What of a sample counts, in the order of drawing: as many as {@link Drawn#count} says.
   *
   * @throws NotFound with code {@code sample-unknown}, also where the caller may not see it
   */
  public List<Seen> members(Caller caller, long id, SampleCount what) {
    Caller reader = caller.with(Right.READ_EVALUATIONS);
    return transactions.read(
        tx ->
            drawn(tx, reader, sample(tx, reader, id)).members().stream()
                .filter(what::counts)
                .map(member -> seen(tx, reader, member))
                .toList());
  }

  private Seen seen(Tx tx, Caller reader, SampleMember member) {
    Optional<Incident> incident = incidents.find(tx, reader, member.incidentId());
    String remark =
        member
            .assessment()
            .flatMap(
                one ->
                    incident.map(
                        it ->
                            ReportRegister.text(one.remark(), ReportRegister.rolesAt(reader, it))))
            .orElse("");
    return new Seen(member, remark, incident);
  }

  /**
   * All that was ever found about a sample, in the order of finding; without remarks.
   *
   * @throws NotFound with code {@code sample-unknown}, also where the caller may not see it
   */
  public List<Assessment> assessments(Caller caller, long id) {
    Caller reader = caller.with(Right.READ_EVALUATIONS);
    return transactions.read(tx -> store.assessments(tx, reader, sample(tx, reader, id).id()));
  }

  /**
   * Says what was found about an incident of a sample, or corrects it. The same again changes
   * nothing.
   *
   * @param ifVersion the version of the member the caller has seen; 0 for the first time
   * @throws NotFound with code {@code sample-unknown} or {@code sample-member-unknown}
   * @throws Conflict with code {@code version-conflict}
   * @throws Invalid with code {@code sample-remark}
   */
  public Seen assess(
      Caller caller,
      long id,
      String incidentId,
      int ifVersion,
      Assessment.Verdict verdict,
      String remark) {
    Caller appraiser = caller.with(Right.APPRAISE_INCIDENTS);
    if (remark.length() > Assessment.LONGEST_REMARK) {
      throw new Invalid("remark", "sample-remark", Map.of("longest", Assessment.LONGEST_REMARK));
    }
    return transactions.write(
        caller,
        tx -> {
          Sample sample = sample(tx, appraiser, id);
          NotFound unknown =
              new NotFound("sample-member-unknown", Map.of("sample", id, "incident", incidentId));
          SampleMember member = member(tx, appraiser, sample, incidentId, unknown);
          Incident incident = incidents.find(tx, appraiser, incidentId).orElseThrow(() -> unknown);
          Conflict.unlessNewest(ifVersion, member.version());
          if (member.assessment().filter(it -> it.says(verdict, remark)).isEmpty()) {
            Assessment given =
                new Assessment(0, id, incidentId, verdict, remark, tx.now(), caller.account());
            store.add(tx, appraiser, given, ifVersion);
            tx.record(new EvaluationEvent.EvaluationAssessed(incident, id, verdict));
          }
          return seen(tx, appraiser, member(tx, appraiser, sample, incidentId, unknown));
        });
  }

  private SampleMember member(
      Tx tx, Caller reader, Sample sample, String incidentId, NotFound unknown) {
    return store.members(tx, reader, sample.id()).stream()
        .filter(one -> one.incidentId().equals(incidentId))
        .findFirst()
        .orElseThrow(() -> unknown);
  }
}
