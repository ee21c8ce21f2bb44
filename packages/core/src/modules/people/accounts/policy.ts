import { isSystem, type Predicate } from '../../../kernel/actor.ts'

declare module '../../../platform/context/types.ts' {
  interface Permissions {
    'account.invite': null
    'account.use_link': null
    'account.sign_out': null
    'account.forget_expired': null
  }
}

// What proves a right to these is the token itself, which only its owner has.
const withToken: Predicate = () => true

export const accountsPolicy = {
  'account.invite': isSystem,
  'account.use_link': withToken,
  'account.sign_out': withToken,
  'account.forget_expired': isSystem,
} satisfies Record<string, Predicate>
