package org.wangge.server;

import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import org.wangge.access.Caller;
import org.wangge.camera.CameraStore;
import org.wangge.errand.ErrandLapse;
import org.wangge.event.EventLog;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.IncidentClocks;
import org.wangge.incident.IncidentFollowers;
import org.wangge.incident.joint.JointAlarms;
import org.wangge.message.Telling;
import org.wangge.server.alarm.AlarmHttp;
import org.wangge.server.alarm.AlarmModule;
import org.wangge.server.clock.ClockModule;
import org.wangge.server.config.DataFolder;
import org.wangge.server.emergency.JdbcUrgencyStore;
import org.wangge.server.errand.ErrandModule;
import org.wangge.server.errand.FiledErrands;
import org.wangge.server.evaluation.EvaluationModule;
import org.wangge.server.grid.GridModule;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.incident.KeyedTokens;
import org.wangge.server.message.MessageHttp;
import org.wangge.server.message.MessageModule;
import org.wangge.server.message.NotificationHttp;
import org.wangge.server.people.AccountNames;
import org.wangge.server.people.PersonModule;
import org.wangge.server.shift.TownStanding;
import org.wangge.server.storage.Database;
import org.wangge.server.whistle.WhistleHttp;
import org.wangge.server.whistle.WhistleModule;
import org.wangge.server.whistle.WhistleRuleHttp;
import org.wangge.whistle.ArrivalProof;
import org.wangge.whistle.Escalation;

/**
 * Incidents put together with their clocks, their whistles, what people are told of them, and the
 * alarms that ring for all of it.
 */
final class IncidentDesk implements AutoCloseable {
  private final Ground ground;
  private final IncidentFollowers followers = new IncidentFollowers();
  private final ClockModule clocks;
  private final IncidentModule incidents;
  private final PersonModule persons;
  private final WhistleModule whistles;
  private final MessageModule messages;
  private final EvaluationModule evaluations;
  private final AlarmModule alarms;
  private final ErrandModule errands;

  /**
   * What it stands on.
   *
   * @param clock the town's
   * @param machine the machine's, by which messages are tried again
   */
  record Ground(
      Database database,
      EventLog events,
      GridModule grids,
      DataFolder folder,
      Clock clock,
      Clock machine) {}

  /**
   * Puts it together.
   *
   * @param onDuty who is on duty near a place, and how far away
   * @param proof who knows where people are
   * @param rehearsing whether a demonstration shows messages that go nowhere
   */
  IncidentDesk(
      Ground ground,
      BiFunction<Caller, LatticePoint, Map<String, Double>> onDuty,
      ArrivalProof proof,
      boolean rehearsing) {
    this.ground = ground;
    clocks = new ClockModule(ground.database(), ground.grids().store(), ground.clock());
    incidents = incidentModule(onDuty);
    persons =
        new PersonModule(
            ground.database(), ground.grids().atlas()::now, incidents.traces(), ground.clock());
    whistles = whistleModule(proof);
    evaluations = new EvaluationModule(ground.database(), incidents, followers);
    messages = messageModule(rehearsing);
    alarms =
        new AlarmModule(
            ground.database(),
            ground.events(),
            incidents.categoryStore(),
            ground.grids().atlas()::now,
            ground.clock());
    errands = errandModule();
  }

  private IncidentModule incidentModule(
      BiFunction<Caller, LatticePoint, Map<String, Double>> onDuty) {
    IncidentModule module =
        new IncidentModule(
            ground.database(),
            ground.grids().store(),
            ground.grids().atlas()::now,
            new KeyedTokens(ground.folder().secret("report-tokens")),
            clocks.calendars(),
            clocks.timerStore(),
            onDuty::apply,
            followers,
            new JdbcUrgencyStore(),
            ground.clock());
    clocks.timers().tell(IncidentClocks.SUBJECT, module.alarms());
    clocks.timers().tell(JointAlarms.SUBJECT, module.jointAlarms());
    return module;
  }

  private WhistleModule whistleModule(ArrivalProof proof) {
    WhistleModule module =
        new WhistleModule(
            ground.database(),
            incidents.store(),
            incidents.departments(),
            ground.grids().atlas()::now,
            clocks.calendars(),
            clocks.timerStore(),
            proof,
            ground.clock());
    clocks.timers().tell(Escalation.SUBJECT, module.alarms());
    followers.add(module.follower());
    return module;
  }

  private MessageModule messageModule(boolean rehearsing) {
    MessageModule module =
        new MessageModule(
            ground.database(),
            ground.events(),
            ground.folder().path(),
            new MessageModule.Parts(
                persons.store(),
                whistles.store(),
                incidents,
                evaluations.store(),
                ground.grids().atlas()::now,
                () -> rehearsing),
            clocks.calendars(),
            clocks.timerStore(),
            ground.clock(),
            ground.machine());
    clocks.timers().tell(Telling.SUBJECT, module.alarms());
    followers.add(module.follower());
    return module;
  }

  private ErrandModule errandModule() {
    ErrandModule module =
        new ErrandModule(
            ground.database(),
            new ErrandModule.Ground(
                ground.grids().store(),
                ground.grids().atlas()::now,
                new KeyedTokens(ground.folder().secret("errand-tokens")),
                incidents.photos().store(),
                new FiledErrands(incidents.intake(), incidents.store(), incidents.told())),
            clocks.timerStore(),
            ground.clock());
    clocks.timers().tell(ErrandLapse.SUBJECT, module.lapse());
    followers.add(module.follower());
    return module;
  }

  /** What stands open at a desk, the silent cameras with it. */
  TownStanding standing(CameraStore cameras) {
    return new TownStanding(
        incidents.store(), whistles.store(), cameras, alarms.store(), messages.store());
  }

  void start() {
    whistles.start();
    messages.start();
    alarms.start();
    clocks.start();
  }

  ClockModule clocks() {
    return clocks;
  }

  IncidentModule incidents() {
    return incidents;
  }

  EvaluationModule evaluations() {
    return evaluations;
  }

  ErrandModule errands() {
    return errands;
  }

  PersonModule persons() {
    return persons;
  }

  WhistleHttp whistles(AccountNames names) {
    return whistles.http(incidents.handlers(persons.names()), names, incidents.names());
  }

  WhistleRuleHttp whistleRules() {
    return whistles.rules();
  }

  NotificationHttp notifications() {
    return messages.http(incidents.handlers(persons.names()), persons.names());
  }

  MessageHttp messages() {
    return messages.messages();
  }

  /** Lets people be told of what other features know of. */
  Telling telling() {
    return messages.telling();
  }

  AlarmHttp alarms() {
    return alarms.http();
  }

  /** Who is told of what is done to incidents; other features join them. */
  IncidentFollowers followers() {
    return followers;
  }

  @Override
  public void close() {
    alarms.close();
    messages.close();
    clocks.close();
    whistles.close();
  }
}
