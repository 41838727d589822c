package org.wangge.server;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.audit.AuditEntry;
import org.wangge.event.EventLog;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.place.PlaceAddresses;
import org.wangge.server.audit.AuditModule;
import org.wangge.server.camera.CameraModule;
import org.wangge.server.clock.ClockModule;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.Settings;
import org.wangge.server.demo.DemoAccounts;
import org.wangge.server.demo.DemoModule;
import org.wangge.server.demo.Life;
import org.wangge.server.demo.TownClock;
import org.wangge.server.errand.GrantedVolunteers;
import org.wangge.server.figure.FigureModule;
import org.wangge.server.footage.FootageModule;
import org.wangge.server.grid.GridModule;
import org.wangge.server.http.Assets;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Health;
import org.wangge.server.http.Identities;
import org.wangge.server.http.Messages;
import org.wangge.server.http.Pages;
import org.wangge.server.http.Problems;
import org.wangge.server.http.ReadAudit;
import org.wangge.server.http.RouteTable;
import org.wangge.server.http.StreamTickets;
import org.wangge.server.http.TicketHttp;
import org.wangge.server.http.WebServer;
import org.wangge.server.importing.AreaImporter;
import org.wangge.server.importing.ImportHttp;
import org.wangge.server.importing.ImportLimits;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.live.LiveLimits;
import org.wangge.server.live.LiveModule;
import org.wangge.server.map.AreaTileSource;
import org.wangge.server.map.TilesHttp;
import org.wangge.server.open311.Open311Http;
import org.wangge.server.open311.Open311Module;
import org.wangge.server.patrol.PatrolModule;
import org.wangge.server.patrol.round.RoundModule;
import org.wangge.server.people.FirstAccounts;
import org.wangge.server.people.PeopleModule;
import org.wangge.server.people.PersonModule;
import org.wangge.server.place.AddressModule;
import org.wangge.server.place.PlaceModule;
import org.wangge.server.shift.ShiftModule;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;
import org.wangge.server.storage.JdbcEventLog;
import org.wangge.server.storage.Sequencer;
import org.wangge.server.tls.TlsModule;
import org.wangge.server.video.VideoModule;
import org.wangge.server.wall.WallModule;
import org.wangge.shift.DutyHours;

/** The program put together: read top to bottom. */
public final class App implements AutoCloseable {
  private final Settings settings;
  private final TlsModule tls;
  private final StreamTickets tickets = new StreamTickets();
  private final Clock machine;
  private final TownClock clock;
  private final Database database;
  private final AuditModule audit;
  private final EventLog events;
  private final GridModule grids;
  private final IncidentDesk desk;
  private final ClockModule clocks;
  private final IncidentModule incidents;
  private final CameraModule cameras;
  private final PatrolModule patrols;
  private final PlaceModule places;
  private final DoorWork doors;
  private final ShiftModule shifts;
  private final DemoModule demo;
  private final PersonModule persons;
  private final PeopleModule people;
  private final Optional<FirstAccounts.Administrator> administrator;
  private final PlanDesk plans;
  private final AddressModule addresses;
  private final Assets assets = new Assets();
  private final LiveModule live;
  private final FootageModule footage;
  private final VideoModule videos;
  private final Sequencer sequencer;
  private final WebServer web;
  private final Life life;

  private App(Settings settings, DataFolder folder, Clock machine) {
    this.settings = settings;
    tls = new TlsModule(settings, machine.instant());
    this.machine = machine;
    clock = new TownClock(machine, settings.demonstration().speed());
    database = connect(settings, clock);
    audit = new AuditModule(database, folder, settings.timeZone(), clock);
    events = new JdbcEventLog(database);
    grids = new GridModule(database, clock);
    desk = desk(folder);
    clocks = desk.clocks();
    incidents = desk.incidents();
    persons = desk.persons();
    cameras = CameraDesk.module(database, grids, this::places, clock);
    places = new PlaceModule(database, clock);
    patrols = patrols();
    doors = doorWork();
    shifts = shifts();
    demo = demo();
    demo.loader().reached().ifPresent(this::goOnFrom);
    if (settings.demonstration().town()) {
      demo.loader().loadTown();
    }
    people = people(folder, machine);
    administrator = addFirstAccounts();
    plans = planDesk();
    addresses =
        new AddressModule(
            () -> PlaceAddresses.of(places.everything()).stream(), grids.atlas()::now);
    live = live();
    footage = new FootageModule(database, cameras.store());
    videos =
        new VideoModule(
            footage.access(), demo::painter, folder.cache(), clock, settings.timeZone());
    sequencer = new Sequencer(database, number -> live.numbered());
    TilesHttp tiles =
        new TilesHttp(Map.of("areas", new AreaTileSource(grids.atlas()), "base", places.baseMap()));
    start();
    web =
        WebServer.start(
            tls.door(),
            new Callers(isOpenToVisitors(), folder.token(), people, tickets),
            new Problems(new Messages()),
            new ReadAudit(this::putOnRecord),
            routes(tiles)::register);
    patrols.listen();
    life =
        settings.demonstration().simulator() ? demo.live(web.localUrl(), folder.token()) : () -> {};
    places.start(
        () -> {
          tiles.warmUp();
          addresses.renew();
          cameras.renewSights();
        });
    inBackground("warm-up-crs", CoordinateSystems::warmUp);
  }

