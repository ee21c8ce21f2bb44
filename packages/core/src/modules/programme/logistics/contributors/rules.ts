import {
  type Contributor,
  type ContributorFilter,
  type ContributorLack,
  type ContributorList,
  contributorLacks,
} from './types.ts'

type Known = Omit<Contributor, 'lacks'>

const isLacking: Readonly<Record<ContributorLack, (one: Known) => boolean>> = {
  presence: (one) => one.presence === 'unknown',
  arrival: (one) => one.isOnSite && one.presence !== 'never' && one.arrivesOn === null && one.travel === null,
  contact: (one) => !one.hasMail,
  consents: (one) => one.openConsents > 0,
  readiness: (one) => one.readiness !== null && one.readiness !== 'ready',
}

/** What is missing of somebody. Who is not expected to come needs no way to come, who comes no line. */
export function lacksOfContributor(one: Known): ContributorLack[] {
  return contributorLacks.filter((lack) => isLacking[lack](one))
}

/** Those of `all` whom `filter` asks for, and how many of all lack what. */
export function filterContributors(all: readonly Contributor[], filter: ContributorFilter): ContributorList {
  const { role, lack, mode } = filter
  const isAsked = (one: Contributor) =>
    (role === undefined || one.sessions.some((held) => held.role === role)) &&
    (mode === undefined || (mode === 'remote' ? one.isRemote : one.isOnSite)) &&
    (lack === undefined || (lack === 'any' ? one.lacks.length > 0 : one.lacks.includes(lack)))
  const contributors = all.filter(isAsked)
  const count = (lack: ContributorLack) => all.filter((one) => one.lacks.includes(lack)).length
  const lacking = Object.fromEntries(contributorLacks.map((one) => [one, count(one)])) as Record<
    ContributorLack,
    number
  >
  return {
    contributors,
    total: all.length,
    lacking: { ...lacking, any: all.filter((one) => one.lacks.length > 0).length },
    unanswered: all.filter((one) => one.answeredAt === null).length,
  }
}
