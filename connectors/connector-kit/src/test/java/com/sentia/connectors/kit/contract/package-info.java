/** What every source connector holds, whatever its vendor: the suite, and what it runs on. */
@NullMarked
package com.sentia.connectors.kit.contract;

import org.jspecify.annotations.NullMarked;
