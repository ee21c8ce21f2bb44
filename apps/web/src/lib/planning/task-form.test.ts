import { planInput } from '@fachtag/core/modules/programme/planning/runs/schema'
import { expect, test } from 'vitest'
import { readTask, writeLoss } from './task-form.ts'

const days = ['2031-11-05', '2031-11-06']

function form(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData()
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) data.append(name, value as string)
  return data
}

test.each([
  [
    { task: 'unplaced', seconds: '30' },
    { task: { kind: 'unplaced' }, seconds: 30 },
  ],
  [
    { task: 'replan', loss: 'room', room: 'rom_1', when: '' },
    {
      task: {
        kind: 'replan',
        losses: [{ kind: 'room', roomId: 'rom_1', from: '2031-11-05T00:00', until: '2031-11-07T00:00' }],
      },
      seconds: 10,
    },
  ],
  [
    { task: 'replan', loss: 'person', person: 'per_1', when: '2031-11-06', from: '09:30', until: '' },
    {
      task: {
        kind: 'replan',
        losses: [{ kind: 'person', personId: 'per_1', from: '2031-11-06T09:30', until: '2031-11-07T00:00' }],
      },
      seconds: 10,
    },
  ],
  [
    { task: 'replan', loss: 'room', room: 'rom_1', when: '', from: '09:30', until: '12:00', days: '1' },
    {
      task: {
        kind: 'replan',
        losses: [{ kind: 'room', roomId: 'rom_1', from: '2031-11-05T09:30', until: '2031-11-05T12:00' }],
      },
      seconds: 10,
    },
  ],
  [
    { task: 'replan', loss: 'day', when: '2031-11-06' },
    { task: { kind: 'replan', losses: [{ kind: 'day', day: '2031-11-06' }] }, seconds: 10 },
  ],
])('%j asks for a plan', (fields, expected) => {
  const known = 'days' in fields ? days.slice(0, Number(fields.days)) : days
  const read = planInput.safeParse(readTask(form(fields), known))
  expect(read.data).toEqual(expected)
})

test('a loss of before that still holds is kept', () => {
  const before = { kind: 'room', roomId: 'rom_1', from: '2031-11-05T09:00', until: '2031-11-05T12:00' } as const
  const fields = { task: 'replan', loss: 'day', when: '2031-11-06', still: [writeLoss(before), 'nonsense'] }
  const read = planInput.parse(readTask(form(fields), days))
  expect(read.task).toEqual({ kind: 'replan', losses: [before, { kind: 'day', day: '2031-11-06' }] })
})

test.each([
  [{}],
  [{ task: 'all', seconds: '99999' }],
  [{ task: 'all', seconds: 'x' }],
  [{ task: 'replan' }],
  [{ task: 'replan', loss: 'day' }],
  [{ task: 'replan', loss: 'room', when: '2031-11-05' }],
  [{ task: 'replan', loss: 'room', room: 'r', when: '2031-11-05', from: '12:00', until: '09:00' }],
  [{ task: 'replan', loss: 'room', room: 'r', when: '', from: '09:00', until: '12:00' }],
  [{ task: 'replan', loss: 'weather', when: '2031-11-05' }],
] as const)('%j asks for nothing that can be planned', (fields) => {
  expect(planInput.safeParse(readTask(form(fields), days)).success).toBe(false)
})
