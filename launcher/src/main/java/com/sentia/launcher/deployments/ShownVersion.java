package com.sentia.launcher.deployments;

import java.time.Instant;

/**
 * The version of a KPI that readers are shown.
 *
 * @param job the deployment that computes it
 * @param activatedAt since when, by the database's clock
 */
public record ShownVersion(String kpi, int version, String job, Instant activatedAt) {}
