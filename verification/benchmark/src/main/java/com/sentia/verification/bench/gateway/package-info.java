/** The webhook gateway under load: how many signed webhooks, how soon acknowledged, what a flood of forged ones costs them. */
@NullMarked
package com.sentia.verification.bench.gateway;

import org.jspecify.annotations.NullMarked;
