import type { PersonalData } from '../../../platform/personal-data/types.ts'

const remove = { kind: 'delete' } as const

const persons: readonly PersonalData[] = [
  {
    table: 'persons',
    title: { de: 'Angaben zur Person', en: 'Details of the person' },
    owner: { id: 'person' },
    erasure: remove,
    data: 'slug name academic_title given_name family_name sort_key biography website',
  },
  {
    table: 'person_names',
    title: { de: 'Schreibweisen des Namens', en: 'Spellings of the name' },
    owner: { person_id: 'person' },
    erasure: remove,
    data: 'name folded',
  },
  {
    table: 'person_slugs',
    title: { de: 'Frühere Adressen der Seite', en: 'Former addresses of the page' },
    owner: { person_id: 'person' },
    erasure: remove,
    data: 'slug',
    plain: 'former_id',
  },
  {
    table: 'person_references',
    title: { de: 'Herkunft der Angaben', en: 'Where the details are from' },
    owner: { person_id: 'person' },
    erasure: remove,
    data: 'source reference',
  },
  {
    table: 'person_contacts',
    title: { de: 'Private Kontaktdaten', en: 'Private contact data' },
    owner: { person_id: 'person' },
    erasure: remove,
    data: 'email phone note',
  },
]

const accounts: readonly PersonalData[] = [
  {
    table: 'accounts',
    title: { de: 'Konto', en: 'Account' },
    owner: { id: 'account', person_id: 'person' },
    erasure: remove,
    data: 'name',
  },
  {
    table: 'account_addresses',
    title: { de: 'Adresse des Kontos', en: 'Address of the account' },
    owner: { account_id: 'account', folded: 'address' },
    erasure: remove,
    data: 'address',
  },
  {
    table: 'account_identities',
    title: { de: 'Anmeldung über die eigene Organisation', en: 'Sign-in through the own organisation' },
    owner: { account_id: 'account' },
    erasure: remove,
    data: 'issuer subject',
  },
  {
    table: 'role_grants',
    title: { de: 'Aufgaben', en: 'Roles' },
    owner: { account_id: 'account' },
    erasure: remove,
    author: 'granted_by',
    plain: 'id role series_id edition_id track_id origin',
  },
  {
    table: 'invitations',
    title: { de: 'Einladungen zur Mitarbeit', en: 'Invitations to take part' },
    owner: { folded: 'address' },
    erasure: remove,
    data: 'address name',
    secret: 'token_hash',
    author: 'invited_by',
    plain: 'id role series_id edition_id track_id locale',
  },
]

const signIns: readonly PersonalData[] = [
  {
    table: 'setup_links',
    title: { de: 'Einmal-Links', en: 'One-time links' },
    owner: { account_id: 'account' },
    erasure: remove,
    secret: 'token_hash',
    plain: 'id',
  },
  {
    table: 'sign_ins',
    title: { de: 'Anmeldungen', en: 'Sign-ins' },
    owner: { account_id: 'account' },
    erasure: remove,
    data: 'method browser system',
    secret: 'token_hash',
    plain: 'id',
  },
  {
    table: 'sign_in_requests',
    title: { de: 'Angeforderte Anmeldungen', en: 'Sign-ins that were asked for' },
    owner: { account_id: 'account', folded: 'address' },
    erasure: remove,
    data: 'next browser system',
    secret: 'browser_hash token_hash code_hash',
    plain: 'id locale',
  },
  {
    table: 'address_changes',
    title: { de: 'Angeforderte Adressänderungen', en: 'Changes of address that were asked for' },
    owner: { account_id: 'account', folded: 'address' },
    erasure: remove,
    data: 'address',
    secret: 'token_hash',
    plain: 'id',
  },
  {
    table: 'passkeys',
    title: { de: 'Passkeys', en: 'Passkeys' },
    owner: { account_id: 'account' },
    erasure: remove,
    data: 'name transports',
    secret: 'credential_id public_key',
    plain: 'id',
  },
  {
    table: 'passkey_challenges',
    title: { de: 'Begonnene Anmeldungen mit Passkey', en: 'Sign-ins begun with a passkey' },
    owner: { account_id: 'account' },
    erasure: remove,
    secret: 'challenge browser_hash',
  },
  {
    table: 'totp_secrets',
    title: { de: 'Authenticator-App', en: 'Authenticator app' },
    owner: { account_id: 'account' },
    erasure: remove,
    secret: 'secret',
  },
  {
    table: 'recovery_codes',
    title: { de: 'Notfallcodes', en: 'Recovery codes' },
    owner: { account_id: 'account' },
    erasure: remove,
    secret: 'code_hash',
  },
  { table: 'oidc_attempts', plain: 'state_hash browser_hash nonce verifier next sign_in_id' },
  { table: 'try_counts', plain: 'key' },
]

/** Where people, accounts and organisations hold personal data. */
export const peopleData: readonly PersonalData[] = [
  {
    table: 'register_entries',
    plain: 'ars ags level name designation land district_ars association_ars size_class folded',
  },
  {
    table: 'organisations',
    plain: 'id slug kind ars land country website',
    mentions: 'name short_name description',
  },
  { table: 'organisation_names', plain: 'organisation_id name folded' },
  { table: 'organisation_slugs', plain: 'slug organisation_id former_id' },
  ...persons,
  ...accounts,
  ...signIns,
]
