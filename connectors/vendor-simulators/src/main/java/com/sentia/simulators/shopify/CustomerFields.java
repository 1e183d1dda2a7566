package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.RetailOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of customers and their addresses. */
final class CustomerFields {
    /** Where a customer lives. */
    record AddressOf(Person person, String country) {}

    /** A customer's mail address. */
    record EmailOf(String address) {}

    /** A customer's telephone number. */
    record PhoneOf(String number) {}

    private CustomerFields() {}

    static ObjectType<Person> customer() {
        return ObjectType.of(Person.class, "Customer")
                .with("id", person -> Gid.of("Customer", person.id()))
                .with("legacyResourceId", person -> Long.toString(person.id()))
                .with("displayName", Person::name)
                .with("firstName", Person::firstName)
                .with("lastName", Person::lastName)
                .with("email", Person::email)
                .with("phone", Person::phone)
                .with("defaultEmailAddress", person -> new EmailOf(person.email()))
                .with("defaultPhoneNumber", person -> new PhoneOf(person.phone()))
                .with("defaultAddress", person -> new AddressOf(person, "United Kingdom"))
                .with(
                        "createdAt",
                        (person, arguments, moment) ->
                                OrderFields.time(of(person, moment).createdAt()))
                .with(
                        "updatedAt",
                        (person, arguments, moment) ->
                                OrderFields.time(of(person, moment).updatedAt()))
                .with(
                        "numberOfOrders",
                        (person, arguments, moment) ->
                                Integer.toString(of(person, moment).orders()))
                .with(
                        "amountSpent",
                        (person, arguments, moment) ->
                                new Money(of(person, moment).spentMicros()))
                .always("ENABLED", "state")
                .always("en", "locale")
                .always(List.of(), "tags", "taxExemptions")
                .always(null, "note", "multipassIdentifier")
                .always(false, "taxExempt", "dataSaleOptOut", "canDelete")
                .always(true, "verifiedEmail");
    }

    private static Customers.Account of(Person person, Moment moment) {
        return moment.customers().account(person.id(), moment.second()).orElseThrow();
    }

    static ObjectType<EmailOf> email() {
        return ObjectType.of(EmailOf.class, "CustomerEmailAddress")
                .with("emailAddress", EmailOf::address)
                .always("NOT_SUBSCRIBED", "marketingState")
                .always(true, "validFormat")
                .always(null, "marketingOptInLevel", "marketingUpdatedAt", "sourceLocation");
    }

    static ObjectType<PhoneOf> phone() {
        return ObjectType.of(PhoneOf.class, "CustomerPhoneNumber")
                .with("phoneNumber", PhoneOf::number)
                .always("NOT_SUBSCRIBED", "marketingState")
                .always(null, "marketingOptInLevel", "marketingUpdatedAt", "sourceLocation");
    }

    static ObjectType<AddressOf> mailingAddress() {
        return ObjectType.of(AddressOf.class, "MailingAddress")
                .with("id", address -> Gid.of("MailingAddress", address.person().id()))
                .with("name", address -> address.person().name())
                .with("firstName", address -> address.person().firstName())
                .with("lastName", address -> address.person().lastName())
                .with("phone", address -> address.person().phone())
                .with("address1", address -> address.person().house() + " Invented Lane")
                .with("zip", address -> "ZZ" + address.person().house() % 100 + " 9ZZ")
                .with("country", AddressOf::country)
                .always("Nowhere", "city")
                .always(
                        null,
                        "address2",
                        "company",
                        "province",
                        "provinceCode",
                        "latitude",
                        "longitude",
                        "countryCodeV2")
                .always(false, "coordinatesValidated");
    }

    static @Nullable AddressOf address(RetailOrder order, Map<String, Object> arguments, Moment moment) {
        return order.customer() == null ? null : new AddressOf(Person.of(order.customer()), order.country());
    }
}
