package org.wangge.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wangge tls}: certificates. */
@Command(
    name = "tls",
    mixinStandardHelpOptions = true,
    description = "Makes certificates for HTTPS. 制作 HTTPS 证书。",
    subcommands = {TlsInitCommand.class})
final class TlsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: init.");
  }
}
