package org.wangge.incident;

/**
 * The texts that let reporters follow their reports. What is kept is no more than a token's hash,
 * so that who reads the database can follow nothing. Thread-safe.
 */
public interface ReportTokens {
  /** The token of a report's key: the same each time, and nobody else can tell it. */
  String tokenOf(String reportKey);
}
