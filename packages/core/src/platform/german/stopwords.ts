import { fold } from './fold.ts'

/** German and English words that say nothing about what a text is about. Never what the field means something by: the English `it` is IT. */
const words = `
ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bis bin bist brauche brauchen braucht da dabei dadurch
dafür daher damit danach dann daran darauf darf darum das dass davon dazu dein deine dem den denn der deren des dessen
deshalb die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines einige er es etwa
etwas euch euer für gegen geht gehen gewesen gibt hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren
ihrer im in indem ins ist ja jede jedem jeden jeder jedes jener jetzt kann kein keine mache machen macht man mehr mein meine mit muss
müssen nach nicht noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit selbst sich sie sind so solche soll
sollen sollte sondern sonst sowie über um und uns unser unsere unter viel viele vielen vom von vor war waren warum was weil welche welchem
welchen welcher welches wenn wer werden wie wieder wir wird wirklich wo wurde wurden zu zum zur zwar zwischen
a about an and are as at be been but by can do does for from had has have how i if into is its no not of on or our
that the their them then there these they this to was we were what when where which while who why will with you your
`

const folded = new Set(words.trim().split(/\s+/).map(fold))

/** Whether a folded word is so common that a search may ignore it when there are others. */
export function isStopword(form: string): boolean {
  return folded.has(form)
}
