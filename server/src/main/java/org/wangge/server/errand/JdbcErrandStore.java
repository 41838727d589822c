package org.wangge.server.errand;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.errand.Errand;
import org.wangge.errand.ErrandOffer;
import org.wangge.errand.ErrandQuery;
import org.wangge.errand.ErrandState;
import org.wangge.errand.ErrandStore;
import org.wangge.errand.ErrandTally;
import org.wangge.errand.ErrandWindow;
import org.wangge.errand.ErrandWords;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.Masking;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.ScopedPage;
import org.wangge.server.storage.Where;

/** Errands in plain SQL for both databases. Thread-safe. */
final class JdbcErrandStore implements ErrandStore {
  private static final List<String> WORDS =
      List.of("name", "phone", "address", "wish", "reason", "told", "thanks");

  @Override
  public Optional<Errand> find(Tx tx, Caller caller, long id) {
    return read(tx, new Where().and("id = ?", id), "id", 1).stream()
        .filter(one -> isSeen(caller.scope(), one))
        .findFirst();
  }

  private static boolean isSeen(AreaScope scope, Errand one) {
    return scope.covers(one.place().grid(), one.place().at());
  }

  @Override
  public Optional<Errand> findByToken(Tx tx, String tokenHash) {
    return read(tx, new Where().and("token_hash = ?", tokenHash), "id", 1).stream().findFirst();
  }

  @Override
  public String tokenHash(Tx tx, long id) {
    return JdbcTx.of(tx)
        .queryOne(
            "select token_hash from errand_errand where id = ?",
            row -> row.string("token_hash"),
            id)
        .orElseThrow();
  }

  @Override
  public void hold(Tx tx, Caller caller, long id) {
    var unused =
        JdbcTx.of(tx)
            .queryOne(
                "select id from errand_errand where id = ? for update",
                row -> row.number("id"),
                id);
  }

  @Override
  public List<Errand> list(Tx tx, Caller caller, ErrandQuery query) {
    AreaScope scope = caller.scope();
    return ScopedPage.read(
        scope,
        (before, limit) -> page(tx, scope, query, Long.parseLong(before), limit),
        one -> Long.toString(one.id()),
        Long.toString(query.before()),
        query.limit(),
        one -> isSeen(scope, one));
  }

  private static List<Errand> page(
      Tx tx, AreaScope scope, ErrandQuery query, long before, int limit) {
    Where where =
        new Where()
            .and("id < ?", before)
            .below("grid_code", query.areaOrNull())
            .andIf("incident_id = ?", query.incidentOrNull())
            .within("grid_code", "location", scope);
    if (!query.states().isEmpty()) {
      where.and(
          "state in (" + marks(query.states().size()) + ")",
          query.states().stream().map(ErrandState::word).toArray());
    }
    return read(tx, where, "id desc", limit);
  }

  @Override
  public List<Errand> listOf(Tx tx, Caller caller, String account, int limit) {
    Where where =
        new Where()
            .and(
                """
                ((holder = ? and state in (?, ?)) or (state = ? and id in
                  (select errand_id from errand_offer where account = ? and reply = ?)))
                """,
                account,
                ErrandState.ACCEPTED.word(),
                ErrandState.DONE.word(),
                ErrandState.DISPATCHED.word(),
                account,
                ErrandOffer.Reply.OPEN.word());
    where.within("grid_code", "location", caller.scope());
    return read(tx, where, "until_at, id", limit).stream()
        .filter(one -> isSeen(caller.scope(), one))
        .toList();
  }

  @Override
  public List<Errand> ofIncident(Tx tx, Caller caller, String incidentId) {
    Where where =
        new Where()
            .and(
                """
                (incident_id = ? or incident_id in
                  (select m.incident_id from incident_merge m where m.into_id = ?))
                """,
                incidentId,
                incidentId);
    return read(tx, where, "id", Integer.MAX_VALUE);
  }

