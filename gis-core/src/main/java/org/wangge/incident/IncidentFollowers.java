package org.wangge.incident;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Tells all who follow incidents, in the order in which they were added. Thread-safe. */
public final class IncidentFollowers implements IncidentFollower {
  private final List<IncidentFollower> followers = new CopyOnWriteArrayList<>();

  /** Adds one, before anything is done to an incident. */
  public void add(IncidentFollower follower) {
    followers.add(follower);
  }

  @Override
  public void done(Tx tx, Caller caller, Incident changed) {
    followers.forEach(one -> one.done(tx, caller, changed));
  }

  @Override
  public void eraseWords(Tx tx, Caller caller, String incidentId) {
    followers.forEach(one -> one.eraseWords(tx, caller, incidentId));
  }

  @Override
  public void eraseReport(Tx tx, Caller caller, String reportKey) {
    followers.forEach(one -> one.eraseReport(tx, caller, reportKey));
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    followers.forEach(one -> one.eraseNumbers(tx, caller, numbers));
  }
}
