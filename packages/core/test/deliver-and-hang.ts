import { createContext } from '../src/app/context.ts'
import { systemActor } from '../src/kernel/actor.ts'
import { fixedClock } from '../src/kernel/clock.ts'
import { deliverDueMails } from '../src/modules/messages/mail/delivery/commands.ts'
import { connect } from '../src/platform/database/connect.ts'
import { smtpMailer } from '../src/platform/mail/smtp.ts'

// A process of its own for the test of the delivery: hands mail to a server that never answers, until somebody kills it.
const [, , url = '', port = ''] = process.argv
const mailer = smtpMailer({
  server: { host: '127.0.0.1', port: Number(port), encryption: 'none', login: null },
  sender: { name: null, address: 'fachtag@messe.example' },
  origin: 'https://fachtag.example',
})
await deliverDueMails(createContext(connect(url), systemActor, fixedClock('2031-10-01T12:00:00Z'), undefined, mailer))
