package org.wangge.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.access.Role;

/**
 * A wall or a phone that somebody let in, until somebody takes that back.
 *
 * @param id not secret
 * @param kind what it is
 * @param name where it hangs or what it is called; never a person's name
 * @param staffCodeOrNull of a phone: whose positions it sends
 * @param scope of a wall: what it shows
 * @param datum of a phone: in which coordinates it says where it is
 * @param addedBy id of the account that let it in
 * @param addedAt when
 * @param lastSeenOrNull when it was seen for the first time on the last day it was seen
 * @param revokedOrNull since when it is let in no more
 */
public record Device(
    String id,
    DeviceKind kind,
    String name,
    @Nullable String staffCodeOrNull,
    AreaScope scope,
    Datum datum,
    String addedBy,
    Instant addedAt,
    @Nullable Instant lastSeenOrNull,
    @Nullable Instant revokedOrNull) {

  public Device {
    if ((kind == DeviceKind.PHONE) != (staffCodeOrNull != null)) {
      throw new IllegalArgumentException("phones have a staff code, walls have none");
    }
  }

  public Optional<String> staffCode() {
    return Optional.ofNullable(staffCodeOrNull);
  }

  public Optional<Instant> lastSeen() {
    return Optional.ofNullable(lastSeenOrNull);
  }

  public Optional<Instant> revoked() {
    return Optional.ofNullable(revokedOrNull);
  }

  /** Whether it is let in. */
  public boolean isGood() {
    return revokedOrNull == null;
  }

  /**
   * Whether somebody who is responsible for some areas is for this device too: for a wall when it
   * shows nothing else, for a phone when they are for everything.
   */
  public boolean isWithin(AreaScope responsible) {
    boolean shown =
        kind == DeviceKind.WALL
            && !scope.everywhere()
            && scope.areaCodes().stream().allMatch(responsible::covers);
    return responsible.everywhere() || shown;
  }

  /** The device as the one who asks: a wall reads what lies in its scope, a phone nothing. */
  public Caller caller() {
    Role role = kind == DeviceKind.WALL ? Role.WALL : Role.PHONE;
    String account = kind.word() + "-" + id;
    return new Caller(
        account,
        Rights.of(Set.of(role), scope),
        Purpose.USE,
        new Origin(null, account),
        staffCodeOrNull);
  }
}
