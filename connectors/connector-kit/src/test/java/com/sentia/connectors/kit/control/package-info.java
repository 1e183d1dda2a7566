@NullMarked
package com.sentia.connectors.kit.control;

import org.jspecify.annotations.NullMarked;
