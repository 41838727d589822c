package org.wangge.plan.balance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.SizeRules;
import org.wangge.memory.LimitedMap;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.Preview;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.PlanChange;
import org.wangge.plan.drawing.PlanDifference;
import org.wangge.plan.operation.BuildingsIn;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanWish;
import org.wangge.plan.operation.StreetsIn;
import org.wangge.plan.record.Plan;
import org.wangge.plan.topology.Face;

/**
 * Tells what each grid of a plan holds and how that stands against the rules of size, and proposes
 * how to divide one. What is on the ground is read once for each base of a plan, as it was then:
 * whoever draws judges the ground the plan began from. Thread-safe.
 */
public final class PlanBalance {
  private static final int MOST_REMEMBERED = 16;

  /**
   * Reads the ground for everybody who may see the plan, which has been asked before; all that
   * leaves are counts.
   */
  private static final Caller READER = Caller.upkeep();

  private final Transactions transactions;
  private final PlanRegister register;
  private final Ground ground;
  private final Supplier<SizeRules> rules;
  private final Map<Base, Remembered> remembered = LimitedMap.of(MOST_REMEMBERED);

  /** Where it is told what is on the ground. */
  public record Ground(BuildingsIn buildings, CamerasIn cameras, StreetsIn streets) {}

  private record Base(long plan, Instant at) {

    static Base of(Plan plan) {
      return new Base(plan.id(), plan.baseAt());
    }
  }

  private record Remembered(
      PlanGround ground, RememberedFigures figures, AtomicReference<@Nullable Balance> last) {

    Remembered(PlanGround ground) {
      this(ground, new RememberedFigures(ground::of), new AtomicReference<>());
    }
  }

  /**
   * @param rules the rules of size that are in force at the moment
   */
  public PlanBalance(
      Transactions transactions, PlanRegister register, Ground ground, Supplier<SizeRules> rules) {
    this.transactions = transactions;
    this.register = register;
    this.ground = ground;
    this.rules = rules;
  }

  /**
   * The balance of a plan.
   *
   * @throws org.wangge.fault.NotFound with code {@code plan-unknown}
   */
  public Balance get(Caller caller, long id) {
    return of(register.get(caller, id));
  }

  /** The balance of a plan that has been read. */
  public Balance of(DrawnPlan drawn) {
    List<Face> grids = drawn.grids();
    Remembered known = remembered(drawn.plan(), grids);
    SizeRules inForce = rules.get();
    Balance balance =
        Balance.of(
            drawn.plan().version(),
            grids.stream()
                .map(
                    face -> GridBalance.of(face, drawn.redraw(), known.figures().of(face), inForce))
                .toList());
    known.figures().keep(grids);
    known.last().set(balance);
    return balance;
  }

  /**
   * The balance of a plan that was changed. Where the one before is known, only the grids that are
   * other than then are judged; they come last then.
   */
  public Balance after(PlanChange change) {
    DrawnPlan drawn = change.plan();
    PlanDifference difference = change.difference();
    Remembered known = recall(drawn.plan());
    Balance before = known == null ? null : known.last().get();
    if (known == null || before == null || before.version() != difference.since()) {
      return of(drawn);
    }
    SizeRules inForce = rules.get();
    List<GridBalance> other =
        difference.changed().stream()
            .map(drawn.topology()::getFace)
            .map(face -> GridBalance.of(face, drawn.redraw(), known.figures().of(face), inForce))
            .toList();
    Balance balance = before.after(drawn.plan().version(), difference.gone(), other);
    known.last().set(balance);
    return balance;
  }

  private Remembered remembered(Plan plan, List<Face> grids) {
    Remembered known = recall(plan);
    if (known != null) {
      return known;
    }
    Remembered fresh = new Remembered(read(plan, grids));
    synchronized (remembered) {
      Remembered earlier = remembered.putIfAbsent(Base.of(plan), fresh);
      return earlier == null ? fresh : earlier;
    }
  }

  private @Nullable Remembered recall(Plan plan) {
    synchronized (remembered) {
      return remembered.get(Base.of(plan));
    }
  }

  private PlanGround read(Plan plan, List<Face> grids) {
    Optional<LatticeBox> box =
        grids.stream().map(face -> face.shape().bounds()).reduce(LatticeBox::union);
    if (box.isEmpty()) {
      return new PlanGround(List.of(), List.of(), List.of());
    }
    return transactions.read(
        tx ->
            new PlanGround(
                ground.buildings().buildingsIn(tx, READER, box.get(), plan.baseAt()),
                ground.cameras().camerasIn(tx, READER, box.get()),
                ground.streets().streetsIn(tx, READER, box.get(), plan.baseAt())));
  }

  /**
   * Lines along streets that would divide a grid, the best first; none where no street leads
   * through it without cutting a building.
   *
   * @throws Invalid with code {@code face-unknown}
   */
  public List<Proposal> proposals(Caller asking, long id, String faceId) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    DrawnPlan drawn = register.get(caller, id);
    Face face = drawn.topology().getFace(faceId);
    Remembered known = remembered(drawn.plan(), drawn.grids());
    SizeRules inForce = rules.get();
    Proposals.Trial trial =
        line -> {
          Optional<Preview> tried = preview(caller, id, faceId, line);
          return tried.map(
              preview ->
                  new Proposal(
                      line,
                      preview.drawn().made().stream()
                          .map(made -> preview.drawn().topology().getFace(made))
                          .map(
                              half ->
                                  GridBalance.of(
                                      half,
                                      preview.redraw(),
                                      known.ground().of(half.shape()),
                                      inForce))
                          .toList(),
                      preview.cutBuildings().size()));
        };
    return new Proposals(known.ground(), trial).of(face);
  }

  private Optional<Preview> preview(Caller caller, long id, String face, List<LatticePoint> line) {
    try {
      return Optional.of(
          register.preview(
              caller, id, new PlanWish.Whole(new PlanOperation.Split(face, line, ""))));
    } catch (Invalid refused) {
      // A line that the split would refuse is none to propose.
      return Optional.empty();
    }
  }
}
