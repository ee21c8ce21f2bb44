import { enhanceReferences } from './object-form/references.ts'
import { swapOnPress } from './object-form/swap.ts'
import { previewWhileTyping } from './replacement/preview.ts'

enhanceReferences(document.documentElement)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live-preview]')) {
  swapOnPress(form, enhanceReferences)
  previewWhileTyping(form)
}
