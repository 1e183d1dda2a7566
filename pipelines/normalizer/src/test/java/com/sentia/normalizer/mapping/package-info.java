@NullMarked
package com.sentia.normalizer.mapping;

import org.jspecify.annotations.NullMarked;
