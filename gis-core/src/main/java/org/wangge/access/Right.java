package org.wangge.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be allowed, and the roles it comes with: the one table of it. A route names the right it
 * wants, and the rule in core asks for the same one again. Where it holds is the scope of the roles
 * that bring it. Terms of domain.md, "Who uses it".
 */
public enum Right {
  /** What anyone may, without an account. */
  PUBLIC(Role.values()),
  /** What concerns the caller's own account. */
  OWN_ACCOUNT(Role.MEMBER),
  /** To be told what happens; of what, each event says itself. */
  FOLLOW(staff()),
  READ_INCIDENTS(staff()),
  /** To take a report for somebody, over whatever channel it came. */
  TAKE_REPORTS(Role.OPERATOR, Role.WORKER, Role.HANDLER, Role.ADMINISTRATOR),
  /**
   * What was said in reports, and by whom, masked: for who leads incidents or handles them, and for
   * who may have a reporter revealed and must know of which report.
   */
  READ_REPORTS(
      Role.OPERATOR, Role.LIAISON, Role.WORKER, Role.HANDLER, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To hear notes that were spoken: for who sees whole who reported, as a voice has no mask. */
  HEAR_NOTES(Role.OPERATOR, Role.ADMINISTRATOR),
  /** To lead incidents through their steps. */
  LEAD_INCIDENTS(Role.OPERATOR, Role.ADMINISTRATOR),
  /** To say of a report, on the spot, whether it is so. */
  CHECK_INCIDENTS(Role.WORKER, Role.OPERATOR, Role.ADMINISTRATOR),
  /** To handle incidents: report back, send back, ask for more time, appeal. */
  HANDLE_INCIDENTS(Role.WORKER, Role.HANDLER, Role.OPERATOR, Role.ADMINISTRATOR),
  /** To judge what handlers ask for: the last word on more time and on appeals. */
  JUDGE_INCIDENTS(Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To open again what was ended. */
  REOPEN_INCIDENTS(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To do anything with incidents; each action asks for its own right besides. */
  ACT_ON_INCIDENTS(Role.OPERATOR, Role.WORKER, Role.HANDLER, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To call for help at an incident. */
  BLOW_WHISTLES(Role.WORKER, Role.OPERATOR, Role.ADMINISTRATOR),
  /** To answer where one was called, or somebody of one's department. */
  ANSWER_WHISTLES(Role.WORKER, Role.HANDLER, Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To know which campaigns there are, and how far they have come. */
  READ_CAMPAIGNS(staff()),
  /** To know which doors of a campaign are left, and what was answered at the others. */
  READ_CAMPAIGN_UNITS(Role.WORKER, Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To go from door to door. */
  WORK_CAMPAIGNS(Role.WORKER, Role.OPERATOR, Role.ADMINISTRATOR),
  /** To begin campaigns, and to end them. */
  ORGANISE_CAMPAIGNS(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To know where an emergency lasts, and how it stands there. */
  READ_EMERGENCIES(staff()),
  /** To declare emergencies, and to end them. */
  DECLARE_EMERGENCIES(Role.APPROVER, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To know who serves where they live in an emergency, and to say it for them. */
  STAFF_EMERGENCIES(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To say whether one serves where one lives. */
  ANSWER_EMERGENCIES(
      Role.OPERATOR,
      Role.PLANNER,
      Role.APPROVER,
      Role.LIAISON,
      Role.WORKER,
      Role.HANDLER,
      Role.SUPERVISOR,
      Role.ADMINISTRATOR),
  /** To know which doors are due for a visit, and how many were seen; notes masked as reports. */
  READ_VISITS(Role.WORKER, Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To visit households and businesses, and to mark who must be seen. */
  WORK_VISITS(Role.WORKER, Role.OPERATOR, Role.ADMINISTRATOR),
  /** To say which doors are gone to how often. */
  KEEP_VISIT_RULES(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To know which errands residents have ordered; who ordered them, masked as reporters are. */
  READ_ERRANDS(Role.WORKER, Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To send volunteers on errands: workers only where they are at the head of the grid. */
  DISPATCH_ERRANDS(Role.WORKER, Role.OPERATOR, Role.ADMINISTRATOR),
  /** To do errands that one was offered. */
  TAKE_ERRANDS(Role.VOLUNTEER, Role.WORKER),
  /** What people were told, and whether it reached them. */
  READ_NOTIFICATIONS(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** The board of alarms, and all that ever rang. */
  READ_ALARMS(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To acknowledge alarms, and to shelve them for a while. */
  ANSWER_ALARMS(Role.OPERATOR, Role.ADMINISTRATOR),
  READ_CAMERAS(
      Role.WALL,
      Role.OPERATOR,
      Role.LIAISON,
      Role.PLANNER,
      Role.APPROVER,
      Role.SUPERVISOR,
      Role.ADMINISTRATOR),
  /** To enter cameras into the register, and to change what it says of them. */
  KEEP_CAMERAS(Role.OPERATOR, Role.LIAISON, Role.ADMINISTRATOR),
  /** To look at a camera's picture. Whoever runs the installation need not. */
  WATCH_CAMERAS(Role.WALL, Role.OPERATOR, Role.LIAISON),
  /** To look again at what a camera has shown in the last minutes. */
  REPLAY_FOOTAGE(Role.OPERATOR, Role.LIAISON),
  /** To look at footage of any time, for a reason that goes on record. */
  RETRIEVE_FOOTAGE(Role.LIAISON),
  /** Where people on duty are. */
  READ_POSITIONS(
      Role.WALL,
      Role.OPERATOR,
      Role.LIAISON,
      Role.WORKER,
      Role.SUPERVISOR,
      Role.PLANNER,
      Role.APPROVER,
      Role.HANDLER,
      Role.ADMINISTRATOR),
  /** Where the people of a demonstration truly are, whoever has said so. */
  SEE_DEMONSTRATION(true, staff()),
  /** Where people on duty have been. */
  READ_TRACKS(Role.WALL, Role.OPERATOR, Role.LIAISON, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** Which patrols are due, and how they went. */
  READ_PATROLS(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To say who patrols where and when. */
  PLAN_PATROLS(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To know of one's own patrols. */
  WALK_PATROLS(Role.WORKER),
  SEND_POSITIONS(Role.WORKER, Role.PHONE, Role.ADMINISTRATOR),
  /** To redraw areas in plans and change what is said of them. */
  DRAW_AREAS(Role.PLANNER, Role.ADMINISTRATOR),
  /** To look at plans, and at how far they have come. */
  READ_PLANS(Role.PLANNER, Role.APPROVER, Role.ADMINISTRATOR),
  /** To approve plans of others, or to reject them. Whoever runs the installation need not. */
  APPROVE_PLANS(Role.APPROVER),
  /** To put plans into force that somebody else has approved. */
  PUBLISH_PLANS(Role.PLANNER, Role.APPROVER, Role.ADMINISTRATOR),
  /** To be told what plans change; those in charge of grids only of these. */
  READ_IMPACT(
      Role.PLANNER,
      Role.APPROVER,
      Role.SUPERVISOR,
      Role.OPERATOR,
      Role.WORKER,
      Role.HANDLER,
      Role.ADMINISTRATOR),
  /** Who works here, masked. */
  READ_PEOPLE(
      Role.OPERATOR, Role.LIAISON, Role.HANDLER, Role.WORKER, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To see a masked value whole, for a reason. */
  REVEAL(Role.OPERATOR, Role.LIAISON, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** Who is on duty where, and whom to call now. */
  READ_ROSTERS(
      Role.OPERATOR, Role.LIAISON, Role.HANDLER, Role.WORKER, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To say who is on duty. */
  KEEP_ROSTERS(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To be on a shift: its log, what it hands over, and what changed in it. */
  WORK_SHIFTS(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To load areas out of files, many at once. */
  IMPORT_AREAS(true, Role.PLANNER, Role.ADMINISTRATOR),
  /** To keep accounts, grants, persons, tokens and devices. */
  KEEP_ACCOUNTS(Role.ADMINISTRATOR),
  /** To say how large areas should be. */
  KEEP_SIZE_RULES(Role.ADMINISTRATOR),
  /** When is worked, and how long stages may take. */
  READ_CLOCKS(staff()),
  /** To say when is worked. */
  KEEP_CALENDARS(Role.ADMINISTRATOR),
  /** To say how long stages may take, which holds everywhere. */
  KEEP_LIMITS(true, Role.ADMINISTRATOR),
  /** To say what incidents can be about, which is the same everywhere. */
  KEEP_CATEGORIES(true, Role.ADMINISTRATOR),
  /** What reporters and supervisors say of what was done. */
  READ_EVALUATIONS(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To appraise incidents that were closed, of one's choice or drawn by lot. */
  APPRAISE_INCIDENTS(Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To say what of an incident anyone may read. */
  PUBLISH_INCIDENTS(Role.OPERATOR, Role.ADMINISTRATOR),
  /** To see figures, and the lists behind them. */
  READ_FIGURES(Role.OPERATOR, Role.SUPERVISOR, Role.PLANNER, Role.ADMINISTRATOR),
  /** To see figures at a glance, by area: no list behind them and nobody's own. */
  READ_WALL(Role.WALL, Role.OPERATOR, Role.SUPERVISOR, Role.PLANNER, Role.ADMINISTRATOR),
  /** To say from which figures on work is excellent or not good enough, which holds everywhere. */
  KEEP_GRADES(true, Role.ADMINISTRATOR),
  /** To take away the second factor of somebody else. */
  REPLACE_FACTORS(true, Role.ADMINISTRATOR),
  READ_AUDIT(true, Role.SUPERVISOR, Role.ADMINISTRATOR),
  /** To run the installation. */
  RUN(true, Role.ADMINISTRATOR);

  private final boolean everywhere;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final Set<Role> roles;

  Right(Role... roles) {
    this(false, roles);
  }

  Right(boolean everywhere, Role... roles) {
    this.everywhere = everywhere;
    this.roles = Set.copyOf(EnumSet.copyOf(Arrays.asList(roles)));
  }

  private static Role[] staff() {
    return Arrays.stream(Role.values()).filter(Role::isStaff).toArray(Role[]::new);
  }

  /** The roles it comes with. */
  public Set<Role> roles() {
    return roles;
  }

  /**
   * Whether it is about the installation as a whole, so that only who holds the role everywhere has
   * it.
   */
  public boolean isEverywhere() {
    return everywhere;
  }

  /** Whether somebody's rights bring it. */
  boolean isIn(Rights held) {
    return roles.stream()
        .map(held.scopes()::get)
        .anyMatch(scope -> scope != null && (!everywhere || scope.everywhere()));
  }
}
