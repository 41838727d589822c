package org.wangge.server.incident;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.clock.Calendars;
import org.wangge.clock.TimerStore;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.GridFinder;
import org.wangge.grid.GridStore;
import org.wangge.incident.ChannelTokens;
import org.wangge.incident.Enclosures;
import org.wangge.incident.FollowedHands;
import org.wangge.incident.IncidentAlarms;
import org.wangge.incident.IncidentClocks;
import org.wangge.incident.IncidentFollower;
import org.wangge.incident.IncidentNumbers;
import org.wangge.incident.IncidentPlacing;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Intake;
import org.wangge.incident.PastReports;
import org.wangge.incident.ReportRegister;
import org.wangge.incident.ReportTokens;
import org.wangge.incident.ReportWriter;
import org.wangge.incident.ReporterStore;
import org.wangge.incident.Urgency;
import org.wangge.incident.category.CategoryRegister;
import org.wangge.incident.category.CategoryStore;
import org.wangge.incident.dispatch.DepartmentStore;
import org.wangge.incident.dispatch.TaskRegister;
import org.wangge.incident.dispatch.TaskStore;
import org.wangge.incident.duplicate.DuplicateRegister;
import org.wangge.incident.duplicate.Likeness;
import org.wangge.incident.joint.JointAlarms;
import org.wangge.incident.joint.JointHands;
import org.wangge.incident.joint.JointRegister;
import org.wangge.incident.joint.JointStore;
import org.wangge.incident.limit.LimitRegister;
import org.wangge.incident.limit.LimitStore;
import org.wangge.people.PersonNames;
import org.wangge.people.PersonalTraces;
import org.wangge.plan.redraw.Redraw;
import org.wangge.server.config.Settings;
import org.wangge.server.grid.AreaCounts;
import org.wangge.server.http.SecretTexts;
import org.wangge.server.incident.note.NoteModule;
import org.wangge.server.incident.photo.PhotoModule;
import org.wangge.server.people.AccountNames;

/** Puts the incident feature together. */
public final class IncidentModule {
  private final IncidentStore store = new JdbcIncidentStore();
  private final ReporterStore reporters = new JdbcReporterStore();
  private final CategoryStore categoryStore = new JdbcCategoryStore();
  private final LimitStore limitStore = new JdbcLimitStore();
  private final DepartmentStore departments = new JdbcDepartmentStore();
  private final TaskStore taskStore = new JdbcTaskStore();
  private final TaskRegister tasks;
  private final JointStore jointStore = new JdbcJointStore();
  private final JointAlarms jointAlarms;
  private final JointRegister joint;
  private final IncidentAlarms alarms;
  private final IncidentRegister register;
  private final ReportRegister told;
  private final Clock clock;
  private final Intake intake;
  private final IncidentPlacing placing;
  private final DuplicateRegister duplicates;
  private final ChannelTokens channels;
  private final PastReports past;
  private final CategoryRegister categories;
  private final LimitRegister limits;
  private final PhotoModule photos;
  private final NoteModule notes;
  private final Enclosures enclosures;
  private final ReportTokens tokens;
  private final Supplier<AreaAtlas> atlas;

  /**
   * Puts it together.
   *
   * @param atlas what lies where now
   * @param tokens with which reports are followed
   * @param calendars by which their clocks count
   * @param timers what is to ring for incidents
   * @param onDuty who is near a place
   * @param follower who else is told what was done to an incident
   */
  public IncidentModule(
      Transactions transactions,
      GridStore grids,
      Supplier<AreaAtlas> atlas,
      ReportTokens tokens,
      Calendars calendars,
      TimerStore timers,
      TaskRegister.OnDuty onDuty,
      IncidentFollower follower,
      Clock clock) {
    this(
        transactions,
        grids,
        atlas,
        tokens,
        calendars,
        timers,
        onDuty,
        follower,
        Urgency.NONE,
        clock);
  }

  /**
   * The same.
   *
   * @param urgency where reports are urgent for a while
   */
  public IncidentModule(
      Transactions transactions,
      GridStore grids,
      Supplier<AreaAtlas> atlas,
      ReportTokens tokens,
      Calendars calendars,
      TimerStore timers,
      TaskRegister.OnDuty onDuty,
      IncidentFollower follower,
      Urgency urgency,
      Clock clock) {
    IncidentClocks clocks =
        new IncidentClocks(categoryStore, limitStore, calendars, timers, urgency);
    alarms = new IncidentAlarms(store, clocks);
    tasks =
        new TaskRegister(
            transactions,
            store,
            taskStore,
            departments,
            code -> atlas.get().find(AreaKey.tree(code)),
            onDuty);
    jointAlarms = new JointAlarms(store, jointStore, timers);
    joint = new JointRegister(transactions, store, taskStore, departments, jointStore, jointAlarms);
    register =
        new IncidentRegister(
            transactions,
            store,
            clocks,
            alarms,
            new FollowedHands(
                new JointHands(tasks, store, taskStore, jointStore, jointAlarms), follower));
    this.clock = clock;
    this.atlas = atlas;
    this.tokens = tokens;
    photos = new PhotoModule(transactions, store, reporters, tokens, Settings.CHINA, clock);
    notes = new NoteModule(transactions, store, tokens);
    enclosures = new Enclosures(photos.photos(), notes.notes());
    GridFinder finder = new GridFinder(grids, atlas);
    placing = new IncidentPlacing(transactions, store, clocks, alarms, finder);
    intake =
        new Intake(
            transactions,
            store,
            clocks,
            finder,
            new ReportWriter(store, reporters, categoryStore, clocks, enclosures, finder, tokens),
            new IncidentNumbers(transactions, store, clock, Settings.CHINA));
    categories = new CategoryRegister(transactions, categoryStore, departments);
    limits = new LimitRegister(transactions, limitStore);
    told = new ReportRegister(transactions, store, reporters, enclosures, follower);
    duplicates =
        new DuplicateRegister(
            transactions, store, register, categoryStore, new JdbcMergeStore(), Likeness.USUAL);
    past = new PastReports(transactions, store, categoryStore, intake);
    channels = new ChannelTokens(transactions, new JdbcChannelTokenStore());
  }

