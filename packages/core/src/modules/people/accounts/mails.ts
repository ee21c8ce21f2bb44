import type { MailTemplatesOf } from '../../../platform/mail/template.ts'

interface AccountMails {
  'account.sign_in': { link: 'link'; code: 'code'; until: 'moment' }
  'account.new_address': { link: 'link'; until: 'moment' }
  'account.address_changed': { address: 'text'; at: 'moment' }
  'account.factors_reset': { at: 'moment' }
  'account.invitation': { by: 'text'; role: 'text'; place: 'text'; link: 'link'; until: 'moment' }
}

declare module '../../../platform/mail/template.ts' {
  interface Mails extends AccountMails {}
}

const until = { kind: 'moment', means: { de: 'bis wann der Link gilt', en: 'until when the link is valid' } } as const
const at = { kind: 'moment', means: { de: 'wann es geschah', en: 'when it happened' } } as const
const link = { kind: 'link', means: { de: 'der Link', en: 'the link' } } as const

/** The mails about one's own account. */
export const accountMails: MailTemplatesOf<keyof AccountMails> = {
  'account.sign_in': {
    title: { de: 'Anmelden', en: 'Sign in' },
    mode: 'now',
    isSecret: true,
    placeholders: {
      link,
      until,
      code: { kind: 'code', means: { de: 'der Code zum Abtippen', en: 'the code to type' } },
    },
    subject: { de: 'Ihre Anmeldung', en: 'Your sign-in' },
    body: {
      de: `Guten Tag,

mit diesem Link melden Sie sich an:

{link}

Sie lesen diese Nachricht auf einem anderen Gerät? Dann geben Sie dort, wo Sie sich anmelden wollten, diesen Code ein:

{code}

Link und Code gelten einmal, bis {until}.

Sie wollten sich nicht anmelden? Dann löschen Sie diese Nachricht einfach. Geben Sie den Code niemandem weiter, auch nicht am Telefon.`,
      en: `Hello,

this link signs you in:

{link}

Are you reading this on another device? Then type this code where you wanted to sign in:

{code}

The link and the code work once, until {until}.

If you did not want to sign in, just delete this message. Do not give the code to anybody, not even on the phone.`,
    },
  },
  'account.new_address': {
    title: { de: 'Neue Adresse bestätigen', en: 'Confirm a new address' },
    mode: 'now',
    isSecret: true,
    placeholders: { link, until },
    subject: { de: 'Bitte bestätigen Sie Ihre neue E-Mail-Adresse', en: 'Please confirm your new e-mail address' },
    body: {
      de: `Guten Tag,

diese Adresse soll künftig zu Ihrem Konto gehören. Öffnen Sie dazu bis {until} in dem Browser, in dem Sie angemeldet sind, diesen Link:

{link}

Sie haben nichts geändert? Dann löschen Sie diese Nachricht; es bleibt alles, wie es ist.`,
      en: `Hello,

this address is to belong to your account. To confirm it, open this link in the browser in which you are signed in, until {until}:

{link}

If you have not changed anything, delete this message; everything stays as it is.`,
    },
  },
  'account.address_changed': {
    title: { de: 'Adresse geändert', en: 'Address changed' },
    mode: 'now',
    placeholders: {
      at,
      address: { kind: 'text', means: { de: 'die neue Adresse', en: 'the new address' } },
    },
    subject: { de: 'Ihre E-Mail-Adresse wurde geändert', en: 'Your e-mail address was changed' },
    body: {
      de: `Guten Tag,

zu Ihrem Konto gehört seit {at} die Adresse {address}. Diese hier gehört nicht mehr dazu; alle anderen Anmeldungen sind beendet.

Das waren nicht Sie? Dann wenden Sie sich bitte gleich an das Organisationsteam.`,
      en: `Hello,

since {at} the address {address} belongs to your account. This one no longer does; all other sign-ins have been ended.

If this was not you, please contact the organisers at once.`,
    },
  },
  'account.factors_reset': {
    title: { de: 'Zweiter Faktor zurückgesetzt', en: 'Second factor reset' },
    mode: 'now',
    placeholders: { at },
    subject: { de: 'Ihr zweiter Faktor wurde zurückgesetzt', en: 'Your second factor was reset' },
    body: {
      de: `Guten Tag,

der zweite Faktor Ihres Kontos (Passkeys, Authenticator-App, Notfallcodes) wurde {at} zurückgesetzt. Richten Sie bei der nächsten Anmeldung einen neuen ein.

Sie haben nicht darum gebeten? Dann wenden Sie sich bitte gleich an das Organisationsteam.`,
      en: `Hello,

the second factor of your account (passkeys, authenticator app, recovery codes) was reset on {at}. Please set up a new one when you next sign in.

If you did not ask for this, please contact the organisers at once.`,
    },
  },
  'account.invitation': {
    title: { de: 'Einladung zur Mitarbeit', en: 'Invitation to take part' },
    mode: 'now',
    isSecret: true,
    placeholders: {
      link,
      until,
      by: { kind: 'text', means: { de: 'wer einlädt', en: 'who invites' } },
      role: { kind: 'text', means: { de: 'die Aufgabe', en: 'the role' } },
      place: { kind: 'text', means: { de: 'die Reihe oder Ausgabe', en: 'the series or edition' } },
    },
    subject: { de: 'Einladung: {place}', en: 'Invitation: {place}' },
    body: {
      de: `Guten Tag,

{by} lädt Sie zur Mitarbeit ein.

Aufgabe: {role}
Veranstaltung: {place}

So nehmen Sie an, bis {until}:

{link}

Damit ist zugleich Ihr Konto eingerichtet; danach richten Sie einen zweiten Faktor ein, der Ihre Anmeldung schützt.

Sie können damit nichts anfangen? Dann löschen Sie diese Nachricht einfach.`,
      en: `Hello,

{by} invites you to take part.

Role: {role}
Event: {place}

To accept, until {until}:

{link}

This also sets up your account; after that you set up a second factor that protects your sign-in.

If this means nothing to you, just delete this message.`,
    },
  },
}