  private PlaceModule places() {
    return places;
  }

  private DemoModule demo() {
    return new DemoModule(
        database,
        grids.store(),
        DemoTownParts.of(places, desk, cameras, patrols, doors, shifts),
        clock);
  }

  private PlanDesk planDesk() {
    return new PlanDesk(
        database,
        new PlanDesk.Ground(
            grids, places, cameras, incidents, GridWork.of(patrols, doors), persons.names()),
        () -> demo.loader().made().isPresent(),
        settings.timeZone(),
        clock);
  }

  private PatrolModule patrols() {
    return new PatrolModule(
        database,
        new RoundModule.Ground(
            grids.store(),
            grids.atlas()::now,
            places.store(),
            persons.store(),
            persons.names(),
            desk.telling()),
        this::dutyHours,
        settings.timeZone(),
        settings.keeping(),
        clock);
  }

  private DutyHours dutyHours() {
    return shifts.hours();
  }

  private DoorWork doorWork() {
    return new DoorWork(
        database,
        places.store(),
        desk,
        (caller, text) -> addresses.find(caller, text),
        grids.atlas()::now,
        settings.timeZone(),
        clock);
  }

  private ShiftModule shifts() {
    ShiftModule module =
        new ShiftModule(
            database,
            new ShiftModule.Ground(
                grids.atlas()::now,
                persons,
                desk.standing(cameras.store()),
                Audiences.ofFeatures()),
            settings.timeZone(),
            clock);
    desk.followers().add(module.follower());
    return module;
  }

  private IncidentDesk desk(DataFolder folder) {
    return new IncidentDesk(
        new IncidentDesk.Ground(database, events, grids, folder, clock, machine),
        this::onDuty,
        this::seenIn,
        isOpenToVisitors());
  }

  private Optional<Instant> seenIn(String staff, String grid, Instant since) {
    return patrols.seenIn(staff, grid, since);
  }

  private Map<String, Double> onDuty(Caller caller, LatticePoint place) {
    return patrols.onDuty(caller, place);
  }

  private PeopleModule people(DataFolder folder, Clock machine) {
    return new PeopleModule(
        database, grids.atlas()::now, isOpenToVisitors(), folder, clock, machine);
  }

  private LiveModule live() {
    return new LiveModule(
        events,
        Audiences.ofFeatures(),
        assets.buildId(),
        () -> grids.atlas().now().coverageVersion(),
        clock,
        LiveLimits.USUAL);
  }

  private void putOnRecord(Caller caller, AuditEntry entry) {
    database.write(
        caller,
        tx -> {
          tx.audit(entry);
          return true;
        });
  }

  /** The town's time may be ahead of the machine's, by which the areas were read first. */
  private void goOnFrom(Instant reached) {
    clock.goOnFrom(reached);
    grids.atlas().renew();
  }

  /** A demonstration has its own accounts; anywhere else somebody must be able to begin. */
  private Optional<FirstAccounts.Administrator> addFirstAccounts() {
    if (!isOpenToVisitors()) {
      return people.first().addAdministrator();
    }
    people
        .first()
        .addDemonstration(
            DemoAccounts.ROLES, DemoTownParts.staff(grids.atlas().now()), DemoAccounts.PASSWORD);
    return Optional.empty();
  }

  /** The administrator whom this start has added, with the password that is told once. */
  public Optional<FirstAccounts.Administrator> administrator() {
    return administrator;
  }

  /** On a demonstration that only this machine can reach, anyone may look and take a role. */
  private boolean isOpenToVisitors() {
    return settings.demonstration().town() && settings.isLoopback();
  }

  private void start() {
    sequencer.start();
    audit.start();
    live.start();
    grids.start();
    patrols.start();
    cameras.renewSights();
    plans.start();
    incidents.photos().start();
    incidents.notes().start();
    desk.start();
  }

