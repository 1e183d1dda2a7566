package com.sentia.queryapi.page;

import com.sentia.queryapi.http.ApiRouter;
import java.util.List;

/** The files of the page and the API's description: a closed list, so nothing else can be asked for. */
public final class PageFiles {
    /** Names under {@code /page/}. */
    static final List<String> NAMES = List.of(
            "api.js",
            "app.js",
            "chart.js",
            "controls.js",
            "echarts.min.js",
            "format.js",
            "freshness.js",
            "icon.svg",
            "products.js",
            "sparkline.js",
            "style.css",
            "tiles.js");

    private PageFiles() {}

    public static void addTo(ApiRouter router) {
        router.with("/", PageFile.read("files/index.html", "text/html; charset=utf-8"));
        router.with("/openapi.yaml", PageFile.read("/com/sentia/queryapi/openapi.yaml", "application/yaml"));
        for (String name : NAMES) {
            router.with("/page/" + name, PageFile.read("files/" + name, contentType(name)));
        }
    }

    static String contentType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalStateException("no content type for " + name);
        };
    }
}
