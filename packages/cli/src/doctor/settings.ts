import { DomainError } from '@fachtag/core/kernel/errors'
import { readSettings } from '@fachtag/core/platform/config/read'
import { type Settings, settings as table } from '@fachtag/core/platform/config/settings'
import { type Finding, ok, problem, warning } from './finding.ts'

function explain(env: string): Finding {
  const expects = Object.values(table).find((setting) => setting.env === env)?.expects
  return problem(
    `setting.${env}`,
    { de: `${env} ist nicht zu verstehen.`, en: `${env} cannot be understood.` },
    { de: `Erwartet wird ${expects?.de}.`, en: `Expected is ${expects?.en}.` },
  )
}

/** The settings, or what is wrong with each of those that cannot be understood. */
export function checkSettings(env: NodeJS.ProcessEnv): { settings?: Settings; findings: Finding[] } {
  try {
    const settings = readSettings(env)
    return {
      settings,
      findings: [ok('settings', { de: 'Die Einstellungen sind verständlich.', en: 'The settings are clear.' })],
    }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'settings.invalid') throw error
    return { findings: String(error.params.names).split(', ').map(explain) }
  }
}

const isLocal = (host: string) => /^(127\.|localhost$|::1$)/.test(host)

/** Whether the address that readers see is one that works for them. */
export function checkOrigin({ origin, host, port }: Settings): Finding {
  if (!origin) {
    return warning(
      'origin',
      {
        de: `ORIGIN fehlt: Links, Kalender und Feeds nennen http://${host}:${port}.`,
        en: `ORIGIN is missing: links, calendars and feeds name http://${host}:${port}.`,
      },
      {
        de: 'Setzen Sie ORIGIN auf die Adresse, unter der Lesende die Site aufrufen, etwa https://fachtag.example.org.',
        en: 'Set ORIGIN to the address under which readers open the site, for instance https://fachtag.example.org.',
      },
    )
  }
  if (origin.startsWith('http://') && !isLocal(new URL(origin).hostname)) {
    return warning(
      'origin',
      { de: `${origin} ist nicht verschlüsselt.`, en: `${origin} is not encrypted.` },
      {
        de: 'Stellen Sie einen Reverse Proxy mit Zertifikat davor (docs/operate.md) und setzen Sie ORIGIN auf https://…',
        en: 'Put a reverse proxy with a certificate in front (docs/operate.md) and set ORIGIN to https://…',
      },
    )
  }
  return ok('origin', { de: `Lesende kommen über ${origin}.`, en: `Readers come by ${origin}.` })
}

/** Whether mail leaves the installation, and from whom. Says nothing about whether the server takes it: `fachtag try-mail` does. */
export function checkMail({ mailServer, mailFrom }: Settings): Finding {
  if (!mailServer) {
    return warning(
      'mail',
      {
        de: 'SMTP_URL fehlt: Mails bleiben im Postausgang, auch die zum Anmelden.',
        en: 'SMTP_URL is missing: mail stays in the outbox, also that for signing in.',
      },
      {
        de: 'Setzen Sie SMTP_URL und MAIL_FROM (docs/operate.md).',
        en: 'Set SMTP_URL and MAIL_FROM (docs/operate.md).',
      },
    )
  }
  if (!mailFrom) {
    return problem(
      'mail',
      { de: 'Mit SMTP_URL fehlt MAIL_FROM.', en: 'With SMTP_URL, MAIL_FROM is missing.' },
      {
        de: 'Setzen Sie MAIL_FROM auf die Adresse, von der Mails kommen, etwa „IT-Fachtag <fachtag@example.org>“.',
        en: 'Set MAIL_FROM to the address that mail comes from, for instance “IT-Fachtag <fachtag@example.org>”.',
      },
    )
  }
  const how = { implicit: 'TLS', starttls: 'STARTTLS', none: null }[mailServer.encryption]
  return ok('mail', {
    de: `Mails gehen von ${mailFrom.address} über ${mailServer.host}:${mailServer.port}, ${how ? `mit ${how}` : 'unverschlüsselt'}.`,
    en: `Mail goes from ${mailFrom.address} through ${mailServer.host}:${mailServer.port}, ${how ? `with ${how}` : 'unencrypted'}.`,
  })
}
