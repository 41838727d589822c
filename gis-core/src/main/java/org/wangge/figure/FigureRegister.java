package org.wangge.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.GridStore;
import org.wangge.grid.Level;
import org.wangge.incident.Handler;

/**
 * Makes figures of cases, in one pass over each period, and lists the cases behind them by the same
 * rules. A caller counts what lies in their scope. Thread-safe.
 */
public final class FigureRegister {
  private final Transactions transactions;
  private final FigureStore store;
  private final GridStore grids;
  private final Supplier<AreaAtlas> atlas;
  private final Right reading;

  public FigureRegister(
      Transactions transactions, FigureStore store, GridStore grids, Supplier<AreaAtlas> atlas) {
    this(transactions, store, grids, atlas, Right.READ_FIGURES);
  }

  /**
   * One that others may read than those who may read all figures.
   *
   * @param reading what its readers need
   */
  public FigureRegister(
      Transactions transactions,
      FigureStore store,
      GridStore grids,
      Supplier<AreaAtlas> atlas,
      Right reading) {
    this.reading = reading;
    this.transactions = transactions;
    this.store = store;
    this.grids = grids;
    this.atlas = atlas;
  }

  /** The figures of a question. */
  public FigureTable table(Caller caller, Question question) {
    Caller reader = caller.with(reading);
    return transactions.read(
        tx -> {
          Pass pass = new Pass(tx, reader);
          Period period = question.period();
          Counted now = pass.count(question);
          Counted before = pass.count(question.in(period.previous()));
          Counted lastYear = pass.count(question.in(period.lastYear()));
          Period.Span span = period.span(tx.now());
          return new FigureTable(
              question,
              span,
              pass.chain(question.filter(), span.asOf()),
              pass.overlayName(question.filter(), span.asOf()),
              new FigureTable.Three(now.total, before.total, lastYear.total),
              groups(pass, question, span.asOf(), List.of(now, before, lastYear)),
              store.rulesAt(tx, span.asOf()));
        });
  }

  private static List<FigureTable.Group> groups(
      Pass pass, Question question, Instant at, List<Counted> three) {
    List<FigureTable.Group> groups = new ArrayList<>();
    three
        .get(0)
        .groups
        .forEach(
            (key, tally) ->
                groups.add(
                    new FigureTable.Group(
                        key,
                        pass.name(question.by(), key, at),
                        question.by().isOfTree()
                            ? pass.areas.levelOf(key).map(Level::word)
                            : Optional.empty(),
                        new FigureTable.Three(
                            tally, three.get(1).group(key), three.get(2).group(key)))));
    groups.sort(Comparator.comparing(one -> one.key().equals(Grouping.NONE)));
    return groups;
  }

  /** What was counted in each of some periods that follow each other, in one pass. */
  public List<Tally> series(Caller caller, Filter filter, List<Period> periods) {
    Caller reader = caller.with(reading);
    return transactions.read(
        tx -> {
          List<Period.Span> spans = periods.stream().map(one -> one.span(tx.now())).toList();
          List<Tally> tallies = spans.stream().map(one -> new Tally()).toList();
          Period.Span last = spans.get(spans.size() - 1);
          Period.Span whole = new Period.Span(spans.get(0).from(), last.to(), last.asOf());
          new Pass(tx, reader)
              .each(
                  whole,
                  filter,
                  one -> {
                    for (int i = 0; i < spans.size(); i++) {
                      tallies.get(i).add(Tally.Share.of(one, spans.get(i)));
                    }
                  });
          return tallies;
        });
  }

  /**
   * The cases that count in a measure, in the order of their numbers: as many as the number says.
   * How they are grouped does not matter.
   *
   * @param asOf when the number of a period that lasted still was counted: what came after it does
   *     not count here either; empty for now
   */
  public List<Case> cases(
      Caller caller, Question question, Measure measure, Optional<Instant> asOf) {
    Caller reader = caller.with(reading);
    return transactions.read(
        tx -> {
          Instant at = asOf.filter(tx.now()::isAfter).orElse(tx.now());
          Period.Span span = question.period().span(at);
          List<Case> found = new ArrayList<>();
          new Pass(tx, reader)
              .each(
                  span,
                  question.filter(),
                  one -> {
                    if (measure.counts(one, span)) {
                      found.add(one);
                    }
                  });
          found.sort(Comparator.comparing(Case::number).thenComparing(Case::id));
          return found;
        });
  }

  /** By what is graded now. */
  public GradeRules rules(Caller caller) {
    Caller unused = caller.with(reading);
    return transactions.read(store::rules);
  }

  /**
   * Has figures graded otherwise from now on; periods that are over keep their grades.
   *
   * @param ifVersion the version the caller has seen
   * @throws Conflict with code {@code version-conflict}
   */
  public GradeRules change(Caller asking, int ifVersion, List<GradeRules.Threshold> thresholds) {
    Caller caller = asking.with(Right.KEEP_GRADES);
    return transactions.write(
        caller,
        tx -> {
          int newest = store.rules(tx).version();
          Conflict.unlessNewest(ifVersion, newest);
          GradeRules rules = new GradeRules(newest + 1, tx.now(), thresholds);
          store.add(tx, caller, rules);
          tx.record(new FigureEvent.GradesChanged(rules));
          return rules;
        });
  }

