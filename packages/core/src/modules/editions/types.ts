/** How much of a date is known. `end-of-month` is the last third of the month that the date lies in. */
export type DatePrecision = 'day' | 'end-of-month' | 'month' | 'year'
/** `probable` is shown as "voraussichtlich". */
export type DateCertainty = 'fixed' | 'probable'
export type EditionState = 'announced' | 'planned' | 'held' | 'cancelled'
export type Visibility = 'draft' | 'public'
export type OrganiserRole = 'organiser' | 'cooperation' | 'sponsor' | 'support'
export type CountQualifier = 'exact' | 'about' | 'more-than'
