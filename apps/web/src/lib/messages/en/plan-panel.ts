import type { Messages } from '../messages.ts'

export const planPanel: Messages['planPanel'] = {
  title: 'Have it planned',
  task: 'Task',
  tasks: { unplaced: 'what has no place', repair: 'mend errors', improve: 'improve', all: 'everything anew' },
  start: 'Work out a proposal',
  running: (placed, total) => `The planner is searching: ${placed} of ${total} have a place.`,
  stop: 'Stop',
  waiting: (count) => `A proposal waits: ${count} ${count === 1 ? 'move' : 'moves'}.`,
  show: 'Show in the grid',
  hide: 'Show the draft',
  accept: 'Accept all',
  single: 'Look at each, with reasons',
  reject: 'Discard',
  none: 'The planner has proposed nothing.',
  details: 'Losses, weights and demand',
  accepted: 'The proposal is in the draft and can be undone.',
  failed: 'That did not work. See on the page of planning what the matter is.',
}