  /** What was counted in a period. */
  private static final class Counted {
    private final Tally total = new Tally();
    private final NavigableMap<String, Tally> groups = new TreeMap<>();

    Tally group(String key) {
      return Objects.requireNonNullElseGet(groups.get(key), Tally::new);
    }
  }

  /** What one transaction reads. */
  private final class Pass {
    private final Tx tx;
    private final Caller caller;
    private final PastAreas areas;
    private final Map<String, String> keys = new HashMap<>();

    Pass(Tx tx, Caller caller) {
      this.tx = tx;
      this.caller = caller;
      this.areas = new PastAreas(tx, grids, atlas.get(), store);
    }

    Counted count(Question question) {
      Counted counted = new Counted();
      Period.Span span = question.period().span(tx.now());
      each(
          span,
          question.filter(),
          one -> {
            Tally.Share share = Tally.Share.of(one, span);
            if (!share.isNothing()) {
              counted.total.add(share);
              counted.groups.computeIfAbsent(key(question, one), key -> new Tally()).add(share);
            }
          });
      return counted;
    }

    void each(Period.Span span, Filter filter, Consumer<Case> to) {
      Optional<String> area =
          Optional.ofNullable(filter.area()).filter(code -> !code.equals(Grouping.NONE));
      store.each(
          tx,
          caller,
          span,
          area,
          found -> {
            Case one = inItsGrid(found);
            if (caller.scope().covers(one.gridOrNull(), one.location())
                && filter.holds(one)
                && isOn(filter.overlay(), one)) {
              to.accept(one);
            }
          });
    }

    private Case inItsGrid(FigureStore.Found found) {
      Case one = found.one();
      return found.moved() && one.course().filedOrNull() == null
          ? one.in(areas.gridAt(one.location(), one.course().reported()))
          : one;
    }

    private boolean isOn(Filter.@Nullable Overlay overlay, Case one) {
      return overlay == null || overlay.code().equals(overlayOf(overlay.partition(), one));
    }

    private String overlayOf(String partition, Case one) {
      return orNone(areas.overlayAt(partition, one.location(), one.countsAt()));
    }

    private String key(Question question, Case one) {
      return switch (question.by().kind()) {
        case CHILDREN -> areaKey(one, grid -> below(question.filter().area(), grid));
        case LEVEL -> areaKey(one, grid -> atLevel(question.by().of(), grid));
        case PARTITION -> overlayOf(question.by().of(), one);
        case DEPARTMENT -> one.handler(Handler.Kind.DEPARTMENT).orElse(Grouping.NONE);
        case PERSON -> one.handler(Handler.Kind.PERSON).orElse(Grouping.NONE);
        case CATEGORY -> one.category();
        case CHANNEL -> one.channel().word();
        case PRIORITY -> one.priority().word();
      };
    }

    private String areaKey(Case one, UnaryOperator<String> keyOf) {
      return one.grid().map(grid -> keys.computeIfAbsent(grid, keyOf)).orElse(Grouping.NONE);
    }

    /** The area of a grid's chain that comes next below another; the grid itself below itself. */
    private String below(@Nullable String above, String grid) {
      List<String> chain = areas.chain(grid);
      int at = above == null ? -1 : chain.indexOf(above);
      return chain.get(Math.min(at + 1, chain.size() - 1));
    }

    private String atLevel(String level, String grid) {
      return areas.chain(grid).stream()
          .filter(code -> areas.levelOf(code).filter(one -> one.word().equals(level)).isPresent())
          .findFirst()
          .orElse(Grouping.NONE);
    }

    List<FigureTable.Step> chain(Filter filter, Instant at) {
      String area = filter.area();
      return area == null || area.equals(Grouping.NONE)
          ? List.of()
          : areas.chain(area).stream()
              .map(
                  code ->
                      new FigureTable.Step(
                          code,
                          areas.nameBefore(AreaKey.tree(code), at),
                          areas.levelOf(code).map(Level::word)))
              .toList();
    }

    Optional<String> overlayName(Filter filter, Instant at) {
      return Optional.ofNullable(filter.overlay())
          .flatMap(one -> areas.nameBefore(new AreaKey(one.partition(), one.code()), at));
    }

    Optional<String> name(Grouping by, String key, Instant at) {
      if (by.isOfTree()) {
        return areas.nameBefore(AreaKey.tree(key), at);
      }
      return by.kind() == Grouping.Kind.PARTITION
          ? areas.nameBefore(new AreaKey(by.of(), key), at)
          : Optional.empty();
    }
  }

  private static String orNone(@Nullable String code) {
    return code == null ? Grouping.NONE : code;
  }
}
