package org.wangge.server.figure;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.Pause;
import org.wangge.evaluation.Score;
import org.wangge.figure.Case;
import org.wangge.figure.FigureStore;
import org.wangge.incident.Channel;
import org.wangge.incident.Handler;
import org.wangge.incident.Plea;
import org.wangge.incident.Priority;
import org.wangge.incident.Standing;
import org.wangge.incident.dispatch.Task;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageClock;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;

/** Rows that cases of figures are put together from. */
final class FigureRows {
  private FigureRows() {}

  /** What other tables say of the cases, by their ids; read before them. */
  static final class Beside {
    final Set<String> joint = new HashSet<>();
    final Set<String> whistled = new HashSet<>();
    final Set<String> repeated = new HashSet<>();
    final Set<String> moved = new HashSet<>();
    private final Instant now;
    private final Map<String, Clocks> clocks = new HashMap<>();
    private final Map<String, List<Case.Round>> rounds = new HashMap<>();
    private final Map<String, List<Case.Answer>> answers = new HashMap<>();
    private final Map<String, List<Case.Finding>> findings = new HashMap<>();
    private final Set<String> judgedLater = new HashSet<>();
    private final Map<String, Hands> hands = new HashMap<>();
    private final Map<Handler, Handler> handlers = new HashMap<>();

    Beside(Instant now) {
      this.now = now;
    }

    /** Clocks that have ended, of stages that are short. */
    private static final class Clocks {
      private @Nullable Instant firstAccept;
      private boolean answeredInTime;
      private int accepts;
      private final List<Instant> dispatches = new ArrayList<>(1);
      private final List<Instant> checks = new ArrayList<>(1);
    }

    /** Who had it in hand. */
    private static final class Hands {
      private @Nullable Handler last;
      private boolean leads;
      private boolean department;
    }

    boolean clock(Row row) throws SQLException {
      Clocks of = clocks.computeIfAbsent(row.string("incident_id"), id -> new Clocks());
      Instant started = row.instant("started_at");
      switch (Stage.find(row.string("stage")).orElseThrow()) {
        case ACCEPT -> {
          of.accepts++;
          if (of.firstAccept == null || started.isBefore(of.firstAccept)) {
            of.firstAccept = started;
            of.answeredInTime = !row.flag("overdue");
          }
        }
        case DISPATCH -> of.dispatches.add(started);
        case CHECK -> of.checks.add(started);
        default -> {}
      }
      return true;
    }

    /** A handling that was followed by another. */
    boolean round(Row row) throws SQLException {
      StageClock clock = StageClock.parse(row.string("clock"), row.instant("due_at"));
      Instant stopped = row.instant("stopped_at");
      rounds
          .computeIfAbsent(row.string("incident_id"), id -> new ArrayList<>())
          .add(round(clock, reportedBack(clock, true, stopped), stopped, null));
      return true;
    }

    /** An answer of a reporter. */
    boolean rating(Row row) throws SQLException {
      String id = row.string("incident_id");
      Score score = Score.find(row.string("score")).orElseThrow();
      answers
          .computeIfAbsent(id, any -> new ArrayList<>(1))
          .add(
              new Case.Answer(
                  row.string("report_key"), row.instant("given_at"), score.isSatisfied()));
      if (!row.flag("closed_in")) {
        judgedLater.add(id);
      }
      return true;
    }

    /** What a supervisor found. */
    boolean finding(Row row) throws SQLException {
      String id = row.string("incident_id");
      findings
          .computeIfAbsent(id, any -> new ArrayList<>(1))
          .add(
              new Case.Finding(
                  row.number("sample_id"),
                  row.instant("assessed_at"),
                  row.flag("is_real") && row.flag("is_solved")));
      if (!row.flag("closed_in")) {
        judgedLater.add(id);
      }
      return true;
    }

    /** Ids of those that may count, though their own row has no instant in the span. */
    Set<String> others() {
      Set<String> others = new HashSet<>(rounds.keySet());
      others.addAll(judgedLater);
      return others;
    }

    boolean task(Row row) throws SQLException {
      Hands of = hands.computeIfAbsent(row.string("incident_id"), id -> new Hands());
      Handler read =
          new Handler(
              Handler.Kind.find(row.string("handler_kind")).orElseThrow(),
              row.string("handler_code"));
      Handler handler = handlers.computeIfAbsent(read, one -> one);
      of.department |= handler.kind() == Handler.Kind.DEPARTMENT;
      boolean declined = row.string("state").equals(Task.State.DECLINED.word());
      boolean leads = row.flag("leads");
      if (!declined && (leads || !of.leads)) {
        of.last = handler;
        of.leads = leads;
      }
      return true;
    }

