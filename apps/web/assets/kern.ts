import type { AtRule, Container, Rule } from 'postcss'
import postcss from 'postcss'

/** The names of KERN classes (`kern-btn--primary`) and tokens (`--kern-metric-space-large`) that `source` mentions. */
export function namesInUse(source: string): Set<string> {
  return new Set(source.match(/(?:--)?kern-[a-z0-9]+(?:[-_]+[a-z0-9]+)*/g) ?? [])
}

const classNames = (selector: string) => [...selector.matchAll(/\.(kern-[\w-]+)/g)].map((match) => match[1] ?? '')

/** Takes out every selector that needs a class nobody uses. Selectors without a KERN class are the themes and stay. */
function dropUnusedSelectors(root: Container, used: ReadonlySet<string>): void {
  root.walkRules((rule: Rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return
    // A list within :is() or :not() only widens or narrows; the classes outside of it decide.
    const kept = rule.selectors.filter((selector) =>
      classNames(selector.replace(/:(?:is|not|where)\([^)]*\)/g, '')).every((name) => used.has(name)),
    )
    if (kept.length === 0) rule.remove()
    else rule.selectors = kept
  })
}

/** Takes out declarations of tokens that nothing reads, until none is left. */
function dropUnreadTokens(root: Container, used: ReadonlySet<string>): void {
  for (let dropped = 1; dropped > 0; ) {
    dropped = 0
    const read = new Set(used)
    root.walkDecls((decl) => {
      for (const match of decl.value.matchAll(/var\((--[\w-]+)/g)) read.add(match[1] ?? '')
    })
    root.walkDecls(/^--kern-/, (decl) => {
      if (read.has(decl.prop)) return
      decl.remove()
      dropped++
    })
  }
}

function dropEmpty(root: Container): void {
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove()
  })
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove()
  })
}

/**
 * The part of KERN's style sheet that `source` (all our templates and styles) uses: its components, and the tokens
 * they and we read, in both themes. Its reset is left out; ours knows that text is not always in Fira Sans.
 */
export function extractKern(kernCss: string, source: string): string {
  const used = namesInUse(source)
  const root = postcss.parse(kernCss)
  root.walkComments((comment) => {
    comment.remove()
  })
  root.walkAtRules('charset', (rule) => {
    rule.remove()
  })
  root.walkRules((rule) => {
    if (!rule.selector.includes('kern') && rule.selector !== ':root') rule.remove()
  })
  dropUnusedSelectors(root, used)
  dropUnreadTokens(root, used)
  dropEmpty(root)
  return root.toString()
}

/** Where a rule stands: the conditions around it, as text. */
function placeOf(rule: Rule): string {
  const around: string[] = []
  for (let parent = rule.parent; parent?.type === 'atrule'; parent = parent.parent as typeof parent) {
    const { name, params } = parent as AtRule
    around.push(`@${name} ${params}`)
  }
  return around.join(' ')
}

/** What is left of the style sheet `css` for a page that has loaded `known` already: declarations that say nothing new go. */
export function withoutKnown(css: string, known: string): string {
  const said = new Set<string>()
  postcss.parse(known).walkRules((rule) => {
    rule.walkDecls((decl) => {
      for (const selector of rule.selectors) said.add(`${placeOf(rule)}|${selector}|${decl}`)
    })
  })
  const root = postcss.parse(css)
  root.walkRules((rule) => {
    rule.walkDecls((decl) => {
      if (rule.selectors.every((selector) => said.has(`${placeOf(rule)}|${selector}|${decl}`))) decl.remove()
    })
  })
  dropEmpty(root)
  return root.toString()
}
