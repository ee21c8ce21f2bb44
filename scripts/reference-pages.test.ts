import { describe, expect, test } from 'vitest'
import { permissions } from '../packages/core/src/app/permissions.ts'
import { settings } from '../packages/core/src/platform/config/settings.ts'
import { projectFiles, readProjectFile } from './findings.ts'
import { markdownTable, referencePage } from './markdown-table.ts'
import { errorsPage } from './reference-errors.ts'
import { permissionsPage } from './reference-permissions.ts'
import { listRoutes, routesPage } from './reference-routes.ts'
import { settingsPage } from './reference-settings.ts'
import { tablesIn, tablesPage } from './reference-tables.ts'

/** The cells of the rows below the head of the first table in `page`. */
function rowsOf(page: string): string[][] {
  const lines = page.split('\n').filter((line) => line.startsWith('| '))
  return lines.slice(1).map((line) =>
    line
      .slice(2, -2)
      .split(/ \| |(?<=\|) \| /)
      .map((cell) => cell.trim()),
  )
}

describe('a page', () => {
  test('says what it is made from, and ends with a line end', () => {
    expect(referencePage('Titel', 'the code', 'Text.')).toBe(
      '# Titel\n\nMade by `npm run reference` from the code. Do not edit.\n\nText.\n',
    )
  })

  test('may have a table without rows', () => {
    expect(markdownTable(['a', 'b'], [])).toBe('| a | b |\n|---|---|')
  })
})

test('every permission is there, with who has it', () => {
  const rows = rowsOf(permissionsPage())
  expect(rows.map(([name]) => name).sort()).toEqual(
    Object.keys(permissions)
      .map((name) => `\`${name}\``)
      .sort(),
  )
  expect(permissionsPage()).toMatch(/\| `barrier\.report` \| yes \|/)
  expect(permissionsPage()).toMatch(/\| `series\.manage` \|( +\|){4} yes \| yes \| +\|/)
})

test('every setting is there, with what it means in both languages', () => {
  const page = settingsPage()
  for (const { env, meaning } of Object.values(settings)) {
    expect(page).toContain(`| \`${env}\` |`)
    expect([env, Boolean(meaning.de), Boolean(meaning.en)]).toEqual([env, true, true])
  }
})

test('every error that is thrown is there, with the files that throw it', () => {
  const page = errorsPage()
  const rows = rowsOf(page)
  expect(rows.map(([code]) => code)).toEqual([...rows.map(([code]) => code)].sort())
  for (const [code, files] of rows) {
    for (const file of files!.split(', ')) expect(readProjectFile(file)).toContain(code!.slice(1, -1))
  }
  expect(page).toContain('`access.denied`')
})

test('every route is there once, with its methods', () => {
  const routes = listRoutes()
  expect(new Set(routes.map(({ path }) => path)).size).toBe(routes.length)
  expect(routes.find(({ path }) => path === '/themen')?.methods).toEqual(['GET'])
  expect(routes.find(({ path }) => path === '/barriere-melden')?.methods).toEqual(['GET', 'POST'])
  expect(routes.every(({ methods }) => methods.length > 0)).toBe(true)
  expect(rowsOf(routesPage())).toHaveLength(routes.length)
})

test('every table that a migration makes is there, whole', () => {
  const page = tablesPage()
  const migrations = projectFiles(/^packages\/core\/migrations\/.*\.ts$/).map(readProjectFile)
  const made = migrations.flatMap((source) => [...source.matchAll(/create table (\w+) \(/g)].map((match) => match[1]))
  expect([...page.matchAll(/^## (\w+)$/gm)].map((match) => match[1])).toEqual(made)
  for (const { sql } of migrations.flatMap(tablesIn)) {
    expect(sql.split('(').length).toBe(sql.split(')').length)
    expect(sql.startsWith('create table ')).toBe(true)
  }
})
