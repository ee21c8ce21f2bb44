import type { Messages } from '../messages.ts'

export const site: Messages['site'] = {
  skip: 'Skip to content',
  mainNavigation: 'Main navigation',
  footerNavigation: 'Legal and contact',
  home: 'Home',
  trail: 'You are here',
  menu: 'Menu',
  programme: 'Programme',
  archive: 'Archive',
  topics: 'Topics',
  people: 'People',
  search: 'Search',
  news: 'News',
  allSeries: 'More conference series',
  otherLanguage: 'Deutsch',
  otherLanguageTitle: 'Diese Seite auf Deutsch',
  theme: 'Colours',
  themeAuto: 'same as device',
  themeLight: 'light',
  themeDark: 'dark',
  legal: {
    impressum: 'Legal notice',
    datenschutz: 'Privacy',
    barrierefreiheit: 'Accessibility',
  },
  reportBarrier: 'Report a barrier',
  asOf: (day) => `As of ${day}`,
  legalMissing: 'This page has not been filled in yet. Whoever runs the website enters the text under “Organise”.',
  sourceCode: 'Fachtag is free software under the EUPL 1.2',
  inOtherLanguage: 'in German',
  yes: 'yes',
  no: 'no',
  errors: {
    notFound: {
      title: 'There is no such page',
      text: 'It may have been renamed, or a character is missing from the address. Here is where you can go next:',
    },
    denied: {
      title: 'This area is for organisers',
      text: 'You reach it through the one-time link that the operator of this site gives you.',
    },
    malformed: {
      title: 'This address cannot be read',
      text: 'It contains characters that an address must not contain. Here is where you can go next:',
    },
    broken: {
      title: 'We made a mistake',
      text: 'The page could not be made just now. Nothing has been lost. Please reload it in a few minutes.',
    },
    reload: 'Reload the page',
  },
}
