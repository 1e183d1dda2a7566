package com.sentia.simulators.shopify;

import java.nio.file.Path;

/**
 * The result of a bulk operation as it is handed out.
 *
 * @param length bytes of the file that belong to it
 * @param breaksOff whether the answer ends before all of them were sent
 */
public record BulkDownload(Path file, long length, boolean breaksOff) {}
