package org.wangge.server.message;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.clock.Calendars;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerTarget;
import org.wangge.evaluation.EvaluationStore;
import org.wangge.event.EventLog;
import org.wangge.event.Transactions;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.incident.IncidentFollower;
import org.wangge.incident.IncidentPlace;
import org.wangge.message.MessageRuleRegister;
import org.wangge.message.NotificationRegister;
import org.wangge.message.NotificationStore;
import org.wangge.message.Outbox;
import org.wangge.message.Telling;
import org.wangge.people.PersonNames;
import org.wangge.people.PersonStore;
import org.wangge.server.incident.HandlerNames;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.storage.EventFollower;
import org.wangge.whistle.WhistleStore;

/** Puts messages together. */
public final class MessageModule implements AutoCloseable {
  private final NotificationStore store = new JdbcNotificationStore();
  private final Telling telling;
  private final Outbox outbox;
  private final Outlets outlets;
  private final NotificationRegister register;
  private final MessageRuleRegister rules;
  private final MessageSender sender;
  private final EventFollower follower;
  private final Supplier<AreaAtlas> atlas;
  private final Clock clock;
  private final Clock machine;

  /**
   * What it uses of others.
   *
   * @param people whose numbers messages go to
   * @param whistles of which people are told
   * @param incidents of whose tasks people are told
   * @param evaluations which reporters are asked for
   * @param atlas who is in charge of what now
   * @param rehearsing whether a demonstration shows how media would be that are not set up
   */
  public record Parts(
      PersonStore people,
      WhistleStore whistles,
      IncidentModule incidents,
      EvaluationStore evaluations,
      Supplier<AreaAtlas> atlas,
      Supplier<Boolean> rehearsing) {}

  /**
   * Puts it together.
   *
   * @param folder where the settings of gateways are
   * @param clock the town's
   * @param machine by which attempts are counted
   */
  public MessageModule(
      Transactions transactions,
      EventLog events,
      Path folder,
      Parts parts,
      Calendars calendars,
      TimerStore timers,
      Clock clock,
      Clock machine) {
    JdbcMessageRuleStore ruleStore = new JdbcMessageRuleStore();
    IncidentModule incidents = parts.incidents();
    Reporters reporters =
        new Reporters(incidents.store(), incidents.reporters(), incidents.tokens());
    outlets =
        new Outlets(OutletSettings.read(folder), parts.people(), reporters, parts.rehearsing());
    telling = new Telling(store, ruleStore, calendars, timers, outlets);
    outbox = new Outbox(transactions, store, telling, outlets.keyed());
    register =
        new NotificationRegister(transactions, store, incidents.departments(), telling, ruleStore);
    rules = new MessageRuleRegister(transactions, ruleStore);
    sender = new MessageSender(transactions, outbox, register, outlets, machine);
    Fillings fillings = new Fillings(incidents.categoryStore(), parts.atlas());
    follower =
        new EventFollower(
            transactions,
            events,
            new MessageFollower(
                store,
                List.of(
                    new WhistleOccurrence(
                        parts.whistles(), incidents.store(), fillings, outlets, telling),
                    new TaskOccurrence(
                        incidents.store(), incidents.taskStore(), fillings, parts.atlas(), telling),
                    new QuestionOccurrence(
                        parts.evaluations(), incidents.store(), fillings, outlets, telling),
                    new VisitOccurrence(new GridTelling(telling, parts.atlas())))));
    this.atlas = parts.atlas();
    this.clock = clock;
    this.machine = machine;
  }

  /** Begins to tell people, and to send. */
  public void start() {
    follower.start();
    sender.start();
  }

  /** Who is told when somebody has left a notification without an answer. */
  public TimerTarget alarms() {
    return telling;
  }

  /** Who ends notifications of an incident that is over. */
  public IncidentFollower follower() {
    return telling;
  }

  /** Notifications over HTTP, with the names and numbers of who was told. */
  public NotificationHttp http(HandlerNames handlers, PersonNames people) {
    return new NotificationHttp(register, handlers, people, clock, machine);
  }

  /** Lets people be told of what other features know of. */
  public Telling telling() {
    return telling;
  }

  public NotificationStore store() {
    return store;
  }

  /** How people are told, over HTTP. */
  public MessageHttp messages() {
    return new MessageHttp(rules, register, outbox, outlets, this::anyPlace, clock);
  }

  /** A trial belongs to the first grid there is. */
  private IncidentPlace anyPlace(Caller caller) {
    return atlas.get().areas().stream()
        .filter(area -> area.level() == Level.GRID)
        .min(Comparator.comparing(Area::code))
        .map(area -> new IncidentPlace(area.code(), centerOf(area)))
        .orElseGet(() -> new IncidentPlace("", new LatticePoint(0, 0)));
  }

  private static LatticePoint centerOf(Area area) {
    return area.shape()
        .map(LatticeShape::labelPoint)
        .or(area::anchor)
        .orElseGet(() -> new LatticePoint(0, 0));
  }

  @Override
  public void close() {
    follower.close();
    sender.close();
  }
}
