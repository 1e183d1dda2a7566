@NullMarked
package com.sentia.queryapi;

import org.jspecify.annotations.NullMarked;
