package org.wangge.server.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.people.CredentialEvent.DeviceAdded;
import org.wangge.people.CredentialEvent.DeviceRevoked;
import org.wangge.people.Datum;
import org.wangge.people.Device;
import org.wangge.people.DeviceKind;
import org.wangge.people.DeviceStore;
import org.wangge.people.DeviceStore.Pairing;
import org.wangge.people.ReadableCode;
import org.wangge.people.SecretHash;
import org.wangge.people.TokenText;
import org.wangge.server.http.TooBusy;

/**
 * Where walls and phones are let in. A wall makes its own secret and shows a code; whoever approves
 * the code makes that secret good, so that it never travels. A phone is given one. Thread-safe.
 */
public final class DeviceDesk {
  static final int MOST_PAIRINGS = 200;

  private static final Duration PAIRING = Duration.ofMinutes(10);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int RETRY_AFTER_SECONDS = 60;
  private static final int CODE_LENGTH = 8;
  private static final int ID_LENGTH = 12;
  private static final int LONGEST_NAME = 80;
  private static final int MOST_AREAS = 20;
  private static final int MOST_OWN_PHONES = 3;
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,40}");
  private static final Pattern DEVICE_ID = Pattern.compile("[0-9a-z]{1,40}");
  private static final Pattern AREA_CODE = Pattern.compile("[0-9A-Za-z-]{2,40}");

  private final Transactions transactions;
  private final DeviceStore store;
  private final Clock machine;
  private final SecureRandom random = new SecureRandom();

  /**
   * Opens the desk.
   *
   * @param machine the machine's clock: people type codes no faster where the program's runs faster
   */
  public DeviceDesk(Transactions transactions, DeviceStore store, Clock machine) {
    this.transactions = transactions;
    this.store = store;
    this.machine = machine;
  }

  /**
   * What a screen gets that asks to be let in.
   *
   * @param code what it shows
   * @param secret what it keeps to itself; good for nothing until the code is approved
   * @param validFor how long the code is good
   */
  public record Begun(String code, String secret, Duration validFor) {

    @Override
    public String toString() {
      return "Begun";
    }
  }

  /** How a screen stands that asked to be let in. */
  public enum State {
    /** Nobody has approved its code yet. */
    WAITING,
    /** It is let in. */
    PAIRED,
    /** It has to ask again: too late, or taken back. */
    OVER
  }

  /**
   * A phone that was let in.
   *
   * @param secret what the app shows: this is the only time it can be seen
   */
  public record AddedPhone(Device device, String secret) {

    @Override
    public String toString() {
      return "AddedPhone " + device.id();
    }
  }

  /**
   * Begins to let a screen in.
   *
   * @throws TooBusy when too many wait
   */
  public Begun begin(Caller caller) {
    String code = ReadableCode.next(random, CODE_LENGTH);
    String secret = TokenText.DEVICE.next(random);
    Instant now = now();
    return transactions.write(
        caller,
        tx -> {
          store.begin(
              tx,
              caller,
              new Pairing(SecretHash.of(secret), SecretHash.of(code), now, now.plus(PAIRING)));
          if (store.countPairings(tx, caller) > MOST_PAIRINGS) {
            throw new TooBusy("pairings-many", RETRY_AFTER_SECONDS);
          }
          return new Begun(ReadableCode.shown(code), secret, PAIRING);
        });
  }

  /** How the screen with a secret stands. */
  public State poll(Caller caller, String secret) {
    String hash = SecretHash.of(secret);
    Instant now = now();
    return transactions.read(
        tx -> {
          Optional<Device> device = store.findByHash(tx, caller, hash);
          if (device.isPresent()) {
            return device.get().isGood() ? State.PAIRED : State.OVER;
          }
          return store.isWaiting(tx, caller, hash, now) ? State.WAITING : State.OVER;
        });
  }

  /**
   * Lets the screen in that shows a code.
   *
   * @param typed the code
   * @param name where it hangs
   * @param scope what it shows: everything, or some areas of the tree
   * @throws Forbidden {@code area-scope} when the caller is not responsible for all of it
   * @throws Invalid {@code pairing-unknown}, {@code device-name}, {@code device-areas}
   */
  public Device approve(Caller caller, String typed, String name, AreaScope scope) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    requireSound(scope);
    String hash = SecretHash.of(ReadableCode.normal(typed));
    Instant now = now();
    return transactions.write(
        keeper,
        tx -> {
          Device wall = wall(tx, keeper, name, scope);
          requireResponsible(keeper, wall);
          Pairing pairing =
              store
                  .take(tx, keeper, hash, now)
                  .orElseThrow(
                      () ->
                          new Invalid(
                              "code", "pairing-unknown", Map.of("minutes", PAIRING.toMinutes())));
          return add(tx, keeper, wall, pairing.secretHash());
        });
  }

  /**
   * Lets a phone in that sends the positions of one person.
   *
   * @param datum in which coordinates it says where it is
   * @throws Forbidden {@code area-scope} unless the caller keeps accounts everywhere
   * @throws Invalid {@code staff-code-shape}, {@code device-name}
   */
  public AddedPhone addPhone(Caller caller, String name, String staffCode, Datum datum) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    if (!CODE.matcher(staffCode).matches()) {
      throw new Invalid("staffCode", "staff-code-shape");
    }
    String secret = TokenText.DEVICE.next(random);
    return transactions.write(
        keeper,
        tx -> {
          Device phone = phone(tx, keeper, name, staffCode, datum);
          requireResponsible(keeper, phone);
          return new AddedPhone(add(tx, keeper, phone, SecretHash.of(secret)), secret);
        });
  }

  /**
   * Lets a phone in that sends the caller's own positions.
   *
   * @param datum in which coordinates it says where it is
   * @throws Invalid {@code phone-of-nobody} where the caller has no staff code, {@code device-name}
   * @throws Conflict {@code phones-many}
   */
  public AddedPhone addOwnPhone(Caller caller, String name, Datum datum) {
    Caller owner = caller.with(Right.OWN_ACCOUNT);
    String staffCode = ownCode(owner);
    String secret = TokenText.DEVICE.next(random);
    return transactions.write(
        owner,
        tx -> {
          if (goodOf(tx, owner, staffCode).size() >= MOST_OWN_PHONES) {
            throw new Conflict("phones-many", Map.of("most", MOST_OWN_PHONES));
          }
          Device phone = phone(tx, owner, name, staffCode, datum);
          return new AddedPhone(add(tx, owner, phone, SecretHash.of(secret)), secret);
        });
  }

  /** The phones that send the caller's own positions, newest first; none without a staff code. */
  public List<Device> ownPhones(Caller caller) {
    Caller owner = caller.with(Right.OWN_ACCOUNT);
    return owner
        .staffCode()
        .map(code -> transactions.read(tx -> goodOf(tx, owner, code)))
        .orElse(List.of());
  }

  /**
   * Takes back that a phone sends the caller's own positions, whoever let it in.
   *
   * @throws Invalid {@code phone-of-nobody} where the caller has no staff code
   * @throws NotFound {@code device-unknown}, also where it sends those of somebody else
   */
  public void revokeOwnPhone(Caller caller, String id) {
    Caller owner = caller.with(Right.OWN_ACCOUNT);
    String staffCode = ownCode(owner);
    transactions.write(
        owner,
        tx -> {
          Device phone =
              goodOf(tx, owner, staffCode).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(() -> new NotFound("device-unknown", Map.of("device", id)));
          if (store.revoke(tx, owner, id)) {
            tx.record(new DeviceRevoked(id, phone.kind()));
          }
          return 0;
        });
  }

  private List<Device> goodOf(Tx tx, Caller owner, String staffCode) {
    return store.listOf(tx, owner, staffCode).stream().filter(Device::isGood).toList();
  }

  private static String ownCode(Caller owner) {
    return owner.staffCode().orElseThrow(() -> new Invalid("staffCode", "phone-of-nobody"));
  }

  private Device wall(Tx tx, Caller keeper, String name, AreaScope scope) {
    return device(tx, keeper, name, null, scope, Datum.WGS84);
  }

  private Device phone(Tx tx, Caller keeper, String name, String staffCode, Datum datum) {
    return device(tx, keeper, name, staffCode, AreaScope.of(List.of()), datum);
  }

  private Device device(
      Tx tx, Caller keeper, String name, @Nullable String staffCode, AreaScope scope, Datum datum) {
    String sound = name.strip();
    if (sound.isEmpty() || sound.length() > LONGEST_NAME) {
      throw new Invalid("name", "device-name", Map.of("most", LONGEST_NAME));
    }
    return new Device(
        ReadableCode.next(random, ID_LENGTH).toLowerCase(Locale.ROOT),
        staffCode == null ? DeviceKind.WALL : DeviceKind.PHONE,
        sound,
        staffCode,
        scope,
        datum,
        keeper.account(),
        tx.now(),
        null,
        null);
  }

  private Device add(Tx tx, Caller keeper, Device device, String secretHash) {
    store.add(tx, keeper, device, secretHash);
    tx.record(new DeviceAdded(device.id(), device.kind()));
    return device;
  }

  private static void requireSound(AreaScope scope) {
    List<String> codes = scope.areaCodes();
    boolean sound =
        scope.everywhere()
            || (!codes.isEmpty()
                && codes.size() <= MOST_AREAS
                && codes.stream().allMatch(code -> AREA_CODE.matcher(code).matches()));
    if (!sound) {
      throw new Invalid("areas", "device-areas", Map.of("most", MOST_AREAS));
    }
  }

  private static void requireResponsible(Caller keeper, Device device) {
    if (!device.isWithin(keeper.scope())) {
      throw new Forbidden("area-scope");
    }
  }

  /** The devices the caller is responsible for, newest first, also such as are out. */
  public List<Device> list(Caller caller) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    return transactions.read(tx -> store.list(tx, keeper));
  }

  /**
   * Takes back that a device is let in. Doing so again does nothing.
   *
   * @throws NotFound {@code device-unknown}, also where the caller is not responsible for it
   */
  public void revoke(Caller caller, String id) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    transactions.write(
        keeper,
        tx -> {
          Device device =
              store
                  .find(tx, keeper, id)
                  .orElseThrow(() -> new NotFound("device-unknown", Map.of("device", id)));
          if (store.revoke(tx, keeper, id)) {
            tx.record(new DeviceRevoked(id, device.kind()));
          }
          return 0;
        });
  }

  /**
   * The device that a secret is of, where it is let in now. That it was seen is noted once a day.
   */
  public Optional<Device> find(String secret) {
    return findAny(secret).filter(Device::isGood);
  }

  /** The same, also where that was taken back. */
  public Optional<Device> findAny(String secret) {
    if (!TokenText.DEVICE.isOne(secret)) {
      return Optional.empty();
    }
    Caller upkeep = Caller.upkeep();
    Optional<Seen> seen =
        transactions.read(
            tx ->
                store
                    .findByHash(tx, upkeep, SecretHash.of(secret))
                    .map(device -> new Seen(device, isNewlySeen(device, tx.now()))));
    seen.filter(Seen::isNew).ifPresent(one -> note(one.device()));
    return seen.map(Seen::device);
  }

  /**
   * The phone of an id, let in or not: for messages of which somebody else has made sure whose they
   * are. That it was seen is noted once a day.
   */
  public Optional<Device> findPhone(String id) {
    if (!DEVICE_ID.matcher(id).matches()) {
      return Optional.empty();
    }
    Caller upkeep = Caller.upkeep();
    Optional<Seen> seen =
        transactions.read(
            tx ->
                store
                    .find(tx, upkeep, id)
                    .filter(device -> device.kind() == DeviceKind.PHONE)
                    .map(device -> new Seen(device, isNewlySeen(device, tx.now()))));
    seen.filter(Seen::isNew).ifPresent(one -> note(one.device()));
    return seen.map(Seen::device);
  }

  private record Seen(Device device, boolean isNew) {}

  private static boolean isNewlySeen(Device device, Instant now) {
    return device.isGood() && device.lastSeen().orElse(Instant.EPOCH).isBefore(now.minus(A_DAY));
  }

  private void note(Device device) {
    transactions.write(
        Caller.upkeep(),
        tx -> {
          store.see(tx, Caller.upkeep(), device.id(), tx.now());
          return 0;
        });
  }

  private Instant now() {
    return machine.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
