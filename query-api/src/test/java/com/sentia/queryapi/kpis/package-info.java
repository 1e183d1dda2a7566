@NullMarked
package com.sentia.queryapi.kpis;

import org.jspecify.annotations.NullMarked;
