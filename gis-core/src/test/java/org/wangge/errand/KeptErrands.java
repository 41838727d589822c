package org.wangge.errand;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/** Errands kept in memory, for one thread. */
final class KeptErrands implements ErrandStore {
  private final Map<Long, Errand> errands = new LinkedHashMap<>();
  private final Map<Long, ErrandWords> words = new HashMap<>();
  private final Map<String, Long> tokens = new HashMap<>();
  private Runnable afterReading = () -> {};
  private int reads;

  /** Lets something happen each time words were read, as another transaction would. */
  void afterReading(Runnable work) {
    afterReading = work;
  }

  @Override
  public Optional<Errand> find(Tx tx, Caller caller, long id) {
    return Optional.ofNullable(errands.get(id))
        .filter(one -> caller.scope().covers(one.place().grid(), one.place().at()));
  }

  @Override
  public Optional<Errand> findByToken(Tx tx, String tokenHash) {
    return Optional.ofNullable(tokens.get(tokenHash)).map(errands::get);
  }

  @Override
  public String tokenHash(Tx tx, long id) {
    return tokens.entrySet().stream()
        .filter(one -> one.getValue() == id)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void hold(Tx tx, Caller caller, long id) {}

  @Override
  public List<Errand> list(Tx tx, Caller caller, ErrandQuery query) {
    return errands.values().stream()
        .filter(one -> find(tx, caller, one.id()).isPresent())
        .filter(one -> query.states().isEmpty() || query.states().contains(one.state()))
        .limit(query.limit())
        .toList();
  }

  @Override
  public List<Errand> listOf(Tx tx, Caller caller, String account, int limit) {
    return errands.values().stream()
        .filter(one -> one.isOfferedTo(account) || one.isHeldBy(account))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Errand> ofIncident(Tx tx, Caller caller, String incidentId) {
    return errands.values().stream()
        .filter(one -> one.incident().filter(incidentId::equals).isPresent())
        .toList();
  }

  @Override
  public List<ErrandTally> tallies(Tx tx, Caller caller, @Nullable String areaOrNull) {
    Map<String, ErrandTally> all = new LinkedHashMap<>();
    for (Errand one : errands.values()) {
      String grid = one.place().grid();
      ErrandTally known = all.getOrDefault(grid, new ErrandTally(grid, Map.of()));
      all.put(grid, known.and(one.state(), 1));
    }
    return List.copyOf(all.values());
  }

  @Override
  public Errand add(
      Tx tx, Caller caller, Errand ordered, ErrandWords said, String key, String tokenHash) {
    long id = errands.size() + 1L;
    Errand kept =
        new Errand(
            id,
            ordered.version(),
            ordered.kind(),
            ordered.place(),
            ordered.window(),
            ordered.state(),
            ordered.orderedAt(),
            ordered.changedAt(),
            ordered.offers(),
            null,
            null,
            null,
            ordered.generated());
    errands.put(id, kept);
    words.put(id, said);
    tokens.put(tokenHash, id);
    return kept;
  }

  @Override
  public void change(Tx tx, Caller caller, Errand changed) {
    if (Objects.requireNonNull(errands.get(changed.id())).version() != changed.version() - 1) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
    errands.put(changed.id(), changed);
  }

  @Override
  public ErrandWords words(Tx tx, Caller caller, long id) {
    reads++;
    ErrandWords read = words.getOrDefault(id, ErrandWords.NONE);
    afterReading.run();
    return read;
  }

  @Override
  public Map<Long, ErrandWords> words(Tx tx, Caller caller, Collection<Long> ids) {
    reads++;
    Map<Long, ErrandWords> some = new HashMap<>(words);
    some.keySet().retainAll(ids);
    return some;
  }

  /** How often words were read. */
  int reads() {
    return reads;
  }

  @Override
  public void say(Tx tx, Caller caller, long id, ErrandWords.Later what, String text) {
    ErrandWords now = words.getOrDefault(id, ErrandWords.NONE);
    words.put(
        id,
        new ErrandWords(
            now.name(),
            now.phone(),
            now.address(),
            now.wish(),
            what == ErrandWords.Later.REASON ? text : now.reason(),
            what == ErrandWords.Later.TOLD ? text : now.told(),
            what == ErrandWords.Later.THANKS ? text : now.thanks()));
  }

  @Override
  public void erase(Tx tx, Caller caller, long id) {
    words.put(id, ErrandWords.NONE);
    Errand one = Objects.requireNonNull(errands.get(id));
    errands.put(
        id,
        new Errand(
            id,
            one.version(),
            one.kind(),
            one.place(),
            one.window(),
            one.state(),
            one.orderedAt(),
            one.changedAt(),
            one.offers(),
            one.holderOrNull(),
            one.incidentOrNull(),
            null,
            one.generated()));
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {}
}
