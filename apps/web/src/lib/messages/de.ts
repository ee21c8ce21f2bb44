import { account } from './de/account.ts'
import { changes } from './de/changes.ts'
import { contentForms } from './de/content-forms.ts'
import { dashboard } from './de/dashboard.ts'
import { editionForms } from './de/edition-forms.ts'
import { editor } from './de/editor.ts'
import { format } from './de/format.ts'
import { forms } from './de/forms.ts'
import { library } from './de/library.ts'
import { logged } from './de/logged.ts'
import { logistics } from './de/logistics.ts'
import { mail } from './de/mail.ts'
import { moderation } from './de/moderation.ts'
import { people } from './de/people.ts'
import { planPanel } from './de/plan-panel.ts'
import { planning } from './de/planning.ts'
import { privacy } from './de/privacy.ts'
import { programme } from './de/programme.ts'
import { releases } from './de/releases.ts'
import { replacement } from './de/replacement.ts'
import { roles } from './de/roles.ts'
import { search } from './de/search.ts'
import { series } from './de/series.ts'
import { site } from './de/site.ts'
import { slots } from './de/slots.ts'
import { variants } from './de/variants.ts'
import { warnings } from './de/warnings.ts'
import { workplace } from './de/workplace.ts'

export const de = {
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
