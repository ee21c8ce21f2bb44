import { indexEdition, indexSite } from '../modules/library/search/jobs.ts'
import { deliverMails } from '../modules/messages/mail/jobs.ts'
import { forgetExpiredAccess } from '../modules/people/accounts/jobs.ts'
import { writeSignInMail } from '../modules/people/accounts/links/jobs.ts'
import type { AnyJob } from '../platform/queue/job.ts'

/** Every job that a process can be asked for and works on. */
export const jobs: readonly AnyJob[] = [deliverMails, forgetExpiredAccess, indexEdition, indexSite, writeSignInMail]
