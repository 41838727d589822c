package org.wangge.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.message.MessageTown.person;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.Limit;
import org.wangge.fault.Fault;
import org.wangge.fault.Invalid;

/** How a matter is brought to people by the clock, and what came of messages. */
class MessageTest {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Caller OPERATOR =
      Caller.of("operator", Set.of(Role.OPERATOR), AreaScope.unlimited(), Purpose.USE);

  private final MessageTown town = new MessageTown();

  private static Caller worker(String code) {
    return new Caller(
        code,
        Rights.of(Set.of(Role.WORKER), AreaScope.unlimited()),
        Purpose.USE,
        Origin.UNKNOWN,
        code);
  }

  private Message claimed(Outbox outbox) {
    return outbox.claim(Medium.SMS, town.now(), LEASE).orElseThrow().message();
  }

  private List<Message.State> sms() {
    return town.sms().stream().map(Message::state).toList();
  }

  @Test
  void who_does_not_answer_is_followed_by_the_next_and_after_the_last_the_desk_calls() {
    Notification told = town.tell("task/1/", "worker", "head");
    assertThat(told.dueOrNull()).isEqualTo(MessageTown.T0.plus(PATIENCE));
    assertThat(town.sms()).extracting(Message::recipient).containsExactly(person("worker"));
    town.pass(PATIENCE);
    assertThat(town.the(1).step()).isEqualTo(2);
    assertThat(town.sms())
        .extracting(Message::recipient)
        .containsExactly(person("worker"), person("head"));
    town.pass(PATIENCE);
    assertThat(town.the(1).state()).isEqualTo(Notification.State.CALL_NOW);
    assertThat(town.told()).containsExactly("message-told", "message-told", "message-call-now");
    town.pass(Duration.ofDays(1));
    assertThat(town.told()).as("told once").hasSize(3);
    assertThat(town.armedCount()).isZero();
  }

  @Test
  void an_answer_ends_it_and_what_has_not_gone_yet_does_not_go() {
    var unused = town.tell("task/1/", "worker", "head");
    assertThatThrownBy(
            () -> town.register.acknowledge(worker("head"), 1, Notification.Way.PAGE, null))
        .as("not told yet")
        .isInstanceOf(Fault.class)
        .hasMessageContaining("notification-not-told");
    assertThatThrownBy(
            () ->
                town.register.acknowledge(
                    worker("other"), 1, Notification.Way.PHONE, person("worker")))
        .hasMessageContaining("notification-of-another");
    NotificationRegister.Seen seen =
        town.register.acknowledge(worker("worker"), 1, Notification.Way.PAGE, null);
    assertThat(seen.notification().state()).isEqualTo(Notification.State.ACKNOWLEDGED);
    assertThat(seen.text()).isEqualTo("在一号网格");
    assertThat(sms()).containsExactly(Message.State.CANCELLED);
    assertThat(seen.messages().get(0).state()).isEqualTo(Message.State.READ);
    town.pass(PATIENCE);
    assertThat(town.told())
        .containsExactly("message-told", "message-acknowledged", "message-moved");
    assertThatThrownBy(
            () -> town.register.acknowledge(worker("worker"), 1, Notification.Way.PAGE, null))
        .hasMessageContaining("notification-over");
  }

  @Test
  void the_desk_says_for_others_that_they_were_called() {
    var unused = town.tell("task/1/", "worker");
    town.pass(PATIENCE);
    NotificationRegister.Seen seen =
        town.register.acknowledge(OPERATOR, 1, Notification.Way.PHONE, person("worker"));
    assertThat(seen.notification().answerOrNull())
        .isEqualTo(
            new Notification.Answer(
                person("worker"), Notification.Way.PHONE, town.now(), "operator"));
  }

