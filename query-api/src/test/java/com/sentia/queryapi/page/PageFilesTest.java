package com.sentia.queryapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageFilesTest {
    /** Namespaces are names, not addresses; nothing is loaded from them. */
    private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

    static Stream<String> ownFiles() {
        return Stream.concat(
                Stream.of("index.html"), PageFiles.NAMES.stream().filter(name -> !name.equals("echarts.min.js")));
    }

    @ParameterizedTest
    @MethodSource("ownFiles")
    void namesNoOutsideAddress(String file) throws IOException {
        assertThat(text(file).replace(SVG_NAMESPACE, "")).doesNotContainPattern("(https?:)?//[a-zA-Z0-9]");
    }

    @ParameterizedTest
    @MethodSource("ownFiles")
    void needsNoInlineCodeOrStyleThatTheContentPolicyForbids(String file) throws IOException {
        assertThat(text(file)).doesNotContainPattern("<script>|\\sstyle=\"|\\son[a-z]+=\"|<style|\\beval\\(");
    }

    @Test
    void servesEveryFileThatThePageLoads() throws IOException {
        List<String> loaded = Pattern.compile("(?:src|href)=\"/page/([^\"]+)\"")
                .matcher(text("index.html"))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(loaded)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(PageFiles.NAMES).contains(name));
    }

    @ParameterizedTest
    @MethodSource("ownFiles")
    void servesEveryModuleThatAModuleImports(String file) throws IOException {
        assertThat(Pattern.compile("from '\\./([^']+)'")
                        .matcher(text(file))
                        .results()
                        .map(MatchResult::group))
                .allSatisfy(found -> assertThat(PageFiles.NAMES)
                        .contains(found.substring(found.indexOf("./") + 2, found.length() - 1)));
    }

    @Test
    void findsEveryElementThatItsScriptsAskFor() throws IOException {
        String page = text("index.html");
        assertThat(Pattern.compile("place\\('([^']+)'\\)")
                        .matcher(text("app.js"))
                        .results()
                        .map(match -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
    }

    @Test
    void shipsTheChartLibraryWithItsLicence() throws IOException {
        assertThat(text("echarts.min.js")).contains("Apache Software Foundation");
        assertThat(text("echarts-LICENSE.txt")).contains("Apache License");
        assertThat(text("echarts-NOTICE.txt")).contains("Apache ECharts");
    }

    private static String text(String file) throws IOException {
        try (InputStream in = PageFiles.class.getResourceAsStream("files/" + file)) {
            assertThat(in).describedAs(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
