package org.wangge.server.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's version as its archive says. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("0");
    return new String[] {"wangge " + version, "Java " + Runtime.version()};
  }
}