  @Test
  void of_each_matter_there_is_one_and_another_of_like_name_is_left_alone() {
    var first = town.tell("task/1/", "worker");
    assertThatThrownBy(() -> town.tell("task/1/", "worker"))
        .isInstanceOf(java.util.NoSuchElementException.class);
    var second = town.tell("task/12/", "worker");
    town.write(
        OPERATOR,
        tx -> {
          town.telling.over(tx, OPERATOR, "task/1/");
          return 0;
        });
    assertThat(town.the(first.id()).state()).isEqualTo(Notification.State.OVER);
    assertThat(town.the(second.id()).isOpen()).isTrue();
    assertThat(town.register.telling(worker("worker"))).hasSize(1);
    assertThat(
            town.register.list(OPERATOR, NotificationQuery.ofIncident(first.matter().incidentId())))
        .hasSize(2);
  }

  @Test
  void what_was_not_reached_is_tried_again_after_longer_and_longer_waits_and_then_given_up() {
    Outbox outbox = town.outbox();
    var unused = town.tell("task/1/", "worker", "head");
    int tries = 0;
    while (sms().get(0) == Message.State.WAITING) {
      Optional<Outbox.Claimed> one = outbox.claim(Medium.SMS, town.now(), LEASE);
      one.ifPresent(
          it -> outbox.settle(it.message(), new Outcome.NotNow("unreachable"), town.now()));
      tries += one.isPresent() ? 1 : 0;
      town.pass(Duration.ofSeconds(5));
    }
    assertThat(tries).isEqualTo(5);
    assertThat(sms()).startsWith(Message.State.FAILED);
    assertThat(town.the(1).step()).as("the next is told at once").isEqualTo(2);
  }

  @Test
  void what_may_have_gone_goes_again_only_where_the_gateway_knows_its_key() {
    Outbox plain = town.outbox();
    var first = town.tell("task/1/", "worker", "head");
    Message lost = claimed(plain);
    assertThat(plain.settleUncertain(town.now())).isZero();
    town.pass(LEASE);
    assertThat(plain.settleUncertain(town.now())).isEqualTo(1);
    assertThat(sms()).startsWith(Message.State.UNCLEAR);
    assertThat(town.the(first.id()).step()).isEqualTo(2);
    plain.settle(lost, new Outcome.Taken("g1"), town.now());
    assertThat(sms()).as("the answer came late").startsWith(Message.State.SENT);
    Outbox keyed = town.outbox(Medium.SMS);
    Message second = claimed(keyed);
    keyed.settle(second, new Outcome.Unknown("no-answer"), town.now());
    assertThat(sms()).containsExactly(Message.State.SENT, Message.State.WAITING);
    town.pass(Duration.ofSeconds(5));
    assertThat(claimed(keyed).key()).isEqualTo(second.key());
  }

  @Test
  void what_is_refused_is_lost_and_the_desk_may_send_it_again() {
    Outbox outbox = town.outbox();
    var unused = town.tell("task/1/", "worker");
    Message refused = claimed(outbox);
    assertThatThrownBy(() -> town.register.sendAgain(OPERATOR, 1, refused.id(), town.now()))
        .hasMessageContaining("message-not-lost");
    outbox.settle(refused, new Outcome.Refused("gateway-403"), town.now());
    assertThat(town.the(1).state()).isEqualTo(Notification.State.CALL_NOW);
    town.register.sendAgain(OPERATOR, 1, refused.id(), town.now());
    outbox.settle(claimed(outbox), new Outcome.Taken("g"), town.now());
    assertThat(sms()).containsExactly(Message.State.SENT);
    assertThatThrownBy(() -> town.register.sendAgain(OPERATOR, 1, 99, town.now()))
        .hasMessageContaining("message-unknown");
  }

  @Test
  void what_waits_when_it_is_over_is_not_tried_again() {
    Outbox outbox = town.outbox();
    var unused = town.tell("task/1/", "worker");
    Message sending = claimed(outbox);
    town.write(
        OPERATOR,
        tx -> {
          town.telling.over(tx, OPERATOR, "task/");
          return 0;
        });
    outbox.settle(sending, new Outcome.NotNow("unreachable"), town.now());
    assertThat(sms()).containsExactly(Message.State.CANCELLED);
  }

