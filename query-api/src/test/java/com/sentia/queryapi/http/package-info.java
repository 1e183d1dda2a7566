@NullMarked
package com.sentia.queryapi.http;

import org.jspecify.annotations.NullMarked;
