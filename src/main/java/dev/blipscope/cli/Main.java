package dev.blipscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `blipscope`: reads its arguments and hands over to the command they name.
@Command(
    name = "blipscope",
    resourceBundle = Main.HELP,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
public final class Main implements Runnable {

  static final String HELP = "dev.blipscope.cli.help";
  private static final Locale PORTUGUESE = Locale.of("pt", "BR");
  private static final Set<String> LANGUAGES = Set.of("en", "pt");

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /// Runs the command line and ends the program.
  ///
  /// @param outbox the folder where what was sent is kept
  public static void main(String[] args, Path outbox, Window window) {
    // System.out decodes and encodes what we write; the calls are bytes already.
    var out = new Output(new FileOutputStream(FileDescriptor.out));
    boolean outIsTerminal = Terminal.is(Terminal.OUT);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    var shell =
        new Shell(
            System.in,
            out,
            err,
            outIsTerminal,
            Terminal.isPipe(Terminal.OUT),
            Terminal.is(Terminal.ERR),
            outIsTerminal && Terminal.wantsColour(System.getenv()),
            language(args, usual(System.getenv(), Locale.getDefault())));
    System.exit(run(args, shell, outbox, window));
  }

  /// Java takes the system's language only if the system has its files, which small machines lack.
  static Locale usual(Map<String, String> environment, Locale javas) {
    for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.startsWith("pt") ? PORTUGUESE : javas;
      }
    }
    return javas;
  }

  private static Locale named(String tag) {
    return Locale.forLanguageTag(tag.replace('_', '-'));
  }

  /// The language is needed before the arguments are read, for the help is written in it.
  static Locale language(String[] args, Locale usual) {
    var all = List.of(args);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).startsWith("--lang=")) {
        return named(all.get(i).substring("--lang=".length()));
      }
      if (all.get(i).equals("--lang") && i + 1 < all.size()) {
        return named(all.get(i + 1));
      }
    }
    return usual;
  }

  static int run(String[] args, Shell shell, Path outbox, Window window) {
    var line = new CommandLine(new Main());
    line.getCommandSpec().addOption(languageOption());
    commands(args, shell, outbox, window).forEach(line::addSubcommand);
    var help =
        ResourceBundle.getBundle(
            HELP,
            shell.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    setHelp(line, help);
    var colours = shell.coloured() ? Ansi.ON : Ansi.OFF;
    line.setColorScheme(CommandLine.Help.defaultColorScheme(colours));
    line.setUsageHelpAutoWidth(shell.outIsTerminal());
    line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((wrong, _) -> usage(wrong, shell));
    line.setExecutionExceptionHandler((failed, _, _) -> failed(failed, shell));
    return line.execute(args);
  }

  /// The command that is asked for, or all of them where one of the others may be spoken of: each
  /// is read from its annotations, which takes longer than to inspect a payload.
  private static Stream<Object> commands(String[] args, Shell shell, Path outbox, Window window) {
    var all = new LinkedHashMap<String, Supplier<Object>>();
    all.put("open", () -> new OpenCommand(shell, window));
    all.put("map", () -> new MapCommand(shell));
    all.put("inspect", () -> new InspectCommand(shell));
    all.put("verify", () -> new VerifyCommand(shell));
    all.put("profiles", () -> ProfilesCommand.line(shell));
    all.put("sandbox", () -> new SandboxCommand(shell));
    all.put("send", () -> new SendCommand(shell, outbox));
    all.put(CompletionCommand.NAME, CompletionCommand::new);
    String first = args.length > 0 ? args[0] : "";
    if (all.containsKey(first) && !first.equals(CompletionCommand.NAME)) {
      all.keySet().retainAll(Set.of(first));
    }
    return all.values().stream().map(Supplier::get);
  }

  /// Its value was taken before; here it is known, and explained.
  private static OptionSpec languageOption() {
    return OptionSpec.builder("--lang")
        .type(String.class)
        .converters(Main::known)
        .paramLabel("LANG")
        .descriptionKey("lang")
        .scopeType(ScopeType.INHERIT)
        .build();
  }

  private static String known(String tag) {
    if (!LANGUAGES.contains(named(tag).getLanguage())) {
      throw new CommandLine.TypeConversionException(tag);
    }
    return tag;
  }

  private static void setHelp(CommandLine line, ResourceBundle help) {
    line.setResourceBundle(help);
    line.getSubcommands().values().forEach(command -> setHelp(command, help));
  }

  private static int usage(CommandLine.ParameterException wrong, Shell shell) {
    shell.err().println("blipscope: " + UsageProblem.in(wrong, shell));
    shell
        .err()
        .println(
            shell.message("usage.hint", wrong.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  /// The one place where an exception that nobody expected ends.
  private static int failed(Exception failed, Shell shell) {
    if (failed instanceof Output.Failed) {
      shell.complainOfOutput();
      return ExitCode.CANNOT_READ_OR_WRITE;
    }
    shell.complain("failed", failed.getClass().getSimpleName());
    return ExitCode.CANNOT_READ_OR_WRITE;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
