package com.sentia.simulators.company;

import com.sentia.simulators.retail.Region;
import java.util.List;

/**
 * A place where a shop keeps stock, or did.
 *
 * @param countryCode ISO 3166 code of its country
 * @param house number of the invented street it stands in
 * @param isActive whether stock is kept there now
 */
public record Site(long id, String name, String countryCode, int house, boolean isActive) {

    /** The places of a region's shop: the warehouse that everything is kept in first, a closed one last. */
    public static List<Site> of(Region region) {
        return switch (region) {
            case UK ->
                List.of(
                        new Site(6101, "London warehouse", "GB", 11, true),
                        new Site(6102, "Leeds store", "GB", 12, true),
                        new Site(6103, "Bristol store", "GB", 13, false));
            case EU ->
                List.of(
                        new Site(6201, "Rotterdam warehouse", "NL", 21, true),
                        new Site(6202, "Lyon store", "FR", 22, true),
                        new Site(6203, "Milan store", "IT", 23, false));
            case USA ->
                List.of(
                        new Site(6301, "Newark warehouse", "US", 31, true),
                        new Site(6302, "Austin store", "US", 32, false));
        };
    }
}