    /** A case; to be read when all besides is. */
    FigureStore.Found found(Row row) throws SQLException {
      String id = row.string("id");
      @Nullable String filedIn = row.stringIfAny("filed_grid_code").orElse(null);
      Hands had = hands.get(id);
      Case one =
          new Case(
              id,
              row.string("number"),
              row.string("category"),
              Channel.find(row.string("channel")).orElseThrow(),
              Priority.find(row.string("priority")).orElseThrow(),
              Points.onLattice(row.geometry("location").orElseThrow()),
              filedIn != null ? filedIn : row.stringIfAny("grid_code").orElse(null),
              had == null ? null : had.last,
              course(row, id, had));
      return new FigureStore.Found(one, moved.contains(id));
    }

    private Case.Course course(Row row, String id, @Nullable Hands had) throws SQLException {
      Standing standing = Standing.find(row.string("standing")).orElseThrow();
      Instant reported = row.instant("reported_at");
      @Nullable Instant dispatched = row.instantIfAny("dispatched_at").orElse(null);
      Clocks of = clocks.getOrDefault(id, new Clocks());
      List<Case.Round> all = new ArrayList<>(rounds.getOrDefault(id, List.of()));
      Case.Round last = round(row, standing);
      if (last != null) {
        all.add(last);
      }
      Plea appeal = Plea.find(row.string("appeal")).orElseThrow();
      return new Case.Course(
          reported,
          row.instantIfAny("filed_at").orElse(null),
          dispatched,
          of.answeredInTime,
          all,
          suspensions(row),
          answers.getOrDefault(id, List.of()),
          findings.getOrDefault(id, List.of()),
          new Case.Traits(
              isAfter(of.dispatches, dispatched) > 0
                  || (standing == Standing.FILED && dispatched != null),
              isAfter(of.checks, dispatched) > (standing == Standing.CLOSED ? 1 : 0),
              appeal == Plea.UPHELD,
              joint.contains(id) || whistled.contains(id) || (had != null && had.department),
              repeated.contains(id),
              standing == Standing.REJECTED && of.accepts > 1 && !repeated.contains(id)));
    }

    private static int isAfter(List<Instant> starts, @Nullable Instant dispatched) {
      return dispatched == null
          ? 0
          : (int) starts.stream().filter(start -> start.isAfter(dispatched)).count();
    }

    private Case.@Nullable Round round(Row row, Standing standing) throws SQLException {
      @Nullable Instant ended = row.instantIfAny("closed_at").orElse(null);
      @Nullable Instant closed = standing == Standing.CLOSED ? ended : null;
      @Nullable Instant cancelled = standing == Standing.CANCELLED ? ended : null;
      @Nullable Instant due = row.instantIfAny("due_at").orElse(null);
      @Nullable String clock = row.stringIfAny("clock").orElse(null);
      if (due != null && clock != null) {
        StageClock parsed = StageClock.parse(clock, due);
        boolean back = standing == Standing.CLOSED || standing == Standing.REPORTED_BACK;
        return round(parsed, reportedBack(parsed, back, closed), closed, cancelled);
      }
      @Nullable Instant total = due != null ? due : row.instantIfAny("total_due_at").orElse(null);
      return total == null
          ? null
          : new Case.Round(
              total,
              closed,
              closed,
              cancelled,
              !total.isAfter(ended == null ? now : ended),
              Duration.ZERO);
    }

    /** A clock stands still from the last report back on, also when it is stopped afterwards. */
    private static @Nullable Instant reportedBack(
        StageClock clock, boolean isBack, @Nullable Instant closed) {
      List<Pause> pauses = clock.countdown().pauses();
      return isBack && !pauses.isEmpty() ? pauses.get(pauses.size() - 1).from() : closed;
    }

    private Case.Round round(
        StageClock clock,
        @Nullable Instant back,
        @Nullable Instant closed,
        @Nullable Instant cancelled) {
      return new Case.Round(
          clock.due(),
          back,
          closed,
          cancelled,
          clock.isOverdue(now),
          back == null ? Duration.ZERO : Duration.between(clock.countdown().started(), back));
    }

    private static List<Pause> suspensions(Row row) throws SQLException {
      @Nullable String total = row.stringIfAny("total_clock").orElse(null);
      return total == null
          ? List.of()
          : StageClock.parse(total, row.instant("total_due_at")).countdown().pauses();
    }
  }
}
