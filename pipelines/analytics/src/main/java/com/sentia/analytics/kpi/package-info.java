/** What the KPIs are: facts, measures, formulas, dimension sets and windows, as data. */
@NullMarked
package com.sentia.analytics.kpi;

import org.jspecify.annotations.NullMarked;
