package org.wangge.server.people;

import java.time.Clock;
import java.util.Optional;
import org.wangge.people.IdentityRegister;
import org.wangge.server.config.DataFolder;

/** Puts single sign-on together, where the data folder says how; else it is off. */
public final class OpenIdModule {
  private final OpenIdHttp http;
  private final IdentityHttp identities;

  OpenIdModule(
      DataFolder folder,
      IdentityRegister register,
      OpenIdEntrance entrance,
      SignInDesk passwords,
      Clock machine) {
    Optional<OpenIdDesk> desk =
        OpenIdFile.read(folder.path())
            .map(
                settings ->
                    new OpenIdDesk(
                        settings,
                        new OpenIdNotes(folder.secret("openid"), machine),
                        entrance,
                        register,
                        machine));
    http = new OpenIdHttp(desk, passwords);
    identities = new IdentityHttp(register, http);
  }

  public OpenIdHttp http() {
    return http;
  }

  public IdentityHttp identities() {
    return identities;
  }
}
