@NullMarked
package com.sentia.runtime;

import org.jspecify.annotations.NullMarked;
