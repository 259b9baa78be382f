package org.intakehub.gateway.account;

import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Logs a person in by name and password; an unknown name takes as long as a wrong password and is answered alike. */
@Component
class PasswordLogin implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordLogin.class);
    private static final int LONGEST_NAME = 64;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final String nobodysHash;

    PasswordLogin(Accounts accounts, PasswordEncoder passwords, LoginThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.nobodysHash = passwords.encode(Passwords.fresh());
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        var username = claim.getName().strip().toLowerCase(Locale.ROOT);
        var address = claim.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (!throttle.wait(username, address).isZero()) {
            throw new LockedException("too many wrong passwords; wait a while");
        }
        var stored = username.length() > LONGEST_NAME
                ? null
                : accounts.find(username).orElse(null);
        if (!matches(String.valueOf(claim.getCredentials()), stored == null ? nobodysHash : stored.hash())
                || stored == null) {
            throttle.failed(username, address);
            LOG.info("a login from {} was refused", address);
            throw new BadCredentialsException("unknown name or wrong password");
        }
        throttle.succeeded(username, address);
        var account = stored.account();
        var authorities = List.of(new SimpleGrantedAuthority(account.role().authority()));
        var proved = UsernamePasswordAuthenticationToken.authenticated(account, null, authorities);
        proved.setDetails(claim.getDetails());
        return proved;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private boolean matches(String password, String hash) {
        return !Passwords.isTooLong(password) && passwords.matches(password, hash);
    }
}