  private Routes routes(TilesHttp tiles) {
    return new Routes(
        new Pages(assets),
        new Health(() -> isReady(events), patrols::links),
        new SiteHttp(
            grids.atlas(),
            events,
            demo.loader(),
            settings,
            assets.buildId(),
            clock,
            doors.emergencies()::lasting),
        tiles,
        grids.http(
            List.of(
                incidents::counts, cameras::counts, patrols::counts, doors.emergencies()::counts),
            persons.names()),
        incidents.http(people.names(persons.names())),
        incidents.tasks(persons.names()),
        incidents.joint(persons.names(), people.names(persons.names())),
        together(),
        incidents.reports(addresses::find),
        incidents.duplicates(),
        incidents.channelHttp(),
        incidents.past(),
        incidents.photos().http(),
        incidents.notes().http(),
        open311(),
        clocks.http(List.of(incidents.alarms())),
        incidents.categoryHttp(),
        incidents.limits(),
        CameraDesk.routes(cameras, grids, places, incidents, patrols, footage, videos),
        patrols.http(),
        patrols.positions(),
        patrols.stream(),
        patrols.looks(),
        patrols.phones(
            people.credentials().deviceDesk(),
            people.credentials()::findPhone,
            settings.dataFolder()),
        plans,
        grids.sizeRules(),
        new ImportHttp(new AreaImporter(database, grids.store(), ImportLimits.USUAL)),
        demo.http(),
        people.http(),
        people.own(),
        people.accounts(),
        people.secondFactor(),
        people.credentials(),
        people.openId(),
        live.http(),
        audit.http(),
        addresses.http(),
        places.http(),
        persons.http(),
        tls.http(this::port, this::plainPort),
        new TicketHttp(tickets, machine));
  }

  private TogetherRoutes together() {
    FigureModule figures = figures();
    WallModule wall = new WallModule(database, figures.glances(), settings.timeZone(), clock);
    return new TogetherRoutes(
        desk.whistles(people.names(persons.names())),
        desk.whistleRules(),
        doors.campaigns().http(people.names(persons.names())),
        desk.notifications(),
        desk.messages(),
        desk.alarms(),
        desk.evaluations(),
        desk.errands().http(new GrantedVolunteers(people), people.names(persons.names())),
        desk.errands().open(),
        doors.visits().http(people.names(persons.names())),
        shifts.http(people.names(persons.names())),
        doors.emergencies().http(people.names(persons.names())),
        figures.http(),
        figures.files(),
        figures.fieldwork(),
        wall.http(),
        wall.views(),
        patrols.rounds().http());
  }

  private FigureModule figures() {
    return new FigureModule(
        database,
        new FigureModule.Field(patrols.rounds().register(), doors.visits().count()),
        grids.store(),
        grids.atlas()::now,
        incidents.categories(),
        incidents.taskRegister(),
        persons.names(),
        () -> demo.loader().made().isPresent(),
        settings.timeZone(),
        clock);
  }

  private Open311Http open311() {
    return new Open311Module(
            database,
            incidents.tokens(),
            new Open311Module.Parts(
                incidents.intake(),
                incidents.categories(),
                incidents.channels(),
                addresses::find,
                key -> people.find(Identities.Proof.TOKEN, key).map(Identities.Known::caller),
                () ->
                    grids.atlas().now().areas().stream()
                        .filter(area -> area.level() == Level.DISTRICT)
                        .map(Area::code)
                        .toList(),
                clock))
        .http();
  }

  private static void inBackground(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts the program on a data folder that this process holds. */
  public static App start(Settings settings, DataFolder folder, Clock clock) {
    return new App(settings, folder, clock);
  }

  /** Opens the database the settings name, for a command that holds the data folder. */
  public static Database open(Settings settings, DataFolder folder, Clock clock) {
    Database database = connect(settings, clock);
    AuditModule.witness(database, folder);
    return database;
  }

  private static Database connect(Settings settings, Clock clock) {
    return settings
        .databaseUrl()
        .map(url -> Databases.postgis(url, clock))
        .orElseGet(() -> Databases.h2(settings.dataFolder(), clock));
  }

  private static boolean isReady(EventLog events) {
    try {
      return events.newest() >= 0;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** The routes that really serve. */
  public List<RouteTable.Line> routes() {
    return web.routes();
  }

  public int port() {
    return web.port();
  }

  /** Where plain HTTP leads to HTTPS; −1 where it does not. */
  public int plainPort() {
    return web.sidePort();
  }

  /** Where programs on this machine reach it, showing the owner's token; no slash at the end. */
  public String localUrl() {
    return web.localUrl();
  }

  @Override
  public void close() {
    life.close();
    patrols.close();
    // A server that stops waits for its answers, and a stream has no end of its own.
    live.close();
    videos.close();
    web.close();
    desk.close();
    incidents.photos().close();
    incidents.notes().close();
    plans.close();
    places.close();
    addresses.close();
    cameras.close();
    grids.close();
    sequencer.close();
    audit.close();
    database.close();
  }
}
