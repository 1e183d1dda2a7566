package com.sentia.launcher.parts;

import com.sentia.launcher.deployments.CatalogueReader;
import com.sentia.launcher.environment.Business;
import com.sentia.launcher.home.Home;

/** How catalogues of KPIs are read for a home: by its business's currency and time zone. */
public final class Catalogues {
    private Catalogues() {}

    /** The reader for a home. */
    public static CatalogueReader of(Home home) {
        Business business = Business.of(home);
        return new CatalogueReader(business.zone(), business.currency());
    }
}
