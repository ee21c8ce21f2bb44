import { followPlanning } from './planning/following.ts'

const part = document.querySelector<HTMLElement>('[data-plan]')
if (part)
  followPlanning(
    part,
    (address) => new EventSource(address),
    () => location.reload(),
  )
