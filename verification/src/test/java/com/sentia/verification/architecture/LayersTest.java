package com.sentia.verification.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LayersTest {
    @ParameterizedTest
    @EnumSource(Part.class)
    void usesOnlyThePartsBelowIt(Part part) {
        classes()
                .that()
                .resideInAPackage(part.packages())
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage(Part.ROOT + ".").or(resideInAnyPackage(part.usablePackages())))
                .allowEmptyShould(true)
                .check(OurClasses.ALL);
    }

    @Test
    void belongsToAPartThatHasRules() {
        classes().should().resideInAnyPackage(Part.allPackages()).check(OurClasses.ALL);
    }

    /** Two engines' classes of the same name end up in one process otherwise, and fail at run time only. */
    @ParameterizedTest
    @CsvSource({
        "analytics, org.apache.flink..",
        "analytics, org.apache.kafka..",
        "normalizer, org.apache.flink..",
        "jobs, org.apache.kafka.streams..",
        "runtime, org.apache.kafka.streams..",
        "timescale, org.apache.kafka.streams..",
        "jobs, org.apache.kafka.connect..",
        "runtime, org.apache.kafka.connect..",
        "queryapi, org.apache.kafka..",
        "queryapi, org.apache.flink..",
        "gateway, org.apache.kafka.connect..",
        "gateway, org.apache.kafka.streams..",
        "launcher, org.apache.flink..",
        "simulators, org.apache.kafka..",
        "verification.bench.flink, org.apache.kafka.streams..",
        "verification.bench.streams, org.apache.flink..",
        "schemas, org.apache.flink..",
        "schemas, org.apache.kafka.streams.."
    })
    void keepsOffTheEnginesOfOthers(String part, String engine) {
        noClasses()
                .that()
                .resideInAPackage(Part.ROOT + part + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(engine))
                .allowEmptyShould(true)
                .check(OurClasses.ALL);
    }

    @Test
    void hasNoCyclesBetweenParts() {
        slices().matching("com.sentia.(*)..").should().beFreeOfCycles().check(OurClasses.ALL);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void hasNoCyclesBetweenThePackagesOfAPart(Part part) {
        slices().matching(part.packages().replace("..", ".(*).."))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(OurClasses.ALL);
    }
}
