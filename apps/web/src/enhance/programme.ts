import { addArrowKeys } from './programme/arrows.ts'
import { addCounting } from './programme/counting.ts'
import { addNowLine } from './programme/now.ts'
import { Selection } from './programme/selection.ts'
import { enhanceSelectionPage } from './programme/selection-page.ts'
import { addSelectionTools, addStars, addSwitches } from './programme/stars.ts'

const root = document.querySelector<HTMLElement>('[data-selection]')
const texts = document.querySelector<HTMLElement>('#merk-texte')?.dataset ?? {}

if (root) {
  const selection = new Selection(root.dataset.selection ?? '')
  addStars(root, selection, texts)
  addSwitches(root, selection, texts)
  addSelectionTools(root, selection)
  addArrowKeys(root)
  addNowLine(root, texts.now ?? '')
  enhanceSelectionPage(root, selection)
  const counting = document.querySelector<HTMLElement>('[data-counting]')
  if (counting) addCounting(counting, selection, root.dataset.shared !== undefined)
}
