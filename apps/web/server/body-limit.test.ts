import { expect, test } from 'vitest'
import { bodyLimit } from './respond.ts'

const [form, picture] = [256 * 1024, 11 * 1024 * 1024]

test.each([
  ['/organisieren/it-fachtag/bilder/neu', picture],
  ['/en/organisieren/it-fachtag/bilder/neu', picture],
  ['/organisieren/it-fachtag/bilder/neu?gespeichert', picture],
  ['/organisieren/it-fachtag/bilder/img_1', form],
  ['/organisieren/it-fachtag/aktuelles/neu', form],
  ['/organisieren/a/b/bilder/neu', form],
  ['/organisieren/%2e%2e/bilder/neu', form],
  ['/x?/organisieren/a/bilder/neu', form],
  ['/barriere-melden', form],
  ['/', form],
])('%s takes %d bytes', (target, limit) => expect(bodyLimit(target)).toBe(limit))
