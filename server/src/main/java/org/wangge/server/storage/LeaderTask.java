package org.wangge.server.storage;

/** What one process of all that have a database does for the others. */
public enum LeaderTask {
  /** To number events. */
  SEQUENCE("sequencer", 926_443L),
  /** To seal audit records. */
  SEAL("audit-sealer", 926_444L);

  private final String threadName;
  private final long lock;

  LeaderTask(String threadName, long lock) {
    this.threadName = threadName;
    this.lock = lock;
  }

  String threadName() {
    return threadName;
  }

  /** Any number, the same in every process: "wangge" on a phone's keys, and on from there. */
  long lock() {
    return lock;
  }
}
