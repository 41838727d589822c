package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.audit.AuditEntry;
import org.wangge.event.Transactions;

/**
 * Who looked at whose positions. A look goes on as long as the same account sees the same person
 * again within a quarter of an hour, for a day at most, so that a wall that hangs there all day
 * leaves one row for each person and day. That it began is durable before anything is shown, and so
 * is each further quarter of an hour of it; in between it is counted in memory. A reading of tracks
 * is durable each time. People who look at themselves leave none. Thread-safe.
 */
public final class LookBook {
  /** After so long without being shown, the next is another look. */
  static final Duration PAUSE = Duration.ofMinutes(15);

  /** Who is shown live is counted once in so long, however often the picture changes. */
  static final Duration EACH = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final LookStore store;
  private final Function<Instant, UUID> ids;
  private final ZoneId zone;
  private final Map<Reader, Sight> sights = new ConcurrentHashMap<>();

  /**
   * Opens an empty one.
   *
   * @param ids makes ids that grow with time
   * @param zone whose midnight ends a look
   */
  public LookBook(
      Transactions transactions, LookStore store, Function<Instant, UUID> ids, ZoneId zone) {
    this.transactions = transactions;
    this.store = store;
    this.ids = ids;
    this.zone = zone;
  }

  private record Reader(String account, Set<Role> roles, LookKind kind) {}

  /**
   * What is going on.
   *
   * @param durableTo until when of it is durable
   * @param overAt when it is over unless its person is shown again
   */
  private record Open(Look look, Instant durableTo, Instant overAt) {
    Open(Look look, Instant durableTo) {
      this(look, durableTo, look.to().plus(PAUSE));
    }

    boolean isOverAt(Instant now, Instant midnight) {
      return look.from().isBefore(midnight) || !now.isBefore(overAt);
    }

    boolean isDurableAt(Instant now) {
      return look.kind() != LookKind.TRACK && now.isBefore(durableTo.plus(PAUSE));
    }

    boolean isDirty() {
      return look.to().isAfter(durableTo);
    }
  }

  /** Whom one reader sees, by staff code; its own lock guards it. */
  private static final class Sight {
    private final Map<String, Open> open = new HashMap<>();
    private Instant countedAt = Instant.EPOCH;

    /** Whether a screen that shows people many times a second has counted this second already. */
    boolean isCounted(Instant now) {
      return !now.isBefore(countedAt) && now.isBefore(countedAt.plus(EACH));
    }

    boolean goesOn(String code, Instant now, Instant midnight) {
      Open known = open.get(code);
      return known != null && !known.isOverAt(now, midnight);
    }
  }

  /**
   * Puts on record that somebody is about to be shown where people are or were. Nothing may be
   * shown when this throws.
   *
   * @param staffCodes who will be shown
   */
  public void note(Caller reader, LookKind kind, Collection<String> staffCodes, Instant at) {
    if (staffCodes.isEmpty()) {
      return;
    }
    Caller looking = reader.with(kind.right());
    Instant now = at.truncatedTo(ChronoUnit.MICROS);
    Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    Sight sight =
        sights.computeIfAbsent(
            new Reader(looking.account(), looking.roles(), kind), key -> new Sight());
    String own = looking.staffCode().orElse("");
    synchronized (sight) {
      boolean counts = kind != LookKind.LIVE || !sight.isCounted(now);
      Set<String> others =
          staffCodes.stream()
              .filter(code -> counts || !sight.goesOn(code, now, midnight))
              .filter(code -> !code.equals(own))
              .collect(Collectors.toSet());
      note(sight.open, looking, kind, others, now, midnight);
      if (counts) {
        sight.countedAt = now;
      }
    }
  }

  private void note(
      Map<String, Open> open,
      Caller looking,
      LookKind kind,
      Set<String> codes,
      Instant now,
      Instant midnight) {
    List<Look> begun = new ArrayList<>();
    List<Look> later = new ArrayList<>();
    List<Open> counted = new ArrayList<>();
    for (String code : codes) {
      Open known = open.get(code);
      if (known == null || known.isOverAt(now, midnight)) {
        begun.add(begin(looking, kind, code, now));
        if (known != null && known.isDirty()) {
          later.add(known.look());
        }
      } else if (known.isDurableAt(now)) {
        counted.add(new Open(known.look().again(now), known.durableTo()));
      } else {
        later.add(known.look().again(now));
      }
    }
    write(looking, begun, later);
    later.forEach(one -> open.put(one.staffCode(), new Open(one, one.to())));
    // After the ends of those that were over.
    begun.forEach(one -> open.put(one.staffCode(), new Open(one, one.to())));
    counted.forEach(one -> open.put(one.look().staffCode(), one));
  }

  private Look begin(Caller looking, LookKind kind, String code, Instant now) {
    return new Look(
        ids.apply(now),
        code,
        looking.account(),
        looking.staffCodeOrNull(),
        looking.roles(),
        kind,
        now,
        now,
        1);
  }

  private void write(Caller caller, List<Look> begun, List<Look> later) {
    if (begun.isEmpty() && later.isEmpty()) {
      return;
    }
    transactions.write(
        caller,
        tx -> {
          store.add(tx, caller, begun);
          store.goOn(tx, caller, later);
          return 0;
        });
  }

  /** Writes what was counted in memory, and forgets what is over. */
  public void flush(Instant now) {
    sights.values().forEach(sight -> flush(sight, now));
  }

  private void flush(Sight sight, Instant now) {
    synchronized (sight) {
      List<Look> dirty =
          sight.open.values().stream().filter(Open::isDirty).map(Open::look).toList();
      write(Caller.upkeep(), List.of(), dirty);
      dirty.forEach(one -> sight.open.put(one.staffCode(), new Open(one, one.to())));
      sight
          .open
          .values()
          .removeIf(one -> Duration.between(one.look().to(), now).compareTo(PAUSE) >= 0);
    }
  }

  /**
   * Who looked at the caller: nobody is told of anyone else.
   *
   * @return what began last first; none for an account of nobody who walks
   */
  public List<LookStore.Seen> listOwn(Caller caller, LookQuery query) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    Optional<String> code = own.staffCode();
    if (code.isEmpty()) {
      return List.of();
    }
    writeOf(code.get());
    return transactions.read(tx -> store.list(tx, own, code.get(), query));
  }

  /** What was counted of one person until now. */
  private void writeOf(String code) {
    for (Sight sight : sights.values()) {
      synchronized (sight) {
        Open open = sight.open.get(code);
        if (open != null && open.isDirty()) {
          write(Caller.upkeep(), List.of(), List.of(open.look()));
          sight.open.put(code, new Open(open.look(), open.look().to()));
        }
      }
    }
  }

  /** Removes what was over before an instant, on record. */
  public int removeBefore(Instant instant) {
    Caller upkeep = Caller.upkeep();
    return transactions.write(
        upkeep,
        tx -> {
          int removed = store.removeBefore(tx, upkeep, instant);
          if (removed > 0) {
            tx.audit(
                AuditEntry.done(
                    "looks-removed", "", Map.of("before", instant.toString(), "count", removed)));
          }
          return removed;
        });
  }
}
