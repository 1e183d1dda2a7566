@NullMarked
package com.sentia.normalizer.topology;

import org.jspecify.annotations.NullMarked;
