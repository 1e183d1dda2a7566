@NullMarked
package com.sentia.hooks.mapping;

import org.jspecify.annotations.NullMarked;
