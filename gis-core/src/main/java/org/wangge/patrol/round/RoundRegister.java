package org.wangge.patrol.round;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.people.PersonStore;
import org.wangge.people.Post;

/** Keeps plans of patrols and tells which are due and how they went. Thread-safe. */
public final class RoundRegister {
  private final Transactions transactions;
  private final RoundStore store;
  private final PersonStore people;
  private final Supplier<AreaAtlas> atlas;
  private final DueRuns due;

  /**
   * Makes a register.
   *
   * @param people who can be sent
   * @param atlas what lies where now
   * @param due which patrols plans make due
   */
  public RoundRegister(
      Transactions transactions,
      RoundStore store,
      PersonStore people,
      Supplier<AreaAtlas> atlas,
      DueRuns due) {
    this.transactions = transactions;
    this.store = store;
    this.people = people;
    this.atlas = atlas;
    this.due = due;
  }

  /**
   * A plan as somebody sees it.
   *
   * @param plan its newest version
   * @param changeable whether the caller may change it
   */
  public record Seen(PatrolPlan plan, boolean changeable) {}

  /**
   * A patrol as somebody sees it.
   *
   * @param due what is due
   * @param runOrNull how it was last judged; null where it was not yet
   * @param result how it stands at the instant it was asked for
   */
  public record SeenRun(DueRun due, @Nullable PatrolRun runOrNull, RunResult result) {
    public Optional<PatrolRun> run() {
      return Optional.ofNullable(runOrNull);
    }
  }

  /** Plans with a grid in the caller's areas, the newest first. */
  public List<Seen> list(Caller caller) {
    Caller reader = caller.with(Right.READ_PATROLS);
    return transactions.read(
        tx -> store.list(tx, reader).stream().map(one -> seen(caller, one)).toList());
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code patrol-unknown}, also where the caller may not see it
   */
  public Seen get(Caller caller, long id) {
    Caller reader = caller.with(Right.READ_PATROLS);
    return transactions.read(tx -> seen(caller, get(tx, reader, id)));
  }

  private PatrolPlan get(Tx tx, Caller reader, long id) {
    return store
        .find(tx, reader, id)
        .orElseThrow(() -> new NotFound("patrol-unknown", Map.of("patrol", id)));
  }

  private static Seen seen(Caller caller, PatrolPlan plan) {
    boolean changeable =
        !plan.ended()
            && caller.has(Right.PLAN_PATROLS)
            && plan.isWithin(caller.with(Right.PLAN_PATROLS).scope());
    return new Seen(plan, changeable);
  }

  /**
   * Makes a plan, in force at once.
   *
   * @throws Forbidden with code {@code area-scope} where a grid is not the caller's
   * @throws Invalid with code {@code patrol-grid-unknown} or {@code patrol-person-unknown}, also
   *     where the caller does not manage the person
   */
  public Seen add(Caller caller, PatrolTerms terms) {
    Caller actor = caller.with(Right.PLAN_PATROLS);
    return transactions.write(
        actor,
        tx -> {
          check(tx, actor, terms);
          PatrolPlan added =
              store.add(
                  tx,
                  actor,
                  new PatrolPlan(0, 1, terms, tx.now(), null, false, actor.account(), false));
          tx.record(new RoundEvent.PatrolPlanned(RoundEvent.Deed.ADD, added));
          return seen(caller, added);
        });
  }

  /**
   * Lets a plan ask for something else from now on: patrols that have begun stay as they were due.
   *
   * @throws NotFound with code {@code patrol-unknown}
   * @throws Conflict with code {@code version-conflict}, or {@code patrol-ended}
   */
  public Seen change(Caller caller, long id, int ifVersion, PatrolTerms terms) {
    Caller actor = caller.with(Right.PLAN_PATROLS);
    return transactions.write(
        actor,
        tx -> {
          PatrolPlan before = own(tx, actor, id, ifVersion);
          check(tx, actor, terms);
          PatrolPlan next =
              new PatrolPlan(
                  id,
                  before.version() + 1,
                  terms,
                  tx.now(),
                  null,
                  false,
                  actor.account(),
                  before.generated());
          store.change(tx, actor, next);
          tx.record(new RoundEvent.PatrolPlanned(RoundEvent.Deed.CHANGE, next));
          return seen(caller, next);
        });
  }

  /**
   * Ends a plan: what has begun is still judged, nothing else becomes due.
   *
   * @throws NotFound with code {@code patrol-unknown}
   * @throws Conflict with code {@code version-conflict}, or {@code patrol-ended}
   */
  public Seen end(Caller caller, long id, int ifVersion) {
    Caller actor = caller.with(Right.PLAN_PATROLS);
    return transactions.write(
        actor,
        tx -> {
          PatrolPlan before = own(tx, actor, id, ifVersion);
          store.end(tx, actor, before, tx.now());
          PatrolPlan ended = get(tx, actor, id);
          tx.record(new RoundEvent.PatrolPlanned(RoundEvent.Deed.END, ended));
          return seen(caller, ended);
        });
  }

  private PatrolPlan own(Tx tx, Caller actor, long id, int ifVersion) {
    PatrolPlan plan = get(tx, actor, id);
    Conflict.unlessNewest(ifVersion, plan.version());
    if (plan.ended()) {
      throw new Conflict("patrol-ended", Map.of("patrol", id));
    }
    requireWithin(actor, plan.terms());
    return plan;
  }

  private static void requireWithin(Caller actor, PatrolTerms terms) {
    if (!terms.gridCodes().stream().allMatch(actor.scope()::covers)) {
      throw new Forbidden("area-scope");
    }
  }

