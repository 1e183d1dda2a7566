package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.contract.ConnectorUnderTest;
import com.sentia.connectors.kit.contract.SourceConnectorContract;
import java.io.IOException;
import java.nio.file.Path;

/** The contract of all connectors, held by this one against the project's simulator. */
class ShopifyContractIT extends SourceConnectorContract {
    @Override
    protected ConnectorUnderTest subject(Path home) throws IOException {
        return new ShopifyUnderTest(home);
    }
}
