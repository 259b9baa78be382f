package org.intakehub.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Chinese and English: what the visitor chose, else what the browser asks for, else Chinese. */
@Controller
class Languages {
    static final List<Locale> SUPPORTED = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final LocaleResolver locales;

    Languages(LocaleResolver locales) {
        this.locales = locales;
    }

    /** Back to the page that asked, as far as it is one of ours. */
    @GetMapping("/language")
    String choose(@RequestParam("to") String tag, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, supported(Locale.forLanguageTag(tag)));
        return "redirect:" + origin(request.getHeader("Referer"));
    }

    static String origin(@Nullable String referer) {
        try {
            var address = URI.create(referer == null ? "/" : referer);
            var path = address.getRawPath() == null ? "/" : address.getRawPath();
            var local = path.startsWith("/") && !path.startsWith("//") && !path.contains("\\") ? path : "/";
            return address.getRawQuery() == null ? local : local + "?" + address.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    static Locale supported(Locale wanted) {
        return wanted.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** The choice is kept in a cookie for a year. */
    @Configuration(proxyBeanMethods = false)
    static class Choice {
        @Bean
        LocaleResolver localeResolver() {
            var cookie = new CookieLocaleResolver("language");
            cookie.setCookieMaxAge(Duration.ofDays(365));
            cookie.setCookieHttpOnly(true);
            cookie.setCookieSameSite("Lax");
            cookie.setRejectInvalidCookies(false);
            cookie.setDefaultLocaleFunction(request -> supported(
                    request.getHeader("Accept-Language") == null ? Locale.SIMPLIFIED_CHINESE : request.getLocale()));
            return cookie;
        }
    }
}
