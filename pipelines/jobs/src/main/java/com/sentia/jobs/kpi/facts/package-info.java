/**
 * The facts that canonical records stand for: a class for each contract. When each fact is, and what counts, is in
 * docs/reference/kpi-facts.md.
 */
@NullMarked
package com.sentia.jobs.kpi.facts;

import org.jspecify.annotations.NullMarked;
