package org.wangge.server.incident.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.file.FileStore;
import org.wangge.incident.file.FileUse;
import org.wangge.incident.file.IncidentFile;
import org.wangge.server.incident.IncidentStores;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/**
 * What the stores of files of incidents promise, on either database.
 *
 * @param <F> the kind of file
 */
public abstract class FileStoreContract<F extends IncidentFile> {
  protected static final Caller CALLER = Caller.upkeep();
  protected static final Instant T0 = Instant.parse("2026-11-02T00:30:00Z");

  private final FileStore<F> store;
  private Database database;

  protected FileStoreContract(FileStore<F> store) {
    this.store = store;
  }

  protected abstract TestDatabase kind();

  /** Adds a file of an id that came in at an instant. */
  protected abstract void add(String id, Instant at);

  protected abstract boolean attach(String id, FileUse use);

  /** Whether anything is kept of what is in a file. */
  protected abstract boolean hasContent(String id);

  @BeforeEach
  void open() {
    database = kind().open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_files_of_an_incident_are_those_of_its_reports_and_deeds_and_go_with_them() {
    report("one", "incident-1");
    report("other", "incident-2");
    List<String> all = List.of("a", "b", "c", "d");
    all.forEach(id -> add(id, T0));
    attach("d", new FileUse("one", null, 0, 1));
    attach("a", new FileUse("one", null, 0, 2));
    attach("b", new FileUse(null, "incident-1", 3, 1));
    attach("c", new FileUse("other", null, 0, 1));
    assertThat(all).as("with something in them").allMatch(this::hasContent);
    assertThat(ids(tx -> store.ofIncident(tx, CALLER, "incident-1")))
        .containsExactly("d", "a", "b");
    assertThat(ids(tx -> store.ofReport(tx, CALLER, "one"))).containsExactly("d", "a");
    change(
        tx -> {
          store.removeOfReport(tx, CALLER, "other");
          store.removeOfIncident(tx, CALLER, "incident-1");
        });
    for (String id : all) {
      assertThat(find(id)).as(id).isEmpty();
      assertThat(hasContent(id)).as(id).isFalse();
    }
  }

  @Test
  void only_what_waits_too_long_goes_by_itself() {
    report("one", "incident-1");
    for (int i = 0; i < 3; i++) {
      add("n" + i, T0.plusSeconds(i));
    }
    attach("n0", new FileUse("one", null, 0, 1));
    int swept = write(tx -> store.removeWaiting(tx, T0.plusSeconds(2)));
    assertThat(swept).isEqualTo(1);
    assertThat(find("n0")).isPresent();
    assertThat(find("n1")).isEmpty();
    assertThat(find("n2")).isPresent();
  }

  protected final void report(String key, String incident) {
    change(tx -> IncidentStores.report(tx, key, incident, T0));
  }

  protected final Optional<F> find(String id) {
    return read(tx -> store.find(tx, CALLER, id));
  }

  protected final Database database() {
    return database;
  }

  protected final <T> T read(Function<Tx, T> work) {
    return database.read(work);
  }

  protected final <T> T write(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }

  protected final void change(Consumer<Tx> work) {
    write(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  private List<String> ids(Function<Tx, List<F>> work) {
    return read(work).stream().map(IncidentFile::id).toList();
  }
}
