package com.sentia.simulators.shopify;

import com.sentia.simulators.company.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of the places a shop keeps stock in. */
final class LocationFields {
    /** Before any order of the data. */
    private static final String OPENED = "2009-12-01T00:00:00Z";

    private static final String CLOSED = "2010-06-30T17:00:00Z";

    /** Where a place is. */
    record AddressOf(Site site) {}

    private LocationFields() {}

    static ObjectType<Site> location() {
        return ObjectType.of(Site.class, "Location")
                .with("id", site -> Gid.of("Location", site.id()))
                .with("legacyResourceId", site -> Long.toString(site.id()))
                .with("name", Site::name)
                .with("isActive", Site::isActive)
                .with("shipsInventory", Site::isActive)
                .with("fulfillsOnlineOrders", Site::isActive)
                .with("hasActiveInventory", Site::isActive)
                .with("activatable", site -> !site.isActive())
                .with("deactivatable", Site::isActive)
                .with("deactivatedAt", site -> site.isActive() ? null : CLOSED)
                .with("updatedAt", site -> site.isActive() ? OPENED : CLOSED)
                .with("address", AddressOf::new)
                .with("inventoryLevels", LevelFields::ofSite)
                .with("inventoryLevel", LevelFields::ofSiteAndItem)
                .always(OPENED, "createdAt")
                .always(false, "isFulfillmentService", "addressVerified", "deletable", "hasUnfulfilledOrders")
                .always(null, "fulfillmentService", "localPickupSettingsV2")
                .always(List.of(), "suggestedAddresses");
    }

    /** There so that a street and a telephone, which must not leave a connector, can be looked for. */
    static ObjectType<AddressOf> address() {
        return ObjectType.of(AddressOf.class, "LocationAddress")
                .with("address1", address -> address.site().house() + " Invented Wharf")
                .with("phone", address -> "+44 7700 900" + address.site().house())
                .with("zip", address -> "ZZ" + address.site().house() + " 8ZZ")
                .with("countryCode", address -> address.site().countryCode())
                .with("country", address -> address.site().countryCode())
                .with(
                        "formatted",
                        address -> List.of(
                                address.site().house() + " Invented Wharf",
                                address.site().countryCode()))
                .always("Nowhere", "city")
                .always(null, "address2", "province", "provinceCode", "latitude", "longitude");
    }

    static Connection locations(Map<String, Object> arguments, Moment moment) {
        Comparator<Site> order = order(arguments.get("sortKey"));
        List<Site> sorted = found(arguments, moment).stream().sorted(order).toList();
        return Connection.of(sorted, site -> new Cursor(sorted.indexOf(site), site.id()), PageRequest.of(arguments));
    }

    static RootFields.CountOf count(Map<String, Object> arguments, Moment moment) {
        SearchQuery.parse(arguments.get("query"), moment.second()).allowOnly();
        return RootFields.CountOf.limited(moment.stock().sites().size(), arguments);
    }

    static @Nullable Site location(@Nullable Object id, Moment moment) {
        if (id == null) {
            return moment.stock().sites().get(0);
        }
        Gid gid = Gid.parse(id);
        return gid.type().equals("Location") ? moment.stock().site(gid.number()).orElse(null) : null;
    }

    private static List<Site> found(Map<String, Object> arguments, Moment moment) {
        SearchQuery.parse(arguments.get("query"), moment.second()).allowOnly();
        boolean closedToo = Boolean.TRUE.equals(arguments.get("includeInactive"));
        return moment.stock().sites().stream()
                .filter(site -> closedToo || site.isActive())
                .toList();
    }

    private static Comparator<Site> order(@Nullable Object sortKey) {
        return switch (String.valueOf(sortKey)) {
            case "ID" -> Comparator.comparingLong(Site::id);
            case "NAME" -> Comparator.comparing(Site::name);
            default -> throw new QueryRefused("not simulated: sort key " + sortKey, "NOT_SIMULATED");
        };
    }
}
