package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.SourceException;

/** Something that must hold before a feed's next step. */
@FunctionalInterface
interface Precondition {
    /** @throws SourceException saying what is to be done when it does not hold */
    void check() throws SourceException;
}
