package com.sentia.verification.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    /** Where a process begins: the only places that may take the machine's clock and hand it on. */
    private static final DescribedPredicate<JavaClass> WIRING = resideInAnyPackage("com.sentia.launcher..")
            .or(nameMatching(".*\\.Main"))
            .or(simpleNameEndingWith("Task"))
            .or(simpleNameEndingWith("Job"))
            .or(nameMatching("com\\.sentia\\.database\\.GroundAcquisition"))
            .or(nameMatching("com\\.sentia\\.runtime\\.AvroDeserializer"))
            .as("classes that wire a process");

    @Test
    void takesTheTimeFromAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time is a parameter: a Clock is handed in, so that tests can set it")
                .check(OurClasses.ALL);
    }

    @Test
    void takesTheMachinesClockOnlyWhereAProcessIsWired() {
        noClasses()
                .that(DescribedPredicate.not(WIRING))
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(OurClasses.ALL);
    }

    @Test
    void logsBySlf4j() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.log4j..", "org.apache.logging..")
                .check(OurClasses.ALL);
    }

    @Test
    void printsOnlyWhereAPersonIsSpokenTo() {
        noClasses()
                .that()
                .resideOutsideOfPackages("com.sentia.launcher..", "com.sentia.testkit..", "com.sentia.verification..")
                .and()
                .haveNameNotMatching(".*\\.Main")
                .and()
                .haveNameNotMatching("com\\.sentia\\.database\\.Acquire")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(OurClasses.ALL);
    }

    @Test
    void keepsJobsAmongTheJobs() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameEndingWith("Job")
                .should()
                .resideInAPackage("com.sentia.jobs..")
                .allowEmptyShould(true)
                .check(OurClasses.ALL);
    }

    @Test
    void namesOperatorsOnlyInJobs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("com.sentia.jobs..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a Flink operator's uid is set",
                        call -> call.getTarget().getName().equals("uid")
                                && call.getTargetOwner().getPackageName().startsWith("org.apache.flink")))
                .check(OurClasses.ALL);
    }

    @Test
    void keepsMoneyInWholeNumbers() {
        noFields()
                .that()
                .haveNameMatching("(?i).*(micros|amount|price|money|revenue|discount|refund|gross|net)s?")
                .or()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Money")
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .orShould()
                .haveRawType(Double.class)
                .orShould()
                .haveRawType(Float.class)
                .check(OurClasses.ALL);
    }

    @Test
    void namesClassesByWhatTheyAre() {
        noClasses()
                .that()
                .doNotHaveSimpleName("PageInfo") // Shopify's own name for it
                .should()
                .haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl|Data|Info)")
                .check(OurClasses.ALL);
    }

    @Test
    void marksEveryPackageAgainstNulls() {
        Set<String> unmarked = OurClasses.ALL.stream()
                .filter(type -> !type.getPackageName().equals("com.sentia.schemas"))
                .map(JavaClass::getPackage)
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());

        assertThat(unmarked).isEmpty();
    }

    /** A rule over no classes would hold for ever. */
    @Test
    void seesEveryModule() {
        List<Part> unseen = java.util.Arrays.stream(Part.values())
                .filter(part -> OurClasses.ALL.stream()
                        .noneMatch(type -> (type.getPackageName() + ".")
                                .startsWith(part.packages().replace("..", "."))))
                .toList();

        assertThat(unseen).isEmpty();
    }
}
