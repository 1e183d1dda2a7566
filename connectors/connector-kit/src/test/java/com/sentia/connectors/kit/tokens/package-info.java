@NullMarked
package com.sentia.connectors.kit.tokens;

import org.jspecify.annotations.NullMarked;
