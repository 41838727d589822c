package org.wangge.server.open311;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.ChannelTokens;
import org.wangge.incident.Intake;
import org.wangge.incident.ReportTokens;
import org.wangge.incident.category.CategoryRegister;
import org.wangge.incident.published.PublishedRegister;

/** Puts Open311 together. */
public final class Open311Module {
  private final Open311Http http;

  /**
   * What it is put together from.
   *
   * @param intake takes reports
   * @param categories what can be reported
   * @param channels over which channel a token speaks
   * @param addresses where an address is, if it can be only one place
   * @param keys whose a key is
   * @param jurisdictions the names this place answers to
   */
  public record Parts(
      Intake intake,
      CategoryRegister categories,
      ChannelTokens channels,
      BiFunction<Caller, String, Optional<LatticePoint>> addresses,
      Function<String, Optional<Caller>> keys,
      Supplier<List<String>> jurisdictions,
      Clock clock) {}

  /**
   * Puts it together.
   *
   * @param tokens makes tokens of reports' keys
   */
  public Open311Module(Transactions transactions, ReportTokens tokens, Parts parts) {
    http =
        new Open311Http(
            parts, new PublishedRegister(transactions, new JdbcPublishedStore(), tokens));
  }

  public Open311Http http() {
    return http;
  }
}
