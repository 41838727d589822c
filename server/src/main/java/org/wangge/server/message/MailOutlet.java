package org.wangge.server.message;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.Outcome;

/**
 * Mail over SMTP. A server takes the same mail twice, so that of one whose answer was lost nobody
 * knows; its {@code Message-ID} is the message's key. Thread-safe: each mail has a connection of
 * its own.
 */
final class MailOutlet implements Outlet {
  private static final int PERMANENT = 500;
  private static final int LONGEST_SUBJECT = 40;

  private final OutletSettings.Mail settings;
  private final Session session;

  MailOutlet(OutletSettings.Mail settings) {
    this.settings = settings;
    session = Session.getInstance(properties(settings));
  }

  private static Properties properties(OutletSettings.Mail mail) {
    // Half of the patience for connecting, half for each answer: a dialogue is short.
    String millis = Long.toString(mail.patience().toMillis() / 2);
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", mail.host());
    properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.auth", Boolean.toString(!mail.user().isEmpty()));
    boolean starttls = mail.security().equals("starttls");
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(mail.security().equals("tls")));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  @Override
  public Medium medium() {
    return Medium.MAIL;
  }

  @Override
  public boolean isKeyed() {
    return false;
  }

  @Override
  public Duration patience() {
    return settings.patience();
  }

  @Override
  public Outcome send(Message message, String address, String text) {
    try (Transport transport = session.getTransport("smtp")) {
      Optional<Outcome> closed = open(transport);
      if (closed.isPresent()) {
        return closed.get();
      }
      MimeMessage mail = mail(message, address, text);
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Outcome.Taken(mail.getMessageID());
    } catch (MessagingException e) {
      return outcome(e);
    }
  }

  /** Why nothing could be handed over: a server that is busy or restarts may be asked again. */
  private Optional<Outcome> open(Transport transport) {
    try {
      transport.connect(
          settings.user().isEmpty() ? null : settings.user(),
          settings.user().isEmpty() ? null : settings.password());
      return Optional.empty();
    } catch (AuthenticationFailedException e) {
      return Optional.of(new Outcome.Refused("mail-login"));
    } catch (MessagingException e) {
      return Optional.of(new Outcome.NotNow("unreachable"));
    }
  }

  private MimeMessage mail(Message message, String address, String text) throws MessagingException {
    MimeMessage mail = new Identified(session, "<" + message.key() + "@wangge>");
    mail.setFrom(new InternetAddress(settings.from(), true));
    mail.setRecipients(
        MimeMessage.RecipientType.TO, new Address[] {new InternetAddress(address, true)});
    mail.setSubject(
        text.length() > LONGEST_SUBJECT ? text.substring(0, LONGEST_SUBJECT) + "…" : text, "UTF-8");
    mail.setText(text, "UTF-8");
    mail.saveChanges();
    return mail;
  }

  /** A mail whose id is given. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /** Only what the server itself said is certain, and what is wrong with the mail itself. */
  private static Outcome outcome(MessagingException failed) {
    if (failed instanceof SMTPSendFailedException refused) {
      return refused.getReturnCode() > 0
          ? said(refused.getReturnCode())
          : new Outcome.Unknown("connection-broke");
    }
    if (failed instanceof SendFailedException refused) {
      return refused.getNextException() instanceof SMTPAddressFailedException address
          ? said(address.getReturnCode())
          : new Outcome.Refused("mail-refused");
    }
    return failed.getCause() instanceof IOException
        ? new Outcome.Unknown("connection-broke")
        : new Outcome.Refused("mail-refused");
  }

  private static Outcome said(int code) {
    String failure = "mail-" + code;
    return code >= PERMANENT ? new Outcome.Refused(failure) : new Outcome.NotNow(failure);
  }
}
