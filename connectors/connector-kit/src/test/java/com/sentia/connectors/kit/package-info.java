@NullMarked
package com.sentia.connectors.kit;

import org.jspecify.annotations.NullMarked;
