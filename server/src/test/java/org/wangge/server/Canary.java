package org.wangge.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.people.PersonalField;

/**
 * A text that stands in one personal column and nowhere else: wherever it turns up, that column was
 * shown.
 *
 * @param column of the database, as {@code columns.md} names it
 * @param text what was planted
 * @param seenBy roles that may see it without asking for it
 */
record Canary(String column, String text, Set<Role> seenBy) {
  private static final Set<Role> STAFF =
      Set.copyOf(
          Arrays.stream(Role.values()).filter(one -> one.isGranted() && one.isStaff()).toList());
  private static final Set<Role> LEADERS = Set.of(Role.OPERATOR, Role.ADMINISTRATOR);

  /** Of a person: each column with its own. */
  static final Map<PersonalField, Canary> OF_PERSON =
      new EnumMap<>(
          Map.of(
              PersonalField.NAME, of("name", "Quillname-7731", PersonalField.NAME),
              PersonalField.DUTY_PHONE, of("duty_phone", "00071234567", PersonalField.DUTY_PHONE),
              PersonalField.PRIVATE_PHONE,
                  of("private_phone", "00079876543", PersonalField.PRIVATE_PHONE),
              PersonalField.ID_NUMBER,
                  of("id_number", "000000197307197731", PersonalField.ID_NUMBER),
              PersonalField.HOME_ADDRESS,
                  of("home_address", "鹊鸲小区9栋7单元7731室", PersonalField.HOME_ADDRESS),
              PersonalField.HOME_GRID, of("home_grid", "quillgrid-7731", PersonalField.HOME_GRID)));

  static final Canary UNIT = new Canary("people_person.unit", "Quillunit-7731", STAFF);
  static final Canary REPORTER_NAME =
      new Canary("incident_reporter.name", "Quillsender-7731", LEADERS);
  static final Canary REPORTER_PHONE =
      new Canary("incident_reporter.phone", "00075553331", LEADERS);
  static final Canary WORDS =
      new Canary("incident_report.description", "quillwords", Right.READ_REPORTS.roles());
  static final Canary NUMBER_IN_WORDS =
      new Canary("incident_report.description", "00074442221", LEADERS);
  static final Canary REASON = new Canary("incident_deed.reason", "quillreason", STAFF);
  static final Canary NUMBER_IN_REASON = new Canary("incident_deed.reason", "00073331110", LEADERS);
  static final Canary MINUTE = new Canary("incident_joint_minute.words", "quillminute", STAFF);
  static final Canary NUMBER_IN_MINUTE =
      new Canary("incident_joint_minute.words", "00072220009", LEADERS);
  static final Canary DUTY = new Canary("incident_joint_duty.what", "quillduty", STAFF);
  static final Canary NUMBER_IN_DUTY =
      new Canary("incident_joint_duty.what", "00071110008", LEADERS);

  static final Canary CALL = new Canary("whistle_whistle.reason", "quillcall", STAFF);
  static final Canary NUMBER_IN_CALL = new Canary("whistle_whistle.reason", "00069990007", LEADERS);

  static final Canary ANSWER =
      new Canary("campaign_answer.answers", "quillanswer", Right.READ_CAMPAIGN_UNITS.roles());
  static final Canary NUMBER_IN_ANSWER =
      new Canary("campaign_answer.answers", "00068880006", LEADERS);
  static final Canary DECLARING =
      new Canary("campaign_declared.name", "Quilldeclares-7731", LEADERS);
  static final Canary NUMBER_OF_DECLARING =
      new Canary("campaign_declared.phone", "00068880009", LEADERS);
  static final Canary DECLARED_ADDRESS =
      new Canary("campaign_declared.address", "quilladdress", Right.READ_CAMPAIGN_UNITS.roles());
  static final Canary STATEMENT =
      new Canary("campaign_declared.statement", "quillstates", Right.READ_CAMPAIGN_UNITS.roles());
  static final Canary NUMBER_IN_STATEMENT =
      new Canary("campaign_declared.statement", "00068880008", LEADERS);
  static final Canary NOTE = new Canary("visit_visit.note", "quillnote", Right.READ_VISITS.roles());
  static final Canary NUMBER_IN_NOTE = new Canary("visit_visit.note", "00068880007", LEADERS);
  static final Canary FACT =
      new Canary("visit_visit.answers", "quillfact", Right.READ_VISITS.roles());
  static final Canary RATING =
      new Canary("evaluation_rating.words", "quillrating", Right.READ_EVALUATIONS.roles());
  static final Canary NUMBER_IN_RATING =
      new Canary("evaluation_rating.words", "00068880006", LEADERS);

