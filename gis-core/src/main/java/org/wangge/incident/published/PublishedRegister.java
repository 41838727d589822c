package org.wangge.incident.published;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.NotFound;
import org.wangge.incident.Channel;
import org.wangge.incident.ReportTokens;
import org.wangge.people.SecretHash;

/**
 * What residents reported, for everybody: what staff, cameras and sensors report is not.
 * Thread-safe.
 */
public final class PublishedRegister {
  /** What residents say themselves, knowing that it is published. */
  private static final Set<Channel> RESIDENTS =
      EnumSet.of(Channel.RESIDENT_PAGE, Channel.MINI_FORM);

  /** Keeps these tokens and those that follow a report apart. */
  private static final String PREFIX = "published ";

  private final Transactions transactions;
  private final PublishedStore store;
  private final ReportTokens tokens;

  public PublishedRegister(Transactions transactions, PublishedStore store, ReportTokens tokens) {
    this.transactions = transactions;
    this.tokens = tokens;
    this.store = store;
  }

  /** Those of a query, the newest first. */
  public List<PublishedRequest> list(Caller caller, PublishedQuery query) {
    Caller reader = caller.with(Right.PUBLIC);
    return transactions.read(tx -> store.list(tx, reader, query, RESIDENTS));
  }

  /**
   * The one of a number.
   *
   * @throws NotFound with code {@code request-unknown}, also where it is not published
   */
  public PublishedRequest get(Caller caller, String number) {
    PublishedQuery one = new PublishedQuery(Set.of(number), Set.of(), null, null, null, 0, 1);
    return list(caller, one).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("request-unknown", Map.of("number", number)));
  }

  /**
   * A token by which the number of a report can be asked for later, when it has a place. It opens
   * nothing else: it may stand in an address.
   *
   * @param reportKey of a report on record
   */
  public String giveToken(Caller caller, String reportKey) {
    String token = tokens.tokenOf(PREFIX + reportKey);
    transactions.write(
        caller,
        tx -> {
          store.addToken(tx, caller, reportKey, hash(token));
          return true;
        });
    return token;
  }

  private static String hash(String token) {
    return SecretHash.of(PREFIX + token);
  }

  /**
   * Number of the incident that a token stands for; empty while it has no place.
   *
   * @throws NotFound with code {@code report-unknown}
   */
  public Optional<String> findNumber(Caller caller, String token) {
    return transactions
        .read(tx -> store.findNumber(tx, caller, hash(token)))
        .map(number -> Optional.of(number).filter(text -> !text.isEmpty()))
        .orElseThrow(() -> new NotFound("report-unknown", Map.of()));
  }
}
