package org.wangge.server.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.Limit;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.IncidentPlace;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.MessageRule;
import org.wangge.message.Notification;
import org.wangge.message.NotificationQuery;
import org.wangge.message.Occasion;
import org.wangge.message.Recipient;
import org.wangge.server.people.SetClock;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the outbox promises, on either database. */
abstract class NotificationStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final String GRID = "990101001001001";
  private static final int MESSAGES = 120;
  private static final int WRITERS = 8;

  private final SetClock clock = new SetClock();
  private final JdbcNotificationStore store = new JdbcNotificationStore();
  private final JdbcMessageRuleStore rules = new JdbcMessageRuleStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open(clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Recipient person(String code) {
    return new Recipient(Recipient.Kind.PERSON, code);
  }

  private Notification notification(String subject) {
    Notification.Matter matter =
        new Notification.Matter(
            Occasion.TASK_GIVEN,
            subject,
            "incident-1",
            new IncidentPlace(GRID, new LatticePoint(1_126_137_000, 289_182_000)),
            Map.of("grid", "一号网格", "number", "20261122-0001"),
            true);
    List<Notification.Addressee> who =
        List.of(
            new Notification.Addressee(person("a"), 1), new Notification.Addressee(person("b"), 2));
    return new Notification(
        0,
        1,
        matter,
        1,
        clock.instant(),
        who,
        1,
        clock.instant().plusSeconds(60),
        Notification.State.WAITING,
        null);
  }

  private Notification added(Tx tx, String subject) {
    return store.add(tx, ALL, notification(subject)).orElseThrow();
  }

  private static Message message(long notification, Medium medium) {
    return new Message(
        0,
        notification,
        person("a"),
        medium,
        "",
        Message.State.WAITING,
        0,
        new Message.Times(null, null, null),
        "");
  }

  @Test
  void a_notification_is_read_as_it_was_written_and_there_is_one_of_each_matter() {
    Notification first = database.write(ALL, tx -> added(tx, "task/1/"));
    Optional<Notification> second =
        database.write(ALL, tx -> store.add(tx, ALL, notification("task/1/")));
    assertThat(second).isEmpty();
    Notification read = database.read(tx -> store.find(tx, ALL, first.id()).orElseThrow());
    assertThat(read).isEqualTo(first);
    assertThat(read.matter()).isEqualTo(notification("task/1/").matter());
    Notification.Answer answer =
        new Notification.Answer(person("a"), Notification.Way.PHONE, clock.instant(), "operator");
    Notification answered =
        new Notification(
            read.id(),
            2,
            read.matter(),
            1,
            read.createdAt(),
            read.addressees(),
            1,
            null,
            Notification.State.ACKNOWLEDGED,
            answer);
    database.write(
        ALL,
        tx -> {
          store.change(tx, ALL, answered);
          return 0;
        });
    var seen1 = database.read(tx -> store.find(tx, ALL, read.id()));
    assertThat(seen1).contains(answered);
    assertThatThrownBy(
            () ->
                database.write(
                    ALL,
                    tx -> {
                      store.change(tx, ALL, answered);
                      return 0;
                    }))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void lists_are_of_an_area_an_incident_a_subject_and_of_who_was_told_by_now() {
    database.write(ALL, tx -> List.of(added(tx, "task/1/"), added(tx, "task/12/")));
    List<Notification> told =
        list(
            new NotificationQuery(true, null, null, null, List.of(person("a")), Long.MAX_VALUE, 9));
    assertThat(told).hasSize(2);
    assertThat(
            list(
                new NotificationQuery(
                    true, null, null, null, List.of(person("b")), Long.MAX_VALUE, 9)))
        .as("told with a later step")
        .isEmpty();
    assertThat(list(NotificationQuery.openOf("task/1/"))).hasSize(1);
    assertThat(list(NotificationQuery.ofIncident("incident-1"))).hasSize(2);
    assertThat(list(NotificationQuery.ofIncident("other"))).isEmpty();
    assertThat(
            list(
                new NotificationQuery(
                    false, "990101002", null, null, List.of(), Long.MAX_VALUE, 9)))
        .isEmpty();
  }

  private List<Notification> list(NotificationQuery query) {
    return database.read(tx -> store.list(tx, ALL, query));
  }

  /** Eight take at once, and one in ten forgets what it took: each message is one's at a time. */
  @Test
  void no_message_is_taken_twice_by_eight_at_once() throws Exception {
    database.write(
        ALL,
        tx -> {
          long id = added(tx, "task/1/").id();
          List<Message> all = new ArrayList<>();
          for (int i = 0; i < MESSAGES; i++) {
            all.add(message(id, Medium.SMS));
          }
          store.addMessages(tx, ALL, all);
          return 0;
        });
    Instant now = Instant.parse("2026-11-22T00:00:00Z");
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<List<Long>>> takers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      takers.add(threads.submit(() -> takeAll(now)));
    }
    List<Long> taken = new ArrayList<>();
    for (Future<List<Long>> taker : takers) {
      taken.addAll(taker.get());
    }
    threads.shutdown();
    assertThat(taken).hasSize(MESSAGES);
    assertThat(new HashSet<>(taken)).hasSize(MESSAGES);
    var seen2 = database.read(tx -> store.uncertain(tx, ALL, now.plusSeconds(9)));
    assertThat(seen2).isEmpty();
    var seen3 = database.read(tx -> store.uncertain(tx, ALL, now.plusSeconds(10)));
    assertThat(seen3).hasSize(MESSAGES).allSatisfy(one -> assertThat(one.attempts()).isEqualTo(1));
  }

  private List<Long> takeAll(Instant now) {
    List<Long> taken = new ArrayList<>();
    for (int turn = 1; database.read(tx -> store.isDue(tx, ALL, Medium.SMS, now)); turn++) {
      boolean forgets = turn % 10 == 0;
      try {
        Optional<Message> one =
            database.write(
                ALL,
                tx -> {
                  Optional<Message> claimed =
                      store.claim(tx, ALL, Medium.SMS, now, now.plus(Duration.ofSeconds(10)));
                  if (forgets) {
                    throw new IllegalStateException("rolled back");
                  }
                  return claimed;
                });
        one.ifPresent(message -> taken.add(message.id()));
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("rolled back");
      }
    }
    return taken;
  }

  @Test
  void a_message_changes_only_from_the_state_in_which_it_was_seen() {
    long id = database.write(ALL, tx -> added(tx, "task/1/").id());
    database.write(
        ALL,
        tx -> {
          store.addMessages(tx, ALL, List.of(message(id, Medium.MAIL), message(id, Medium.SMS)));
          return 0;
        });
    Message mail = messages(id).get(0);
    assertThat(mail.key()).isNotEmpty().isNotEqualTo(messages(id).get(1).key());
    Message sent =
        new Message(
            mail.id(),
            id,
            mail.recipient(),
            Medium.MAIL,
            mail.key(),
            Message.State.SENT,
            0,
            new Message.Times(clock.instant(), null, null),
            "");
    assertThat(change(sent, Message.State.SENDING)).isFalse();
    assertThat(change(sent, Message.State.WAITING)).isTrue();
    assertThat(messages(id).get(0)).isEqualTo(sent);
    var seen4 = database.read(tx -> store.findMessage(tx, ALL, Medium.MAIL, "gateway-7"));
    assertThat(seen4).contains(sent);
    var seen5 = database.read(tx -> store.findMessage(tx, ALL, Medium.SMS, "gateway-7"));
    assertThat(seen5).isEmpty();
    database.write(
        ALL,
        tx -> {
          store.cancelWaiting(tx, ALL, id);
          return 0;
        });
    assertThat(messages(id))
        .extracting(Message::state)
        .containsExactly(Message.State.SENT, Message.State.CANCELLED);
    var seen6 = database.read(tx -> store.counts(tx, ALL, Instant.EPOCH));
    assertThat(seen6).containsEntry(Medium.MAIL, Map.of(Message.State.SENT, 1));
  }

  private List<Message> messages(long id) {
    return database.read(tx -> store.messages(tx, ALL, List.of(id))).getOrDefault(id, List.of());
  }

  private boolean change(Message changed, Message.State from) {
    return database.write(
        ALL, tx -> store.changeMessage(tx, ALL, changed, from, "gateway-7", Instant.EPOCH));
  }

  @Test
  void a_rule_that_is_changed_stays_on_record_and_the_slower_of_two_is_refused() {
    MessageRule first = database.read(tx -> rules.find(tx, ALL, Occasion.TRIAL, 1).orElseThrow());
    MessageRule second =
        new MessageRule(
            Occasion.TRIAL,
            2,
            new MessageRule.Wanted(Limit.parse("2 calendar days"), Map.of(Medium.PAGE, "x")),
            clock.instant());
    database.write(
        ALL,
        tx -> {
          rules.change(tx, ALL, second, 1);
          return 0;
        });
    var seen7 = database.read(tx -> rules.past(tx, ALL, Occasion.TRIAL));
    assertThat(seen7).containsExactly(second, first);
    var seen8 = database.read(tx -> rules.list(tx, ALL));
    assertThat(seen8).hasSameSizeAs(Occasion.values()).contains(second);
    assertThatThrownBy(
            () ->
                database.write(
                    ALL,
                    tx -> {
                      rules.change(tx, ALL, second, 1);
                      return 0;
                    }))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void it_is_kept_until_which_event_people_were_told() {
    var seen9 = database.write(ALL, tx -> store.followed(tx, ALL));
    assertThat(seen9).isEmpty();
    for (long number : new long[] {7, 9}) {
      database.write(
          ALL,
          tx -> {
            store.follow(tx, ALL, number);
            return 0;
          });
      var seen10 = database.write(ALL, tx -> store.followed(tx, ALL));
      assertThat(seen10).contains(number);
    }
  }
}
