package org.wangge.incident;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.audit.AuditEntry;
import org.wangge.clock.CalendarEdition;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarStore;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.Limit;
import org.wangge.clock.TimerStore;
import org.wangge.event.DomainEvent;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.grid.GridStore;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryStore;
import org.wangge.incident.category.Entry;
import org.wangge.incident.limit.LimitStore;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageLimit;
import org.wangge.incident.limit.StageTerms;

/** What an intake asks of its stores, kept in memory; what it does not ask is not there. */
final class MemoryIncidents implements Transactions {
  static final long COVERAGE = 7;
  private static final CalendarEdition USUAL =
      new CalendarEdition(
          1,
          new CalendarVersion("usual", 1),
          "",
          "usual",
          Instant.EPOCH,
          true,
          CalendarRules.usual(ZoneId.of("Asia/Shanghai")));
  private static final Entry SECRET =
      new Entry("噪声", "Noise", Priority.ORDINARY, List.of(), "", List.of(), Set.of(), false);
  private static final List<StageLimit> LIMITS =
      List.of(
          new StageLimit(
              1,
              1,
              new StageLimit.Scope("", "", Stage.ACCEPT),
              Limit.parse("15 urgent minutes"),
              List.of(75),
              Instant.EPOCH));

  private final Instant now;
  private final Map<String, Incident> incidents = new HashMap<>();
  private final Map<String, FiledReport> reports = new HashMap<>();
  private final Map<String, String> keyByHash = new HashMap<>();
  private final Map<String, Integer> lastNumbers = new HashMap<>();
  private final List<String> armed = new ArrayList<>();
  private final List<String> recorded = new ArrayList<>();
  private final List<String> deeds = new ArrayList<>();
  private boolean outOfUse;
  private boolean secret;
  private int numbersTaken;

  MemoryIncidents(Instant now) {
    this.now = now;
  }

  private final class MemoryTx implements Tx {
    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void record(DomainEvent event) {
      recorded.add(event.type());
    }

    @Override
    public void audit(AuditEntry entry) {}
  }

  @Override
  public <T> T write(Caller caller, Function<Tx, T> work) {
    return work.apply(new MemoryTx());
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    return work.apply(new MemoryTx());
  }

  @FunctionalInterface
  private interface Answer {
    @Nullable Object to(String method, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }

  IncidentStore store() {
    return fake(IncidentStore.class, this::incidentStore);
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object incidentStore(String method, Object[] given) {
    return switch (method) {
      case "knownKeys" -> {
        Set<String> known = new HashSet<>((Collection<String>) given[1]);
        known.retainAll(reports.keySet());
        yield known;
      }
      case "takeNumbers" -> {
        numbersTaken++;
        int count = (int) given[2];
        yield lastNumbers.merge((String) given[1], count, Integer::sum) - count + 1;
      }
      case "add" -> {
        ((List<Incident>) given[2]).forEach(one -> incidents.put(one.id(), one));
        yield null;
      }
      case "addReports" -> {
        ((List<FiledReport>) given[2]).forEach(one -> reports.put(one.report().key(), one));
        yield null;
      }
      case "addTokens" -> {
        ((Map<String, String>) given[2]).forEach((key, hash) -> keyByHash.put(hash, key));
        yield null;
      }
      case "find" -> Optional.ofNullable(incidents.get((String) given[2]));
      case "change" -> {
        Incident changed = (Incident) given[2];
        incidents.put(changed.id(), changed);
        yield null;
      }
      case "list" -> listed(((IncidentQuery) given[2]).afterId());
      case "addDeed" -> {
        Deed deed = (Deed) given[2];
        deeds.add(deed.action().word() + " " + deed.reason());
        yield null;
      }
      case "hold", "addEnded" -> null;
      case "findReport" -> Optional.ofNullable(reports.get((String) given[1]));
      case "findByToken" ->
          Optional.ofNullable(keyByHash.get((String) given[1]))
              .map(reports::get)
              .map(FiledReport::incidentId)
              .map(incidents::get);
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private List<Incident> listed(String afterId) {
    return incidents.values().stream()
        .filter(one -> one.step().open() && one.id().compareTo(afterId) > 0)
        .sorted(Comparator.comparing(Incident::id))
        .toList();
  }

  List<String> deeds() {
    return List.copyOf(deeds);
  }

  Incident incident(String id) {
    return Objects.requireNonNull(incidents.get(id));
  }

  ReporterStore reporters() {
    return fake(
        ReporterStore.class,
        (method, given) -> {
          throw new UnsupportedOperationException(method);
        });
  }

  GridStore grids() {
    return fake(
        GridStore.class,
        (method, given) -> {
          if (method.equals("holdCoverage")) {
            return COVERAGE;
          }
          throw new UnsupportedOperationException(method);
        });
  }

  CategoryStore categories() {
    return fake(
        CategoryStore.class,
        (method, given) -> {
          if (!method.equals("find")) {
            throw new UnsupportedOperationException(method);
          }
          Category known = secret ? category().with(SECRET, Instant.EPOCH) : category();
          return Optional.of(outOfUse ? known.retired(true, Instant.EPOCH) : known)
              .filter(one -> one.code().equals(given[2]));
        });
  }

  /** From now on strangers learn nothing of its category. */
  void hideCategory() {
    secret = true;
  }

  /** From now on nothing new is reported of its category. */
  void retireCategory() {
    outOfUse = true;
  }

  LimitStore limits() {
    return fake(LimitStore.class, (method, given) -> LIMITS);
  }

  CalendarStore calendars() {
    return fake(
        CalendarStore.class, (method, given) -> method.equals("numberIn") ? (Object) 1L : USUAL);
  }

  @SuppressWarnings("unchecked")
  TimerStore timers() {
    return fake(
        TimerStore.class,
        (method, given) -> {
          if (method.equals("armNew")) {
            ((List<TimerStore.Armed>) given[2])
                .forEach(one -> armed.add(one.subject().id() + " " + one.clock()));
          }
          return null;
        });
  }

  Category category() {
    return Category.first("noise", Entry.of("噪声", "Noise", Priority.ORDINARY), Instant.EPOCH);
  }

  StageTerms terms() {
    return StageTerms.of(USUAL.calendar(), LIMITS);
  }

  List<String> armed() {
    return List.copyOf(armed);
  }

  List<String> recorded() {
    return List.copyOf(recorded);
  }

  int numbersTaken() {
    return numbersTaken;
  }
}