  public IncidentStore store() {
    return store;
  }

  /** Who sent reports. */
  public ReporterStore reporters() {
    return reporters;
  }

  public IncidentRegister register() {
    return register;
  }

  /** Who handles incidents, over HTTP, with their names. */
  public TaskHttp tasks(PersonNames people) {
    return new TaskHttp(tasks, register, handlers(people), names(), clock);
  }

  /** What the categories and grids of incidents are called. */
  public IncidentNames names() {
    return new IncidentNames(categories, atlas);
  }

  /** What handlers are called, as whoever looks may know it. */
  public HandlerNames handlers(PersonNames people) {
    return new HandlerNames(tasks, people);
  }

  /** Joint handling over HTTP, with the names of who takes part and who writes. */
  public JointHttp joint(PersonNames people, AccountNames names) {
    return new JointHttp(joint, handlers(people), names, clock);
  }

  /** Who is told when the time of a duty rings. */
  public JointAlarms jointAlarms() {
    return jointAlarms;
  }

  /** Who has incidents in hand. */
  public TaskRegister taskRegister() {
    return tasks;
  }

  public TaskStore taskStore() {
    return taskStore;
  }

  public DepartmentStore departments() {
    return departments;
  }

  public CategoryStore categoryStore() {
    return categoryStore;
  }

  /** What incidents can be about. */
  public CategoryRegister categories() {
    return categories;
  }

  public LimitStore limitStore() {
    return limitStore;
  }

  /** Who is told when a timer of an incident rings, or a calendar is changed. */
  public IncidentAlarms alarms() {
    return alarms;
  }

  public Intake intake() {
    return intake;
  }

  /** Brings open incidents to the grids that a plan has drawn. */
  public void follow(Tx tx, Redraw redraw) {
    placing.reassign(tx, redraw.left(), redraw.entered());
  }

  /**
   * Reports over HTTP.
   *
   * @param addresses where an address is, if it can be only one place
   */
  public ReportHttp reports(BiFunction<Caller, String, Optional<LatticePoint>> addresses) {
    return new ReportHttp(intake, told, duplicates, channels, addresses, SecretTexts::next);
  }

  /** What is likely the same, over HTTP. */
  public DuplicateHttp duplicates() {
    return new DuplicateHttp(duplicates, register, clock);
  }

  /** Tokens that speak for one channel. */
  public ChannelTokens channels() {
    return channels;
  }

  /** The same over HTTP. */
  public ChannelHttp channelHttp() {
    return new ChannelHttp(channels);
  }

  /** What was reported elsewhere before, over HTTP. */
  public PastHttp past() {
    return new PastHttp(past);
  }

  /** Makes tokens of reports' keys. */
  public ReportTokens tokens() {
    return tokens;
  }

  /** Photos of incidents, over HTTP and by themselves. */
  public PhotoModule photos() {
    return photos;
  }

  /** Spoken notes of incidents, over HTTP and by themselves. */
  public NoteModule notes() {
    return notes;
  }

  /** The register of categories over HTTP. */
  public CategoryHttp categoryHttp() {
    return new CategoryHttp(categories);
  }

  /** The limits of stages over HTTP. */
  public LimitHttp limits() {
    return new LimitHttp(limits);
  }

  /** What was said in reports, to be erased with what it was said of. */
  public ReportRegister told() {
    return told;
  }

  /** What is kept of people in reports, to be erased with them. */
  public PersonalTraces traces() {
    return told;
  }

  /** Incidents over HTTP, with the names of those who did something to them. */
  public IncidentHttp http(AccountNames names) {
    return new IncidentHttp(register, placing, enclosures, joint, names, clock);
  }

  /** How many incidents an area has, for its card. */
  public Map<String, Object> counts(Tx tx, Caller caller, Area area) {
    return AreaCounts.counting(caller, Right.READ_INCIDENTS, area)
        .map(counting -> json(store.count(tx, counting, area.code())))
        .orElseGet(Map::of);
  }

  private static Map<String, Object> json(IncidentStore.Count count) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("open", count.open());
    json.put("total", count.total());
    return Map.of("incidents", json);
  }
}
