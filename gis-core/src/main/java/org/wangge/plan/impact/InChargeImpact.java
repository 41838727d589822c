package org.wangge.plan.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.InCharge;
import org.wangge.plan.compare.GroundMove;
import org.wangge.plan.compare.Move;
import org.wangge.plan.compare.Redrawn;

/**
 * Who is in charge of other grids than before: those of a grid that ends, with each grid that comes
 * of its ground and that they stand for, or with none.
 */
public final class InChargeImpact implements ImpactSource {

  @Override
  public List<Handed> handed(Tx tx, Caller caller, Redrawn redrawn, Instant at) {
    return of(redrawn);
  }

  /** The same for two states of grids, which say it all themselves. */
  static List<Handed> of(Redrawn redrawn) {
    Map<String, Area> after = new HashMap<>();
    redrawn.after().forEach(area -> after.put(area.code(), area));
    List<GroundMove> ground = redrawn.ground();
    List<Handed> handed = new ArrayList<>();
    for (Area old : redrawn.retired()) {
      List<Area> heirs =
          ground.stream()
              .filter(one -> one.move().from().equals(old.code()))
              .map(one -> after.get(one.move().to()))
              .toList();
      for (InCharge one : old.inCharge()) {
        handed.addAll(of(old, one, heirs));
      }
    }
    return handed;
  }

  private static List<Handed> of(Area old, InCharge one, List<Area> heirs) {
    List<Handed> moves =
        heirs.stream()
            .filter(heir -> heir.inCharge().contains(one))
            .map(heir -> person(one, new Move(old.code(), heir.code())))
            .toList();
    return moves.isEmpty() ? List.of(person(one, new Move(old.code(), ""))) : moves;
  }

  private static Handed person(InCharge one, Move move) {
    return new Handed(
        Handed.IN_CHARGE, one.staffCode(), one.duty().word(), move, Map.of("inCharge", 1));
  }
}
