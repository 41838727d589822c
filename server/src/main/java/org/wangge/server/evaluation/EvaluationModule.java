package org.wangge.server.evaluation;

import org.wangge.evaluation.ClosingQuestions;
import org.wangge.evaluation.EvaluationRegister;
import org.wangge.evaluation.EvaluationStore;
import org.wangge.evaluation.LedgerRegister;
import org.wangge.evaluation.LedgerStore;
import org.wangge.event.Transactions;
import org.wangge.incident.IncidentFollowers;
import org.wangge.server.config.Settings;
import org.wangge.server.incident.IncidentModule;

/** Puts evaluation together. */
public final class EvaluationModule {
  private final EvaluationStore store = new JdbcEvaluationStore();
  private final LedgerStore ledgerStore = new JdbcLedgerStore();
  private final EvaluationHttp http;
  private final LedgerHttp ledger;

  /**
   * Puts it together; from now on reporters are asked when incidents are closed.
   *
   * @param followers who is told what is done to incidents
   */
  public EvaluationModule(
      Transactions transactions, IncidentModule incidents, IncidentFollowers followers) {
    followers.add(new ClosingQuestions(store));
    EvaluationRegister register =
        new EvaluationRegister(transactions, store, incidents.store(), incidents.reporters());
    http = new EvaluationHttp(register, incidents.names());
    ledger =
        new LedgerHttp(
            new LedgerRegister(transactions, ledgerStore, store, incidents.store()),
            incidents.categories(),
            Settings.CHINA);
  }

  public EvaluationStore store() {
    return store;
  }

  public LedgerStore ledgerStore() {
    return ledgerStore;
  }

  public EvaluationHttp http() {
    return http;
  }

  public LedgerHttp ledger() {
    return ledger;
  }
}
