package org.wangge.plan.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.plan.compare.GroundMove;
import org.wangge.plan.compare.Move;
import org.wangge.plan.compare.Redrawn;

/**
 * Which work that names its grids by their codes has to be looked at again, such as plans of
 * patrols: where ground goes out of one of its grids or into it, or one of them ends. Thread-safe.
 */
public final class WorkImpact implements ImpactSource {
  private final Kind kind;
  private final Works works;

  /**
   * Which work.
   *
   * @param word see {@link Handed#kind()}
   * @param figure the word under which it is counted
   */
  public record Kind(String word, String figure) {}

  /**
   * A piece of work.
   *
   * @param id of it
   * @param label what it is called
   * @param grids codes of grids; codes of other areas are left alone
   */
  public record Work(String id, String label, List<String> grids) {
    public Work {
      grids = List.copyOf(grids);
    }
  }

  /** Lists what goes on at an instant. */
  @FunctionalInterface
  public interface Works {
    List<Work> list(Tx tx, Caller caller);
  }

  public WorkImpact(Kind kind, Works works) {
    this.kind = kind;
    this.works = works;
  }

  @Override
  public List<Handed> handed(Tx tx, Caller caller, Redrawn redrawn, Instant at) {
    Set<String> changed =
        redrawn.retired().stream().map(Area::code).collect(Collectors.toCollection(HashSet::new));
    redrawn.outlines().forEach(one -> changed.add(one.code()));
    List<Work> near =
        works.list(tx, caller).stream()
            .filter(one -> one.grids().stream().anyMatch(changed::contains))
            .toList();
    if (near.isEmpty()) {
      return List.of();
    }
    List<GroundMove> ground = redrawn.ground();
    List<Handed> handed = new ArrayList<>();
    for (Work one : near) {
      movesOf(one, changed, ground)
          .forEach(
              move ->
                  handed.add(
                      new Handed(
                          kind.word(), one.id(), one.label(), move, Map.of(kind.figure(), 1))));
    }
    return handed;
  }

  private static List<Move> movesOf(Work work, Set<String> changed, List<GroundMove> ground) {
    List<Move> moves = new ArrayList<>();
    Set<String> gone = new HashSet<>(work.grids());
    gone.retainAll(changed);
    for (GroundMove one : ground) {
      Move move = one.move();
      if (work.grids().contains(move.from()) || work.grids().contains(move.to())) {
        moves.add(move);
        gone.removeAll(List.of(move.from(), move.to()));
      }
    }
    gone.stream().sorted().forEach(code -> moves.add(new Move(code, "")));
    return moves;
  }
}
