package org.wangge.server.patrol;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.people.Device;
import org.wangge.people.DeviceKind;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.DoorShut;
import org.wangge.server.http.RateLimit;
import org.wangge.server.http.TooOften;

/**
 * Lets phones in by what they show, and counts: whoever shows what is no phone's, or cannot be read
 * at all, so often a minute for each network; each phone for itself. A phone that is let in is not
 * kept out by what others of its network show. Thread-safe.
 */
final class PhoneDoor {
  static final int WRONG_A_MINUTE = 120;
  private static final int OF_A_PHONE_A_MINUTE = 6_000;

  private final Function<String, Optional<Device>> phones;
  private final RateLimit wrong = new RateLimit(WRONG_A_MINUTE);
  private final RateLimit each = new RateLimit(OF_A_PHONE_A_MINUTE);

  /**
   * Makes it.
   *
   * @param phones the device of a secret, let in or not
   */
  PhoneDoor(Function<String, Optional<Device>> phones) {
    this.phones = phones;
  }

  /**
   * The phone of a token.
   *
   * @throws DoorShut 401 {@code phone-unknown}, 403 {@code phone-revoked}
   * @throws TooOften where its network shows too many that are none, or it sends too much
   */
  Device open(Arrival arrival, String token) {
    Optional<Device> phone =
        phones.apply(token).filter(device -> device.kind() == DeviceKind.PHONE);
    if (phone.isEmpty()) {
      countWrong(arrival);
      throw new DoorShut(401, "phone-unknown", Map.of());
    }
    if (!phone.get().isGood()) {
      countWrong(arrival);
      throw new DoorShut(403, "phone-revoked", Map.of());
    }
    if (!arrival.isLocal()) {
      each.count(phone.get().id());
    }
    return phone.get();
  }

  /**
   * Counts a request of which it cannot be told whose it is.
   *
   * @throws TooOften where there are too many of its network
   */
  void countWrong(Arrival arrival) {
    wrong.count(Arrival.networkOf(arrival.address()));
  }
}