  private void check(Tx tx, Caller actor, PatrolTerms terms) {
    requireWithin(actor, terms);
    for (String code : terms.gridCodes()) {
      Optional<Area> grid = atlas.get().find(AreaKey.tree(code));
      if (grid.isEmpty() || grid.get().level() != Level.GRID || grid.get().shape().isEmpty()) {
        throw new Invalid("grids", "patrol-grid-unknown", Map.of("grid", code));
      }
    }
    Map<String, List<Post>> posts = people.posts(tx, terms.staffCodes());
    for (String code : terms.staffCodes()) {
      if (!isManaged(actor.scope(), posts.getOrDefault(code, List.of()))) {
        throw new Invalid("people", "patrol-person-unknown", Map.of("person", code));
      }
    }
  }

  private static boolean isManaged(AreaScope scope, List<Post> posts) {
    return posts.stream()
        .anyMatch(
            post ->
                post.area().partition().equals(Partition.TREE) && scope.covers(post.area().code()));
  }

  /** Patrols of a time, due and judged, in the order in which they begin. */
  public List<SeenRun> runs(Caller caller, RunQuery query) {
    Caller reader = caller.with(Right.READ_PATROLS);
    return transactions.read(tx -> runs(tx, reader, query));
  }

  /** Patrols of the caller themselves. */
  public List<SeenRun> own(Caller caller, Span time) {
    Caller walker = caller.with(Right.WALK_PATROLS);
    Optional<String> code = walker.staffCode();
    return code.isEmpty()
        ? List.of()
        : transactions.read(
            tx -> runs(tx, Caller.upkeep(), new RunQuery(time, null, code.get(), null)));
  }

  private List<SeenRun> runs(Tx tx, Caller reader, RunQuery query) {
    Map<PatrolRun.Key, PatrolRun> judged =
        store.runs(tx, reader, query).stream()
            .collect(Collectors.toMap(PatrolRun::key, Function.identity(), (a, b) -> b));
    List<SeenRun> seen = new ArrayList<>();
    for (PatrolPlan plan : store.holding(tx, reader, reaching(query.time()))) {
      for (DueRun one : due.of(plan, query.time())) {
        if (query.asksFor(one)) {
          seen.add(seen(one, judged.get(PatrolRun.Key.of(one)), tx.now()));
        }
      }
    }
    seen.sort(
        Comparator.comparing((SeenRun one) -> one.due().from())
            .thenComparing(one -> one.due().staffCode())
            .thenComparing(one -> one.due().plan().id()));
    return seen;
  }

  /** Of a plan that holds no more there may be patrols that began while it did. */
  private static Span reaching(Span time) {
    return new Span(time.from().minus(DueRuns.LONGEST_RUN), time.to());
  }

  private static SeenRun seen(DueRun due, @Nullable PatrolRun run, Instant now) {
    if (now.isBefore(due.from())) {
      return new SeenRun(due, null, RunResult.DUE);
    }
    return new SeenRun(due, run, run == null ? RunResult.RUNNING : run.outcome().result());
  }

  /**
   * A patrol that was judged.
   *
   * @throws NotFound with code {@code patrol-run-unknown}, also where the caller may not see it
   */
  public SeenRun getRun(Caller caller, long id) {
    Caller reader = caller.with(Right.READ_PATROLS);
    return transactions.read(
        tx -> {
          PatrolRun run =
              store
                  .findRun(tx, reader, id)
                  .orElseThrow(() -> new NotFound("patrol-run-unknown", Map.of("run", id)));
          return runs(tx, reader, new RunQuery(run.time(), run.planId(), run.staffCode(), null))
              .stream()
              .filter(one -> one.run().filter(it -> it.id() == id).isPresent())
              .findFirst()
              .orElseThrow(() -> new NotFound("patrol-run-unknown", Map.of("run", id)));
        });
  }

  /** How patrols went, person by person or grid by grid, of those over that began in a time. */
  public List<RunTally> tallies(Caller caller, RunQuery query, boolean byGrid) {
    Caller reader = caller.with(Right.READ_PATROLS);
    return transactions.read(tx -> store.tallies(tx, reader, query, byGrid));
  }

  /**
   * A grid and when somebody last walked in it.
   *
   * @param area the grid
   * @param walkedOrNull null where nothing is on record
   */
  public record LastWalk(Area area, @Nullable Instant walkedOrNull) {
    public Optional<Instant> walked() {
      return Optional.ofNullable(walkedOrNull);
    }

    /** Whole days since then. */
    public Optional<Long> days(Instant now) {
      return walked().map(at -> ChronoUnit.DAYS.between(at, now));
    }
  }

  /**
   * Grids of an area that nobody walked for some days, the longest first; those of which nothing is
   * on record before all.
   *
   * @param areaOrNull code of an area of the tree; null for wherever the caller may look
   * @param days 0 for all grids
   */
  public List<LastWalk> unwalked(Caller caller, @Nullable String areaOrNull, int days) {
    Caller reader = caller.with(Right.READ_PATROLS);
    return transactions.read(
        tx -> {
          Map<String, Instant> walked = store.lastWalked(tx, reader);
          Instant now = tx.now();
          return grids(reader.scope(), areaOrNull).stream()
              .map(area -> new LastWalk(area, walked.get(area.code())))
              .filter(one -> one.days(now).orElse(Long.MAX_VALUE) >= days)
              .sorted(
                  Comparator.comparing((LastWalk one) -> one.walked().orElse(Instant.MIN))
                      .thenComparing(one -> one.area().code()))
              .toList();
        });
  }

  private Collection<Area> grids(AreaScope scope, @Nullable String areaOrNull) {
    return atlas.get().areas().stream()
        .filter(area -> area.key().partition().equals(Partition.TREE))
        .filter(area -> area.level() == Level.GRID && scope.covers(area.code()))
        .filter(area -> areaOrNull == null || area.code().startsWith(areaOrNull))
        .toList();
  }
}
