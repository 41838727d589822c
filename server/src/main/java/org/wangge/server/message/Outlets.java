package org.wangge.server.message;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.message.Medium;
import org.wangge.message.Reaching;
import org.wangge.message.Recipient;
import org.wangge.people.Person;
import org.wangge.people.PersonStore;
import org.wangge.people.PersonalField;

/** The ways out that are set up, and where they lead for whom. Thread-safe. */
final class Outlets implements Reaching {
  /** The group of a demonstration, of which nothing goes out. */
  static final String REHEARSED_GROUP = "演示工作群";

  private final OutletSettings settings;
  private final PersonStore people;
  private final Reporters reporters;
  private final Map<Medium, Outlet> outlets = new EnumMap<>(Medium.class);
  private final Supplier<Boolean> rehearsing;

  /**
   * Makes them.
   *
   * @param reporters whose numbers questions go to
   * @param rehearsing whether a demonstration shows how media would be that are not set up
   */
  Outlets(
      OutletSettings settings,
      PersonStore people,
      Reporters reporters,
      Supplier<Boolean> rehearsing) {
    this.settings = settings;
    this.people = people;
    this.reporters = reporters;
    this.rehearsing = rehearsing;
    OutletSettings.Sms sms = settings.smsOrNull();
    OutletSettings.Mail mail = settings.mailOrNull();
    if (sms != null) {
      outlets.put(Medium.SMS, new SmsOutlet(sms));
    }
    if (mail != null) {
      outlets.put(Medium.MAIL, new MailOutlet(mail));
    }
    if (!settings.groups().isEmpty()) {
      outlets.put(Medium.GROUP, new GroupOutlet(settings.groups()));
    }
  }

  /** The way out over a medium; empty where none is set up. */
  Optional<Outlet> of(Medium medium) {
    Outlet outlet = outlets.get(medium);
    return outlet == null && isRehearsed(medium)
        ? Optional.of(new RehearsedOutlet(medium))
        : Optional.ofNullable(outlet);
  }

  /** Only where nothing at all is set up: beside a real gateway nothing is pretended. */
  private boolean isRehearsed(Medium medium) {
    return outlets.isEmpty()
        && (medium == Medium.SMS || medium == Medium.GROUP)
        && rehearsing.get();
  }

  /** Media whose gateway takes a message of a key only once. */
  Set<Medium> keyed() {
    return outlets.values().stream()
        .filter(Outlet::isKeyed)
        .map(Outlet::medium)
        .collect(Collectors.toSet());
  }

  /** The secret by which receipts of text messages are known; empty where none are taken. */
  String receiptSecret() {
    OutletSettings.Sms sms = settings.smsOrNull();
    return sms == null ? "" : sms.receiptSecret();
  }

  /** The names of the groups that are set up. */
  List<String> groupNames() {
    return settings.groups().stream().map(OutletSettings.Group::name).toList();
  }

  @Override
  public Set<Medium> mediaOf(Tx tx, Caller caller, Recipient recipient) {
    Set<Medium> media = new HashSet<>();
    if (recipient.kind() == Recipient.Kind.PERSON
        || recipient.kind() == Recipient.Kind.DEPARTMENT) {
      media.add(Medium.PAGE);
    }
    for (Medium medium : Medium.values()) {
      if (medium.isOutward()
          && of(medium).isPresent()
          && addressOf(tx, medium, recipient).isPresent()) {
        media.add(medium);
      }
    }
    return media;
  }

  /** Where a message over a medium goes for somebody; empty where that is not known. */
  Optional<String> addressOf(Tx tx, Medium medium, Recipient recipient) {
    return switch (medium) {
      case PAGE -> Optional.empty();
      case SMS -> phoneOf(tx, recipient);
      case MAIL -> mailOf(recipient);
      case GROUP ->
          recipient.kind() == Recipient.Kind.GROUP
              ? Optional.of(recipient.code())
              : Optional.empty();
    };
  }

  /** What fills blanks of a message to somebody and is kept nowhere. */
  Map<String, String> fillingsOf(Recipient recipient) {
    return recipient.kind() == Recipient.Kind.REPORTER
        ? Map.of("link", settings.pages() + "/report/#" + reporters.tokenOf(recipient.code()))
        : Map.of();
  }

  private Optional<String> phoneOf(Tx tx, Recipient recipient) {
    if (recipient.kind() == Recipient.Kind.REPORTER) {
      // A link that leads nowhere asks nobody.
      return settings.pages().isEmpty() && !outlets.isEmpty()
          ? Optional.empty()
          : reporters.phoneOf(tx, recipient.code());
    }
    if (recipient.kind() != Recipient.Kind.PERSON) {
      return Optional.empty();
    }
    return Optional.ofNullable(people.known(tx, List.of(recipient.code())).get(recipient.code()))
        .map((Person person) -> person.value(PersonalField.DUTY_PHONE))
        .filter(phone -> !phone.isEmpty());
  }

  private Optional<String> mailOf(Recipient recipient) {
    OutletSettings.Mail mail = settings.mailOrNull();
    return mail == null || recipient.kind() != Recipient.Kind.DEPARTMENT
        ? Optional.empty()
        : Optional.ofNullable(mail.departments().get(recipient.code()));
  }

  @Override
  public List<Recipient> groupsAt(String grid, Set<String> departments) {
    List<String> names = new ArrayList<>();
    for (OutletSettings.Group group : settings.groups()) {
      boolean concerns = group.departments().stream().anyMatch(departments::contains);
      if (concerns || group.areas().stream().anyMatch(grid::startsWith)) {
        names.add(group.name());
      }
    }
    if (settings.groups().isEmpty() && isRehearsed(Medium.GROUP)) {
      names.add(REHEARSED_GROUP);
    }
    return names.stream().map(name -> new Recipient(Recipient.Kind.GROUP, name)).toList();
  }
}
