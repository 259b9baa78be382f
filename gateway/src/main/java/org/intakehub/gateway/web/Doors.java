package org.intakehub.gateway.web;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.List;
import org.intakehub.gateway.account.ApiKeyFilter;
import org.intakehub.gateway.account.ApiKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Three doors: the open one, the one for machines with a key, and the one for people with a session. The channels have their own. */
@Configuration(proxyBeanMethods = false)
class Doors {
    @Bean
    @Order(1)
    SecurityFilterChain openDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(AccessRules.OPEN.toArray(String[]::new))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(PageHeaders::strict)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain machinesDoor(HttpSecurity http, ApiKeys keys, Refusal refusal) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(paths("/api/**", "/actuator/**"), bearing("/v3/**")))
                .addFilterBefore(new ApiKeyFilter(keys, refusal), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    requests.requestMatchers(paths("/v3/api-docs/**", "/v3/asyncapi"))
                            .authenticated();
                    apply(AccessRules.FOR_KEYS, requests);
                })
                .exceptionHandling(
                        failure -> failure.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .headers(PageHeaders::strict)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain peoplesDoor(HttpSecurity http, AuthenticationProvider passwords) throws Exception {
        var refusal = new PageRefusal();
        return http.authenticationProvider(passwords)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    requests.requestMatchers("/login", "/language", "/appearance/*", "/error")
                            .permitAll();
                    apply(AccessRules.FOR_SESSIONS, requests);
                })
                .formLogin(
                        form -> form.loginPage("/login").failureHandler(refusal).permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .exceptionHandling(failure -> failure.authenticationEntryPoint(refusal))
                .headers(PageHeaders::strict)
                .build();
    }

    private static void apply(
            List<AccessRules.Rule> rules,
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (var rule : rules) {
            requests.requestMatchers(path(rule)).hasAnyRole(rule.roleNames());
        }
        requests.anyRequest().denyAll();
    }

    private static RequestMatcher path(AccessRules.Rule rule) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return rule.method() == null ? paths.matcher(rule.pattern()) : paths.matcher(rule.method(), rule.pattern());
    }

    private static RequestMatcher paths(String... patterns) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(paths::matcher)
                .map(RequestMatcher.class::cast)
                .toList());
    }

    private static RequestMatcher bearing(String pattern) {
        return new AndRequestMatcher(paths(pattern), request -> request.getHeader("Authorization") != null);
    }
}
