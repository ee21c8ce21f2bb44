import { indexEdition, indexSite } from '../modules/library/search/jobs.ts'
import { deliverMails } from '../modules/messages/mail/jobs.ts'
import { forgetExpiredAccess } from '../modules/people/accounts/jobs.ts'
import { writeSignInMail } from '../modules/people/accounts/links/jobs.ts'
import { applyRetention } from '../modules/privacy/retention/jobs.ts'
import type { AnyJob } from '../platform/queue/job.ts'

/** Every job that a process can be asked for and works on. */
export const jobs: readonly AnyJob[] = [
  applyRetention,
  deliverMails,
  forgetExpiredAccess,
  indexEdition,
  indexSite,
  writeSignInMail,
]
