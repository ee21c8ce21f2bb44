import { account } from './en/account.ts'
import { changes } from './en/changes.ts'
import { contentForms } from './en/content-forms.ts'
import { dashboard } from './en/dashboard.ts'
import { editionForms } from './en/edition-forms.ts'
import { editor } from './en/editor.ts'
import { format } from './en/format.ts'
import { forms } from './en/forms.ts'
import { library } from './en/library.ts'
import { logged } from './en/logged.ts'
import { logistics } from './en/logistics.ts'
import { mail } from './en/mail.ts'
import { moderation } from './en/moderation.ts'
import { people } from './en/people.ts'
import { planPanel } from './en/plan-panel.ts'
import { planning } from './en/planning.ts'
import { privacy } from './en/privacy.ts'
import { programme } from './en/programme.ts'
import { releases } from './en/releases.ts'
import { replacement } from './en/replacement.ts'
import { roles } from './en/roles.ts'
import { search } from './en/search.ts'
import { series } from './en/series.ts'
import { site } from './en/site.ts'
import { slots } from './en/slots.ts'
import { variants } from './en/variants.ts'
import { warnings } from './en/warnings.ts'
import { workplace } from './en/workplace.ts'
import type { Messages } from './messages.ts'

export const en: Messages = {
  changes,
  logged,
  contentForms,
  dashboard,
  editionForms,
  editor,
  account,
  format,
  forms,
  library,
  logistics,
  mail,
  moderation,
  people,
  planPanel,
  planning,
  privacy,
  programme,
  replacement,
  releases,
  roles,
  search,
  series,
  site,
  slots,
  variants,
  warnings,
  workplace,
}
