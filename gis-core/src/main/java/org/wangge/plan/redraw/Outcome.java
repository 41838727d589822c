package org.wangge.plan.redraw;

import java.util.LinkedHashSet;
import java.util.Set;
import org.wangge.fault.Invalid;
import org.wangge.plan.topology.Topology;
import org.wangge.plan.topology.Trail;

/**
 * What the faces of a plan come to: codes, figures and areas. The one of a plan after an edit is
 * made from the one before it, in the time of what the edit changed. Immutable.
 */
public final class Outcome {
  private final Topology topology;
  private final Counts counts;
  private final Numbering numbering;
  private final Redraw redraw;
  private final Trail trail;

  private Outcome(
      Topology topology, Counts counts, Numbering numbering, Redraw redraw, Trail trail) {
    this.topology = topology;
    this.counts = counts;
    this.numbering = numbering;
    this.redraw = redraw;
    this.trail = trail;
  }

  /**
   * What the faces come to, all of it found out now.
   *
   * @throws Invalid with code {@code codes-exhausted} or {@code codes-not-numbered}
   */
  public static Outcome of(Topology topology, Terms terms) {
    Set<String> ids = topology.candidates();
    Set<String> other = new LinkedHashSet<>(ids);
    Counts counts = new Census(topology, terms).next(Counts.NONE, ids, other);
    Numbering numbering = Numbering.NONE.next(topology, ids, terms, other);
    Redraw redraw = Redraw.NOTHING.next(topology, other, numbering, counts, terms);
    return new Outcome(topology, counts, numbering, redraw, Trail.from(other));
  }

  /**
   * What other faces on the same base come to. What a face holds is not counted again while it and
   * those it shares its people with are as they were.
   *
   * @param numbered whether the codes ever given are the same as when this was made
   * @throws Invalid as {@link #of}
   */
  public Outcome next(Topology now, Terms terms, boolean numbered) {
    Set<String> ids = now.candidates(topology);
    Set<String> other = new LinkedHashSet<>(ids);
    Counts nextCounts = new Census(now, terms).next(counts, ids, other);
    Numbering nextNumbering =
        numbered
            ? numbering.next(now, ids, terms, other)
            : Numbering.NONE.next(now, now.candidates(), terms, other);
    Redraw next = redraw.next(now, other, nextNumbering, nextCounts, terms);
    return new Outcome(now, nextCounts, nextNumbering, next, trail.then(other));
  }

  public Topology topology() {
    return topology;
  }

  public Redraw redraw() {
    return redraw;
  }

  /** Ids of all faces that may have come to something else than in another of the same base. */
  public Set<String> candidates(Outcome other) {
    return trail.apart(other.trail);
  }
}
