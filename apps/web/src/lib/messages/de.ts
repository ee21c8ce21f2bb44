import { account } from './de/account.ts'
import { editionForms } from './de/edition-forms.ts'
import { format } from './de/format.ts'
import { forms } from './de/forms.ts'
import { library } from './de/library.ts'
import { people } from './de/people.ts'
import { programme } from './de/programme.ts'
import { roles } from './de/roles.ts'
import { search } from './de/search.ts'
import { series } from './de/series.ts'
import { site } from './de/site.ts'
import { workplace } from './de/workplace.ts'

export const de = { editionForms, account, format, forms, library, people, programme, roles, search, series, site, workplace }