  @Test
  void receipts_may_come_in_any_order() {
    Outbox outbox = town.outbox();
    var unused = town.tell("task/1/", "worker");
    Message sending = claimed(outbox);
    assertThat(outbox.receipt(Medium.SMS, sending.key(), Message.State.DELIVERED, "")).isTrue();
    outbox.settle(sending, new Outcome.Taken("g1"), town.now());
    assertThat(sms()).as("the receipt was faster").containsExactly(Message.State.DELIVERED);
    assertThat(outbox.receipt(Medium.SMS, sending.key(), Message.State.READ, "")).isTrue();
    assertThat(outbox.receipt(Medium.SMS, sending.key(), Message.State.DELIVERED, "")).isTrue();
    assertThat(sms()).containsExactly(Message.State.READ);
    assertThat(town.sms().get(0).times().sentOrNull()).isNotNull();
    assertThat(outbox.receipt(Medium.SMS, "nobody", Message.State.READ, "")).isFalse();
    var second = town.tell("task/2/", "worker");
    Message other = claimed(outbox);
    outbox.settle(other, new Outcome.Taken("g2"), town.now());
    assertThat(outbox.receipt(Medium.SMS, "g2", Message.State.FAILED, "no-such-number")).isTrue();
    assertThat(town.the(second.id()).state()).isEqualTo(Notification.State.CALL_NOW);
  }

  @Test
  void reading_on_a_page_is_no_answer() {
    var unused = town.tell("task/1/", "worker");
    town.register.read(worker("worker"), 1);
    NotificationRegister.Seen seen = town.register.get(OPERATOR, 1);
    assertThat(seen.messages().get(0).state()).isEqualTo(Message.State.READ);
    assertThat(seen.notification().isOpen()).isTrue();
    assertThat(town.register.text(seen.notification(), Medium.SMS, Map.of())).isEqualTo("去一号网格");
    assertThatThrownBy(() -> town.register.get(OPERATOR, 9))
        .hasMessageContaining("notification-unknown");
  }

  @Test
  void who_does_not_answer_a_question_is_left_alone() {
    var asked = town.tell(Occasion.REPORT_CLOSED, "question/i1/1", person("somebody"));
    town.pass(PATIENCE);
    assertThat(town.the(asked.id()).state()).isEqualTo(Notification.State.OVER);
    assertThat(town.told()).containsExactly("message-told", "message-over");
    assertThat(town.register.text(asked, Medium.SMS, Map.of("link", "别处")))
        .as("what is filled in when it goes")
        .isEqualTo("去别处");
  }

  @Test
  void texts_leave_blanks_that_the_occasion_fills() {
    Caller keeper =
        Caller.of("admin", Set.of(Role.ADMINISTRATOR), AreaScope.unlimited(), Purpose.USE);
    ChangeReason reason = new ChangeReason(ChangeReason.Kind.CORRECTED, "");
    Limit limit = Limit.parse("3 urgent minutes");
    MessageRule changed =
        town.ruleRegister.change(
            keeper,
            Occasion.TRIAL,
            1,
            new MessageRule.Wanted(limit, Map.of(Medium.PAGE, "试 {grid}")),
            reason);
    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.wanted().media()).containsExactly(Medium.PAGE);
    assertThat(MessageText.fill("{a}在{b}", Map.of("b", "$1"))).isEqualTo("在$1");
    for (String wrong : List.of(" ", "x".repeat(401), "{phone}")) {
      MessageRule.Wanted wanted = new MessageRule.Wanted(limit, Map.of(Medium.PAGE, wrong));
      assertThatThrownBy(() -> town.ruleRegister.change(keeper, Occasion.TRIAL, 2, wanted, reason))
          .isInstanceOf(Invalid.class);
    }
    assertThatThrownBy(() -> new MessageRule.Wanted(limit, Map.of(Medium.SMS, "x")))
        .hasMessageContaining("message-page-missing");
    assertThatThrownBy(
            () -> town.ruleRegister.change(keeper, Occasion.TRIAL, 1, changed.wanted(), reason))
        .hasMessageContaining("version-conflict");
    assertThat(town.ruleRegister.list(OPERATOR)).hasSize(Occasion.values().length);
    assertThat(town.ruleRegister.past(OPERATOR, Occasion.TRIAL)).hasSize(1);
  }
}
