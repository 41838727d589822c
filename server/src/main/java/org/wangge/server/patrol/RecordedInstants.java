package org.wangge.server.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.event.Tx;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionStore;

/**
 * Tells what is said for the first time from what is on record. The latest instant of everybody is
 * in memory, so that a device that goes on costs no look-up; only what is said late, or by somebody
 * unheard of since the start, is looked up. For the one thread that writes.
 */
final class RecordedInstants {
  private final PositionStore store;
  private final Map<String, Instant> latest = new HashMap<>();

  RecordedInstants(PositionStore store) {
    this.store = store;
  }

  /** Begins to sift what one transaction writes. */
  Sieve begin(Tx tx) {
    return new Sieve(tx);
  }

  /** Sifts what comes in one transaction; what it learns counts once that is committed. */
  final class Sieve {
    private final Tx tx;
    private final Map<String, Instant> reached = new HashMap<>();
    private final Map<String, Set<Instant>> fresh = new HashMap<>();

    private Sieve(Tx tx) {
      this.tx = tx;
    }

    /** What of it is said for the first time. */
    List<PersonFixes> sift(List<PersonFixes> said) {
      List<PersonFixes> all = new ArrayList<>();
      for (PersonFixes one : said) {
        List<Fix> news = news(one);
        if (!news.isEmpty()) {
          all.add(new PersonFixes(one.staffCode(), news, one.generated()));
          note(one.staffCode(), news);
        }
      }
      return all;
    }

    private List<Fix> news(PersonFixes one) {
      String code = one.staffCode();
      List<Fix> fixes = one.fixes();
      Instant last = reached.getOrDefault(code, latest.get(code));
      if (last != null && fixes.get(0).at().isAfter(last)) {
        return fixes;
      }
      Set<Instant> known =
          store.instants(tx, code, fixes.get(0).at(), fixes.get(fixes.size() - 1).at());
      Set<Instant> justNow = fresh.getOrDefault(code, Set.of());
      return fixes.stream()
          .filter(fix -> !known.contains(fix.at()) && !justNow.contains(fix.at()))
          .toList();
    }

    private void note(String code, List<Fix> news) {
      Set<Instant> instants = fresh.computeIfAbsent(code, key -> new HashSet<>());
      news.forEach(fix -> instants.add(fix.at()));
      Instant last = reached.getOrDefault(code, latest.getOrDefault(code, Instant.MIN));
      Instant now = news.get(news.size() - 1).at();
      reached.put(code, now.isAfter(last) ? now : last);
    }

    /** The transaction is committed: what it wrote is on record. */
    void committed() {
      latest.putAll(reached);
    }
  }
}
