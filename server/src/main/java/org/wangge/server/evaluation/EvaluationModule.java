package org.wangge.server.evaluation;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.wangge.evaluation.ClosingQuestions;
import org.wangge.evaluation.EvaluationRegister;
import org.wangge.evaluation.EvaluationStore;
import org.wangge.evaluation.LedgerRegister;
import org.wangge.evaluation.LedgerStore;
import org.wangge.evaluation.SampleRegister;
import org.wangge.evaluation.SampleStore;
import org.wangge.evaluation.SampleWords;
import org.wangge.event.Transactions;
import org.wangge.incident.IncidentFollowers;
import org.wangge.server.config.Settings;
import org.wangge.server.incident.IncidentModule;

/** Puts evaluation together. */
public final class EvaluationModule {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SEED_BYTES = 8;

  private final EvaluationStore store = new JdbcEvaluationStore();
  private final LedgerStore ledgerStore = new JdbcLedgerStore();
  private final SampleStore sampleStore = new JdbcSampleStore();
  private final EvaluationHttp http;
  private final LedgerHttp ledger;
  private final SampleHttp samples;

  /**
   * Puts it together; from now on reporters are asked when incidents are closed.
   *
   * @param followers who is told what is done to incidents
   */
  public EvaluationModule(
      Transactions transactions, IncidentModule incidents, IncidentFollowers followers) {
    followers.add(new ClosingQuestions(store));
    followers.add(new SampleWords(sampleStore));
    EvaluationRegister register =
        new EvaluationRegister(transactions, store, incidents.store(), incidents.reporters());
    http = new EvaluationHttp(register, incidents.names());
    ledger =
        new LedgerHttp(
            new LedgerRegister(transactions, ledgerStore, store, incidents.store()),
            incidents.categories(),
            Settings.CHINA);
    samples =
        new SampleHttp(
            new SampleRegister(
                transactions, sampleStore, incidents.store(), EvaluationModule::seed),
            incidents.names(),
            Settings.CHINA);
  }

  /** Sixteen hexadecimal digits that nobody could foresee. */
  private static String seed() {
    byte[] bits = new byte[SEED_BYTES];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  public EvaluationStore store() {
    return store;
  }

  public LedgerStore ledgerStore() {
    return ledgerStore;
  }

  public SampleStore sampleStore() {
    return sampleStore;
  }

  public EvaluationHttp http() {
    return http;
  }

  public LedgerHttp ledger() {
    return ledger;
  }

  public SampleHttp samples() {
    return samples;
  }
}
