import { format } from './de/format.ts'
import { forms } from './de/forms.ts'
import { library } from './de/library.ts'
import { people } from './de/people.ts'
import { programme } from './de/programme.ts'
import { search } from './de/search.ts'
import { series } from './de/series.ts'
import { site } from './de/site.ts'

export const de = { format, forms, library, people, programme, search, series, site }
