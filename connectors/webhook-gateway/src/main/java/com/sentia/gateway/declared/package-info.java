/** The generic hook: webhooks of sources that are declared in YAML. */
@NullMarked
package com.sentia.gateway.declared;

import org.jspecify.annotations.NullMarked;
