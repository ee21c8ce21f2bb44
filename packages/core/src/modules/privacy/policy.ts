import { anyOf, hasRole, isSystem, ownsAccount, type Predicate } from '../../kernel/actor.ts'

type OwnAccount = { readonly accountId: string }

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'privacy.read_own': OwnAccount
    'privacy.request_erasure': OwnAccount
    'privacy.erase_own': OwnAccount
    'privacy.erase': { readonly seriesIds: readonly string[] }
    'privacy.settle_mentions': null
    'retention.manage': null
    'retention.run': null
  }
}

const operates = anyOf(isSystem, hasRole('operator'))

/** Holds for whom organises every series that somebody belongs to: erasing them changes all of these. */
const organisesAll: Predicate = (actor, target) => {
  const ids = target?.seriesIds ?? []
  return ids.length > 0 && ids.every((seriesId) => hasRole('series-organiser')(actor, { seriesId }))
}

const ownsWithSecondFactor: Predicate = (actor, target) =>
  ownsAccount(actor, target) && actor.kind === 'account' && actor.isStrong

export const privacyPolicy = {
  /** Everybody's own right (Art. 15 GDPR), with or without a second factor. */
  'privacy.read_own': ownsAccount,
  'privacy.request_erasure': ownsAccount,
  /** At once, without the detour by mail. */
  'privacy.erase_own': ownsWithSecondFactor,
  'privacy.erase': anyOf(operates, organisesAll),
  'privacy.settle_mentions': operates,
  'retention.manage': operates,
  'retention.run': isSystem,
} satisfies Record<string, Predicate>
