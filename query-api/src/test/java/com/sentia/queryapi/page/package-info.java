@NullMarked
package com.sentia.queryapi.page;

import org.jspecify.annotations.NullMarked;
