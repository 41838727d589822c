package org.wangge.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wangge.audit.AuditEntry;

/** A transaction of no store, at an instant that is said; keeps what it is told. */
public final class HeardTx implements Tx {
  private final Instant now;
  private final List<DomainEvent> events = new ArrayList<>();
  private final List<AuditEntry> audited = new ArrayList<>();

  public HeardTx(Instant now) {
    this.now = now;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void record(DomainEvent event) {
    events.add(event);
  }

  @Override
  public void audit(AuditEntry entry) {
    audited.add(entry);
  }

  public List<DomainEvent> events() {
    return List.copyOf(events);
  }

  public List<AuditEntry> audited() {
    return List.copyOf(audited);
  }
}