  static final Canary ORDERING = new Canary("errand_words.name", "Quillorder-7731", LEADERS);
  static final Canary NUMBER_OF_ORDERING = new Canary("errand_words.phone", "00067770005", LEADERS);
  static final Canary BEHIND_DOOR = new Canary("errand_words.address", "quilldoor-7731", LEADERS);
  static final Canary WISH =
      new Canary("errand_words.wish", "quillwish", Right.READ_ERRANDS.roles());
  static final Canary SENT_BACK =
      new Canary("errand_words.reason", "quillback", Right.READ_ERRANDS.roles());
  static final Canary TOLD =
      new Canary("errand_words.told", "quilltold", Right.READ_ERRANDS.roles());
  static final Canary THANKS =
      new Canary("errand_words.thanks", "quillthanks", Right.READ_ERRANDS.roles());
  static final Canary NUMBER_IN_WISH = new Canary("errand_words.wish", "00066660004", LEADERS);
  static final Canary LOGGED = new Canary("shift_log.words", "quilllog", Right.WORK_SHIFTS.roles());
  static final Canary NUMBER_IN_LOG = new Canary("shift_log.words", "00065550001", LEADERS);
  static final Canary HANDED =
      new Canary("shift_handover.remarks", "quillhands", Right.WORK_SHIFTS.roles());
  static final Canary NUMBER_HANDED = new Canary("shift_handover.remarks", "00065550002", LEADERS);
  static final Canary TAKEN =
      new Canary("shift_handover.answer", "quilltakes", Right.WORK_SHIFTS.roles());
  static final Canary NUMBER_TAKEN = new Canary("shift_handover.answer", "00065550003", LEADERS);
  static final Canary REVIEW =
      new Canary("evaluation_rating.review_remark", "quillreview", Right.READ_EVALUATIONS.roles());
  static final Canary NUMBER_IN_REVIEW =
      new Canary("evaluation_rating.review_remark", "00067770006", LEADERS);
  static final Canary REMARK =
      new Canary("evaluation_assessment.remark", "quillremark", Right.READ_EVALUATIONS.roles());
  static final Canary NUMBER_IN_REMARK =
      new Canary("evaluation_assessment.remark", "00066660005", LEADERS);

  private static Canary of(String column, String text, PersonalField field) {
    return new Canary("people_person." + column, text, field.wholeTo());
  }

  static List<Canary> all() {
    List<Canary> all = new ArrayList<>(OF_PERSON.values());
    all.addAll(
        List.of(
            UNIT,
            REPORTER_NAME,
            REPORTER_PHONE,
            WORDS,
            NUMBER_IN_WORDS,
            REASON,
            NUMBER_IN_REASON,
            MINUTE,
            NUMBER_IN_MINUTE,
            DUTY,
            NUMBER_IN_DUTY,
            CALL,
            NUMBER_IN_CALL,
            ANSWER,
            NUMBER_IN_ANSWER,
            DECLARING,
            NUMBER_OF_DECLARING,
            DECLARED_ADDRESS,
            STATEMENT,
            NUMBER_IN_STATEMENT,
            NOTE,
            NUMBER_IN_NOTE,
            FACT,
            RATING,
            NUMBER_IN_RATING,
            ORDERING,
            NUMBER_OF_ORDERING,
            BEHIND_DOOR,
            LOGGED,
            NUMBER_IN_LOG,
            HANDED,
            NUMBER_HANDED,
            TAKEN,
            NUMBER_TAKEN,
            WISH,
            NUMBER_IN_WISH,
            SENT_BACK,
            TOLD,
            THANKS,
            REVIEW,
            NUMBER_IN_REVIEW,
            REMARK,
            NUMBER_IN_REMARK));
    return all;
  }

  /** Whether a role may find it. */
  boolean isFor(Role role) {
    return seenBy.contains(role);
  }
}
