package com.sentia.launcher.deployments;

import com.sentia.analytics.kpi.CatalogueException;
import com.sentia.analytics.kpi.CatalogueFile;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.launcher.LauncherException;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** Reads catalogue files of a business: its time zone and currency are part of what they mean. */
public record CatalogueReader(ZoneId zone, String currency) {

    /**
     * Those of the KPIs whose records the KPI job reads; the others wait.
     *
     * @throws LauncherException naming file, line and field of what is wrong
     */
    public KpiCatalogue readFed(Path file) {
        return read(file).fedBy(Topics.countedRecords());
    }

    /**
     * Every KPI.
     *
     * @throws LauncherException naming file, line and field of what is wrong
     */
    public KpiCatalogue read(Path file) {
        try {
            return CatalogueFile.read(file.toString(), Files.readString(file), zone, currency);
        } catch (IOException e) {
            throw new LauncherException("the catalogue " + file + " can't be read: " + e.getMessage(), e);
        } catch (CatalogueException e) {
            throw new LauncherException(String.valueOf(e.getMessage()), e);
        }
    }
}
