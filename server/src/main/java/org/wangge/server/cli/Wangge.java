package org.wangge.server.cli;

import org.wangge.server.bench.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's commands. */
@Command(
    name = "wangge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "The map room of a city district. 城市网格一张图。",
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      DemoCommand.class,
      UserCommand.class,
      TlsCommand.class,
      VerifyAuditCommand.class,
      BenchCommand.class
    })
public final class Wangge {
  private Wangge() {}

  /** Runs a command and ends the process with its exit code: 0 done, 1 failed, 2 asked wrongly. */
  public static void main(String[] arguments) {
    int code = commandLine().execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Wangge())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println(command.getColorScheme().errorText(sentence(e)));
              return command.getCommandSpec().exitCodeOnExecutionException();
            });
  }

  /** What went wrong, in one line; a person at a terminal cannot use a stack trace. */
  private static String sentence(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return root == e || root.getMessage() == null || message.contains(root.getMessage())
        ? message
        : message + " (" + root.getMessage() + ")";
  }
}
