package org.wangge.access;

/** Why a caller asks; part of what an audit records. */
public enum Purpose {
  /** A person looking at a page or a client of the API. */
  USE,
  /** Loading or exporting data by command. */
  DATA_CARE,
  /** The program's own work: indexes, sequencing, the demonstration. */
  UPKEEP
}
