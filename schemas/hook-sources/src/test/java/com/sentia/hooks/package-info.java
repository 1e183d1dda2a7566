@NullMarked
package com.sentia.hooks;

import org.jspecify.annotations.NullMarked;
