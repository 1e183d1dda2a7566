/** The KPI benchmark: the same order lines, the same KPIs, one contender after the other. */
@NullMarked
package com.sentia.verification.bench;

import org.jspecify.annotations.NullMarked;