  /** The order is one of a few that stand here. */
  private static List<Errand> read(Tx tx, Where where, String order, int limit) {
    JdbcTx jdbc = JdbcTx.of(tx);
    List<Errand> bare =
        jdbc.query(
            "select * from errand_errand" + where.sql() + " order by " + order + " limit ?",
            JdbcErrandStore::errand,
            where.parameters(limit));
    Map<Long, List<ErrandOffer>> offers = offers(jdbc, bare.stream().map(Errand::id).toList());
    return bare.stream()
        .map(one -> one.offeredTo(offers.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static Map<Long, List<ErrandOffer>> offers(JdbcTx jdbc, List<Long> ids) {
    Map<Long, List<ErrandOffer>> offers = new HashMap<>();
    if (!ids.isEmpty()) {
      var unused =
          jdbc.query(
              "select errand_id, account, reply from errand_offer where errand_id in ("
                  + marks(ids.size())
                  + ") order by errand_id, place",
              row ->
                  offers
                      .computeIfAbsent(row.number("errand_id"), any -> new ArrayList<>())
                      .add(offer(row)),
              ids.toArray());
    }
    return offers;
  }

  private static ErrandOffer offer(Row row) throws SQLException {
    return new ErrandOffer(
        row.string("account"), ErrandOffer.Reply.find(row.string("reply")).orElseThrow());
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  /** Without its offers. */
  private static Errand errand(Row row) throws SQLException {
    return new Errand(
        row.number("id"),
        row.integer("version"),
        row.string("kind"),
        new Errand.Place(
            row.string("grid_code"), Points.onLattice(row.geometry("location").orElseThrow())),
        new ErrandWindow(row.instant("from_at"), row.instant("until_at")),
        ErrandState.find(row.string("state")).orElseThrow(),
        row.instant("ordered_at"),
        row.instant("changed_at"),
        List.of(),
        row.stringIfAny("holder").orElse(null),
        row.stringIfAny("incident_id").orElse(null),
        row.stringIfAny("photo_id").orElse(null),
        row.flag("generated"));
  }

  @Override
  public List<ErrandTally> tallies(Tx tx, Caller caller, @Nullable String areaOrNull) {
    AreaScope scope = caller.scope();
    Where where = new Where().below("grid_code", areaOrNull).within("grid_code", "location", scope);
    Map<String, ErrandTally> grids = new LinkedHashMap<>();
    // Of overlay areas only the boxes are asked in the query, so each place is looked at here.
    String by = scope.grounds().isEmpty() ? "" : ", location";
    List<Counted> counted =
        JdbcTx.of(tx)
            .query(
                "select grid_code, state"
                    + by
                    + ", count(*) as n from errand_errand"
                    + where.sql()
                    + " group by grid_code, state"
                    + by
                    + " order by grid_code, state",
                row -> counted(row, scope),
                where.parameters());
    for (Counted one : counted) {
      ErrandTally known = grids.getOrDefault(one.grid(), new ErrandTally(one.grid(), Map.of()));
      if (one.n() > 0) {
        grids.put(one.grid(), known.and(one.state(), one.n()));
      }
    }
    return List.copyOf(grids.values());
  }

  /** A row of the counts; none of it where it is not the caller's. */
  private record Counted(String grid, ErrandState state, int n) {}

  private static Counted counted(Row row, AreaScope scope) throws SQLException {
    String grid = row.string("grid_code");
    boolean seen =
        scope.grounds().isEmpty()
            || scope.covers(grid, Points.onLattice(row.geometry("location").orElseThrow()));
    return new Counted(
        grid, ErrandState.find(row.string("state")).orElseThrow(), seen ? row.integer("n") : 0);
  }

  @Override
  public Errand add(
      Tx tx, Caller caller, Errand ordered, ErrandWords words, String key, String tokenHash) {
    JdbcTx jdbc = JdbcTx.of(tx);
    long id =
        jdbc.insert(
            """
            insert into errand_errand (version, order_key, token_hash, kind, grid_code, location,
              from_at, until_at, state, ordered_at, changed_at, holder, incident_id, photo_id,
              generated)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            ordered.version(),
            key,
            tokenHash,
            ordered.kind(),
            ordered.place().grid(),
            Points.toDegrees(ordered.place().at()),
            ordered.window().from(),
            ordered.window().until(),
            ordered.state().word(),
            ordered.orderedAt(),
            ordered.changedAt(),
            ordered.holderOrNull(),
            ordered.incidentOrNull(),
            ordered.photoOrNull(),
            ordered.generated());
    jdbc.update(
        """
        insert into errand_words (errand_id, name, phone, address, wish, reason, told, thanks)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        words.name(),
        words.phone(),
        words.address(),
        words.wish(),
        words.reason(),
        words.told(),
        words.thanks());
    offers(jdbc, id, ordered.offers());
    return find(tx, Caller.upkeep(), id).orElseThrow();
  }

  @Override
  public void change(Tx tx, Caller caller, Errand changed) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int touched =
        jdbc.update(
            """
            update errand_errand set version = ?, until_at = ?, state = ?, changed_at = ?,
              holder = ?, incident_id = ?, photo_id = ?
            where id = ? and version = ?
            """,
            changed.version(),
            changed.window().until(),
            changed.state().word(),
            changed.changedAt(),
            changed.holderOrNull(),
            changed.incidentOrNull(),
            changed.photoOrNull(),
            changed.id(),
            changed.version() - 1);
    if (touched == 0) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
    jdbc.update("delete from errand_offer where errand_id = ?", changed.id());
    offers(jdbc, changed.id(), changed.offers());
  }

  private static void offers(JdbcTx jdbc, long id, List<ErrandOffer> offers) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (ErrandOffer one : offers) {
      rows.add(new @Nullable Object[] {id, rows.size() + 1, one.account(), one.reply().word()});
    }
    if (!rows.isEmpty()) {
      jdbc.updateAll(
          "insert into errand_offer (errand_id, place, account, reply) values (?, ?, ?, ?)", rows);
    }
  }

  @Override
  public ErrandWords words(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx)
        .queryOne("select * from errand_words where errand_id = ?", JdbcErrandStore::words, id)
        .orElse(ErrandWords.NONE);
  }

  @Override
  public Map<Long, ErrandWords> words(Tx tx, Caller caller, Collection<Long> ids) {
    Map<Long, ErrandWords> words = new HashMap<>();
    if (!ids.isEmpty()) {
      var unused =
          JdbcTx.of(tx)
              .query(
                  "select * from errand_words where errand_id in (" + marks(ids.size()) + ")",
                  row -> words.put(row.number("errand_id"), words(row)),
                  ids.toArray());
    }
    return words;
  }

  private static ErrandWords words(Row row) throws SQLException {
    return new ErrandWords(
        row.string("name"),
        row.string("phone"),
        row.string("address"),
        row.string("wish"),
        row.string("reason"),
        row.string("told"),
        row.string("thanks"));
  }

  @Override
  public void say(Tx tx, Caller caller, long id, ErrandWords.Later what, String text) {
    JdbcTx.of(tx)
        .update("update errand_words set " + what.word() + " = ? where errand_id = ?", text, id);
  }

  @Override
  public void erase(Tx tx, Caller caller, long id) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        """
        update errand_words set name = '', phone = '', address = '', wish = '', reason = '',
          told = '', thanks = ''
        where errand_id = ?
        """,
        id);
    jdbc.update("update errand_errand set photo_id = null where id = ?", id);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    JdbcTx jdbc = JdbcTx.of(tx);
    for (String number : numbers) {
      jdbc.update("update errand_words set name = '', phone = '' where phone = ?", number);
      for (String column : WORDS) {
        jdbc.update(
            "update errand_words set %1$s = replace(%1$s, ?, ?) where %1$s like ?"
                .formatted(column),
            number,
            Masking.ERASED,
            Where.holding(number));
      }
    }
  }
}
