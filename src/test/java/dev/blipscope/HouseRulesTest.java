package dev.blipscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// The walls of the house: which room may know which, and what stays outside of all of them.
@AnalyzeClasses(packages = "dev.blipscope", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String[] CORE =
      rooms("json", "blip", "segment", "mapping", "check", "inspect", "shelf", "share");

  // The name of a call's target is enough: these are the doors of the standard library.
  private static final Set<String> CLOCK_AND_CHANCE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Date.<init>",
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.security.SecureRandom.<init>",
          "java.util.concurrent.ThreadLocalRandom.current");

  private static final Set<String> EXITS =
      Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

  // Which room may know which

  @ArchTest
  static final ArchRule every_class_lives_in_a_room =
      classes()
          .should()
          .resideInAnyPackage(
              rooms(
                  "json",
                  "blip",
                  "segment",
                  "capture",
                  "mapping",
                  "check",
                  "inspect",
                  "shelf",
                  "share",
                  "journal",
                  "delivery",
                  "session",
                  "ui",
                  "cli",
                  "sandbox",
                  "app"))
          .because("a new room is a decision and gets its page in src/docs/decisions");

  @ArchTest
  static final ArchRule json_knows_only_itself =
      room("json").should(knowOnly("json")).because("everything else stands on it");

  @ArchTest
  static final ArchRule blip_knows_only_json =
      room("blip")
          .should(knowOnly("blip", "json"))
          .because("a noun does not know what is done with it");

  @ArchTest
  static final ArchRule segment_knows_only_json =
      room("segment")
          .should(knowOnly("segment", "json"))
          .because("a noun does not know what is done with it");

  @ArchTest
  static final ArchRule mapping_knows_no_segment_type =
      room("mapping")
          .should(knowOnly("mapping", "json", "blip"))
          .because("a draft may be wrong, a Segment call may not");

  @ArchTest
  static final ArchRule check_knows_nouns_and_drafts =
      room("check")
          .should(knowOnly("check", "mapping", "json", "blip", "segment"))
          .because("it judges a draft, wherever the draft came from and whoever asks");

  @ArchTest
  static final ArchRule inspect_joins_the_core =
      room("inspect")
          .should(knowOnly("inspect", "check", "mapping", "capture", "json", "blip", "segment"))
          .because("it tells what the core found out, and does not know who listens");

  @ArchTest
  static final ArchRule inspect_knows_only_the_records_of_capture =
      room("inspect")
          .should()
          .onlyDependOnClassesThat(
              resideOutsideOfPackage(inside("capture"))
                  .or(describe("are plain data", HouseRulesTest::isData)))
          .because("how text came in was capture's business; inspect only gets to see the text");

  @ArchTest
  static final ArchRule shelf_keeps_many_payloads =
      room("shelf")
          .should(
              knowOnly(
                  "shelf", "inspect", "check", "mapping", "capture", "json", "blip", "segment"))
          .because("it finds and orders payloads, and does not know who looks at them");

  @ArchTest
  static final ArchRule share_writes_what_is_known =
      room("share")
          .should(knowOnly("share", "inspect", "check", "mapping", "json", "blip", "segment"))
          .because("a copy or a report tells what was found out, wherever it goes then");

  @ArchTest
  static final ArchRule journal_knows_nobody =
      room("journal")
          .should(knowOnly("journal"))
          .because("it keeps bytes, and does not know what they mean");

  @ArchTest
  static final ArchRule capture_knows_only_json =
      room("capture")
          .should(knowOnly("capture", "json"))
          .because("it finds texts in what comes in, and does not know what they mean");

  @ArchTest
  static final ArchRule cli_is_a_face_of_the_core =
      room("cli")
          .should(
              knowOnly(
                  "cli",
                  "delivery",
                  "sandbox",
                  "capture",
                  "inspect",
                  "check",
                  "mapping",
                  "json",
                  "blip",
                  "segment"))
          .because("a terminal has no session: it asks each room itself");

  @ArchTest
  static final ArchRule delivery_knows_only_calls =
      room("delivery")
          .should(knowOnly("delivery", "journal", "segment", "json"))
          .because("what is sent was checked before, and delivery and sandbox meet only over HTTP")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule sandbox_knows_only_calls =
      room("sandbox")
          .should(knowOnly("sandbox", "segment", "json"))
          .because("the stand-in must be as far away as the real Segment")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule session_knows_no_face_and_no_door =
      room("session")
          .should(
              knowOnly(
                  "session", "shelf", "share", "capture", "inspect", "check", "mapping", "json",
                  "blip", "segment"))
          .because("the memory decides by events alone, without window, wire or clock");

  @ArchTest
  static final ArchRule ui_cannot_send =
      room("ui")
          .should(
              knowOnly(
                  "ui", "session", "shelf", "share", "inspect", "check", "mapping", "json", "blip",
                  "segment"))
          .because("the screen can only say that the user wants to send");

  @ArchTest
  static final ArchRule imports_only_run_down =
      slices()
          .matching("dev.blipscope.(*)..")
          .should()
          .beFreeOfCycles()
          .because("two rooms that need each other are one room");

  // Libraries are guests of one room

  @ArchTest
  static final ArchRule jackson_lives_in_json =
      onlyIn("json")
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
          .because("there is one parse door for all bytes, and its tokenizer can be exchanged");

  @ArchTest
  static final ArchRule picocli_lives_in_cli =
      onlyIn("cli")
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("only one room speaks with the command line");

  @ArchTest
  static final ArchRule javafx_lives_in_ui_and_app =
      onlyIn("ui", "app")
          .dependOnClassesThat()
          .resideInAPackage("javafx..")
          .because("the program works without a window");

  @ArchTest
  static final ArchRule one_door_leads_to_the_screen =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.blipscope.app.LatestSession")
          .and()
          .resideOutsideOfPackage("dev.blipscope.ui.control")
          .should()
          .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
          .because(
              "only a new session may change what is shown; controls put off work of their own");

  @ArchTest
  static final ArchRule view_models_know_no_scene =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene",
              "javafx.scene.control..",
              "javafx.scene.layout..",
              "javafx.stage..",
              "javafx.fxml..")
          .because("what is shown can be tested without a screen");

  @ArchTest
  static final ArchRule analytics_lives_in_delivery =
      onlyIn("delivery")
          .dependOnClassesThat()
          .resideInAPackage("com.segment..")
          .because("the vendor's library is fenced in one place");

  // The core is pure

  @ArchTest
  static final ArchRule the_core_knows_no_file =
      coreNever()
          .dependOnClassesThat(
              resideInAnyPackage("java.nio.file..", "java.nio.channels..")
                  .or(nameMatching("java\\.io\\.(File.*|RandomAccessFile|Console)")))
          .because("the same text gives the same answer, wherever it lies");

  @ArchTest
  static final ArchRule the_core_knows_no_wire =
      coreNever()
          .dependOnClassesThat(
              resideInAnyPackage("java.net.http..", "javax.net..", "com.sun.net..")
                  .or(
                      nameMatching(
                          "java\\.net\\.(.*Socket.*|.*Connection|Inet.*|URL|URLClassLoader)")))
          .because("looking at a payload must not tell anybody about it");

  @ArchTest
  static final ArchRule the_core_knows_no_clock_and_no_chance =
      coreNever()
          .callCodeUnitWhere(
              describe("its target reads the clock or rolls dice", HouseRulesTest::isClockOrChance))
          .because("the same payload gives the same calls today and tomorrow");

  @ArchTest
  static final ArchRule the_core_prints_nothing =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should(ACCESS_STANDARD_STREAMS)
          .because("what it has to say is its answer");

  @ArchTest
  static final ArchRule the_core_logs_nothing =
      coreNever()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.slf4j..")
          .because("payloads hold what people said, and a log forgets nothing");

  @ArchTest
  static final ArchRule threads_start_at_the_door =
      noClasses()
          .that()
          .resideOutsideOfPackages(rooms("app", "cli"))
          .and()
          .haveNameNotMatching("dev\\.blipscope\\.delivery\\.AnalyticsCourier([$].*)?")
          .should()
          .dependOnClassesThat(
              nameMatching("java\\.lang\\.Thread|java\\.lang\\.Thread[.$].*|java\\.util\\.Timer")
                  .or(
                      nameMatching(
                          "java\\.util\\.concurrent\\.(?!Executor$).*(Execut|Future|ForkJoin).*")))
          .because(
              "one place knows what runs beside what: app, and cli for `map --threads`; the fence"
                  + " around analytics-java owns the threads that the library asks for");

  @ArchTest
  static final ArchRule only_the_door_ends_the_program =
      noClasses()
          .that()
          .resideOutsideOfPackage(inside("app"))
          .and()
          .doNotHaveFullyQualifiedName("dev.blipscope.cli.Main")
          .should()
          .callCodeUnitWhere(describe("its target ends the program", HouseRulesTest::isExit))
          .because("who ends the program takes the answer away from all others");

  // Words

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveNameMatching(".*[.$](\\w*(Manager|Helpers?|Utils?|Impl|Base|Service)|Base[A-Z]\\w*)")
          .because("a type is the thing or the doer, and there is no drawer for leftovers");

  @ArchTest
  static final ArchRule every_room_is_null_marked =
      classes()
          .should(liveInANullMarkedPackage())
          .because("where a thing may be missing, its type says so, and nowhere else");

  private static String inside(String room) {
    return "dev.blipscope." + room + "..";
  }

  private static String[] rooms(String... names) {
    return Stream.of(names).map(HouseRulesTest::inside).toArray(String[]::new);
  }

  private static GivenClassesConjunction room(String name) {
    return classes().that().resideInAPackage(inside(name));
  }

  private static ArchCondition<JavaClass> knowOnly(String... names) {
    return onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.blipscope..").or(resideInAnyPackage(rooms(names))))
        .as("know only the rooms %s", String.join(", ", names));
  }

  private static ClassesShould onlyIn(String... names) {
    return noClasses().that().resideOutsideOfPackages(rooms(names)).should();
  }

  private static ClassesShould coreNever() {
    return noClasses().that().resideInAnyPackage(CORE).should();
  }

  private static boolean isData(JavaClass type) {
    return type.isRecord() || type.isEnum() || type.isInterface();
  }

  private static boolean isClockOrChance(JavaCall<?> call) {
    return CLOCK_AND_CHANCE.contains(target(call))
        || target(call).matches("java\\.time\\..*\\.now|java\\.time\\.Clock\\.(system|tick).*");
  }

  private static boolean isExit(JavaCall<?> call) {
    return EXITS.contains(target(call));
  }

  private static String target(JavaCall<?> call) {
    return call.getTargetOwner().getName() + "." + call.getName();
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package marked @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var room = type.getPackage();
        events.add(
            new SimpleConditionEvent(
                type,
                room.isAnnotatedWith(NullMarked.class),
                type.getName() + ": see package-info.java of " + room.getName()));
      }
    };
  }
}
