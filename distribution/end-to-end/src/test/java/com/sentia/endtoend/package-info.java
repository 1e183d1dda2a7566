@NullMarked
package com.sentia.endtoend;

import org.jspecify.annotations.NullMarked;
