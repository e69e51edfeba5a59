package dev.blipscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.blipscope.ui.Sight;
import java.util.Set;
import org.testfx.api.FxRobotInterface;
import org.testfx.util.WaitForAsyncUtils;

/// What holds for the tests themselves.
@AnalyzeClasses(packages = "dev.blipscope", importOptions = OnlyIncludeTests.class)
class TestRulesTest {

  /// What TestFX does by looking at nodes from the thread of the test, again and again or at once.
  /// (Searches cannot be told apart from those on the right thread.)
  private static final Set<String> FROM_AFAR =
      Set.of(
          "waitFor",
          "clickOn",
          "doubleClickOn",
          "rightClickOn",
          "moveTo",
          "point",
          "bounds",
          "drag",
          "dropTo");

  @ArchTest
  static final ArchRule a_window_is_waited_for_and_clicked_on_its_own_thread =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Sight.class)
          .should()
          .callMethodWhere(
              describe(
                  "TestFX looks at nodes from the thread of the test",
                  TestRulesTest::looksFromAfar))
          .because("a look from elsewhere now and then meets a list of nodes that is changing");

  private static boolean looksFromAfar(JavaMethodCall call) {
    var owner = call.getTargetOwner();
    return FROM_AFAR.contains(call.getName())
        && (owner.isEquivalentTo(WaitForAsyncUtils.class)
            || owner.isAssignableTo(FxRobotInterface.class));
  }
}
