package org.wangge.server.people;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.wangge.event.DomainEvent;
import org.wangge.grid.AreaAtlas;
import org.wangge.people.PersonEvent;
import org.wangge.people.PersonNames;
import org.wangge.people.PersonRegister;
import org.wangge.people.PersonStore;
import org.wangge.people.PersonalTraces;
import org.wangge.server.storage.Database;

/** Puts together who stands behind the staff codes. */
public final class PersonModule {
  private final PersonStore store = new JdbcPersonStore();
  private final PersonRegister register;
  private final PersonNames names;
  private final PersonHttp http;

  /**
   * Puts it together.
   *
   * @param atlas what lies where now
   * @param traces what else is kept of people
   */
  public PersonModule(
      Database database, Supplier<AreaAtlas> atlas, PersonalTraces traces, Clock clock) {
    register = new PersonRegister(database, store, atlas, traces);
    names = new PersonNames(database, store, atlas, System::nanoTime);
    http = new PersonHttp(register, atlas, clock);
    database.afterCommit(this::changed);
  }

  private void changed(List<DomainEvent> events) {
    if (events.stream().anyMatch(PersonEvent.class::isInstance)) {
      names.forget();
    }
  }

  public PersonStore store() {
    return store;
  }

  public PersonRegister register() {
    return register;
  }

  /** The names beside staff codes, for every answer. */
  public PersonNames names() {
    return names;
  }

  public PersonHttp http() {
    return http;
  }
}
