package org.wangge.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wangge import}: what can be imported. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Imports files. 导入数据。",
    subcommands = {ImportAreasCommand.class})
final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to import: areas.");
  }
}
