package com.sentia.connectors.shopify;

import java.util.regex.Pattern;

/** What Shopify says of a failure, fit for logs and notices: it may quote what it was asked for, or what it found. */
final class ErrorText {
    private static final Pattern MAIL = Pattern.compile("[^\\s\"'<>@]+@[^\\s\"'<>@]+");
    /** Ids of things stay, as they say where to look; those of customers and phone numbers don't. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<!gid://shopify/(?!Customer)\\w{1,40}/)(?<!\\d)\\+?\\d(?:[\\s().-]?\\d){6,}");

    private static final int LONGEST = 300;

    private ErrorText() {}

    /** The same, without what looks like a mail address, a phone number or a customer's id, and not too long. */
    static String of(String text) {
        String masked = MAIL.matcher(text).replaceAll("(mail)");
        masked = NUMBER.matcher(masked).replaceAll("(number)");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }
}
