import { enhanceReferences } from './object-form/references.ts'
import { swapOnPress } from './object-form/swap.ts'

enhanceReferences(document.documentElement)
for (const form of document.querySelectorAll('form')) swapOnPress(form, enhanceReferences)
