package org.wangge.server.figure;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.figure.FigureRegister;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.GridStore;
import org.wangge.incident.category.CategoryRegister;
import org.wangge.incident.dispatch.TaskRegister;
import org.wangge.patrol.round.RoundRegister;
import org.wangge.people.PersonNames;
import org.wangge.visit.VisitCount;

/** Puts the figures together. */
public final class FigureModule {
  private final FigureHttp http;
  private final FigureFileHttp files;
  private final FigureRegister glances;
  private final FieldworkHttp fieldwork;

  /** What was patrolled, and whom was called on. */
  public record Field(RoundRegister patrols, VisitCount visits) {}

  /**
   * Puts them together.
   *
   * @param field what was patrolled and visited
   * @param grids areas as they were
   * @param atlas what lies where now
   * @param generated whether a demonstration made this place up
   * @param zone of the place, in which days begin
   */
  public FigureModule(
      Transactions transactions,
      Field field,
      GridStore grids,
      Supplier<AreaAtlas> atlas,
      CategoryRegister categories,
      TaskRegister tasks,
      PersonNames people,
      BooleanSupplier generated,
      ZoneId zone,
      Clock clock) {
    JdbcFigureStore store = new JdbcFigureStore();
    FigureRegister register = new FigureRegister(transactions, store, grids, atlas);
    glances = new FigureRegister(transactions, store, grids, atlas, Right.READ_WALL);
    FigureNames names = new FigureNames(categories, tasks, people);
    FigureRequests requests = new FigureRequests(zone);
    http = new FigureHttp(register, names, requests, () -> atlas.get().partitions(), clock);
    Fieldwork work = new Fieldwork(field.patrols(), field.visits(), atlas);
    fieldwork = new FieldworkHttp(work, requests, clock);
    files = new FigureFileHttp(register, work, names, requests, generated, zone, clock);
  }

  public FigureHttp http() {
    return http;
  }

  /** Beside them, what was patrolled and visited. */
  public FieldworkHttp fieldwork() {
    return fieldwork;
  }

  /** The same as files and on paper. */
  public FigureFileHttp files() {
    return files;
  }

  /** The same for who may only look at a wall. */
  public FigureRegister glances() {
    return glances;
  }
}
