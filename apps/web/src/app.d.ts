import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { Context } from '@fachtag/core/platform/context/types'
import type { Scope } from '#lib/server/admission.ts'

declare global {
  namespace App {
    interface Locals {
      /** Language of the interface, from the address: `/en/…` is English, everything else German. */
      locale: Locale
      /** Who asks, and the door to the core. */
      ctx: Context
      /** The series or edition that the address names, where `memberRoutes` declares one and the asker works on it. */
      scope: Scope
      /** What the answer may be kept for: set by the public route list, taken back by a page that finds it unfit. */
      cacheable: boolean
    }
    interface Error {
      /** Code of the domain error behind it, where there is one. */
      code?: string
    }
  }
}
