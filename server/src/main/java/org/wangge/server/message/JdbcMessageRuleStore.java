package org.wangge.server.message;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.clock.Limit;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.message.Medium;
import org.wangge.message.MessageRule;
import org.wangge.message.MessageRuleStore;
import org.wangge.message.Occasion;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** How people are told, in plain SQL for both databases. Thread-safe. */
final class JdbcMessageRuleStore implements MessageRuleStore {

  @Override
  public List<MessageRule> list(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .query("select * from message_rule where in_force is not null", JdbcMessageRuleStore::rule)
        .stream()
        .sorted(Comparator.comparing(MessageRule::occasion))
        .toList();
  }

  @Override
  public List<MessageRule> past(Tx tx, Caller caller, Occasion occasion) {
    return JdbcTx.of(tx)
        .query(
            "select * from message_rule where occasion = ? order by version desc",
            JdbcMessageRuleStore::rule,
            occasion.word());
  }

  @Override
  public Optional<MessageRule> find(Tx tx, Caller caller, Occasion occasion, int version) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from message_rule where occasion = ? and version = ?",
            JdbcMessageRuleStore::rule,
            occasion.word(),
            version);
  }

  /** The one in force is let go first: of two writers the slower one lets go none. */
  @Override
  public void change(Tx tx, Caller caller, MessageRule changed, int ifVersion) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int let =
        jdbc.update(
            "update message_rule set in_force = null where in_force = ? and version = ?",
            changed.occasion().word(),
            ifVersion);
    if (let == 0) {
      throw Conflict.version(ifVersion, changed.version());
    }
    jdbc.update(
        """
        insert into message_rule (occasion, version, patience, page_text, sms_text, mail_text,
          group_text, since, in_force)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        changed.occasion().word(),
        changed.version(),
        changed.wanted().patience().words(),
        text(changed, Medium.PAGE),
        text(changed, Medium.SMS),
        text(changed, Medium.MAIL),
        text(changed, Medium.GROUP),
        changed.since(),
        changed.occasion().word());
  }

  private static @Nullable String text(MessageRule rule, Medium medium) {
    return rule.text(medium).orElse(null);
  }

  private static MessageRule rule(Row row) throws SQLException {
    Map<Medium, String> texts = new EnumMap<>(Medium.class);
    for (Medium medium : Medium.values()) {
      row.stringIfAny(medium.word() + "_text").ifPresent(text -> texts.put(medium, text));
    }
    return new MessageRule(
        Occasion.find(row.string("occasion")).orElseThrow(),
        row.integer("version"),
        new MessageRule.Wanted(Limit.parse(row.string("patience")), texts),
        row.instant("since"));
  }
}
