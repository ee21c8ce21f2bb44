type Listener = (event: PageEvent) => unknown

/** What a script is told; `defaultPrevented` says whether it kept the browser from doing the usual. */
export type PageEvent = {
  readonly type: string
  readonly key?: string | undefined
  readonly target: PageElement
  defaultPrevented: boolean
  preventDefault(): void
}

const dashed = (name: string): string => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** One condition of a selector: a tag, `.class`, `#id`, `[attribute]` or `[attribute="value"]`. */
function meets(element: PageElement, condition: string): boolean {
  const [, attribute, value] = /^\[([\w-]+)(?:="([^"]*)")?\]$/.exec(condition) ?? []
  if (attribute)
    return value === undefined ? element.hasAttribute(attribute) : element.getAttribute(attribute) === value
  if (condition.startsWith('.')) return element.classList.contains(condition.slice(1))
  if (condition.startsWith('#')) return element.id === condition.slice(1)
  return element.tag === condition
}

/**
 * As much of an element as the scripts of our pages use, and no more: attributes, classes, children, events that bubble,
 * and selectors without combinators. What is missing throws, so that a script cannot pass by what is not there.
 */
export class PageElement {
  readonly tag: string
  readonly style: Record<string, string> & { setProperty?: (name: string, value: string) => void } = {}
  readonly dataset: Record<string, string | undefined>
  readonly childNodes: (PageElement | string)[] = []
  parent: PageElement | null = null
  offsetTop = 0
  value = ''
  scrolled = 0
  readonly #attributes = new Map<string, string>()
  readonly #listeners = new Map<string, Listener[]>()

  constructor(tag: string, attributes: Readonly<Record<string, string>> = {}, ...content: (PageElement | string)[]) {
    this.tag = tag
    this.dataset = new Proxy<Record<string, string | undefined>>(
      {},
      {
        get: (_, name) => this.#attributes.get(dashed(String(name))),
        set: (_, name, value) => Boolean(this.#attributes.set(dashed(String(name)), String(value))),
        deleteProperty: (_, name) => this.#attributes.delete(dashed(String(name))) || true,
      },
    )
    this.style.setProperty = (name, value) => {
      this.style[name] = value
    }
    for (const [name, value] of Object.entries(attributes)) this.setAttribute(name, value)
    this.append(...content)
  }

  get children(): PageElement[] {
    return this.childNodes.filter((node) => node instanceof PageElement)
  }
  get firstElementChild(): PageElement | null {
    return this.children[0] ?? null
  }
  get id(): string {
    return this.getAttribute('id') ?? ''
  }
  set id(id: string) {
    this.setAttribute('id', id)
  }
  get className(): string {
    return this.getAttribute('class') ?? ''
  }
  set className(name: string) {
    this.setAttribute('class', name)
  }
  get hidden(): boolean {
    return this.hasAttribute('hidden')
  }
  set hidden(isHidden: boolean) {
    if (isHidden) this.setAttribute('hidden', '')
    else this.removeAttribute('hidden')
  }
  get href(): string {
    return this.getAttribute('href') ?? ''
  }
  set href(address: string) {
    this.setAttribute('href', address)
  }
  get pathname(): string {
    return new URL(this.href, 'https://fachtag.example').pathname
  }
  get dateTime(): string {
    return this.getAttribute('datetime') ?? ''
  }
  get textContent(): string {
    return this.childNodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('')
  }
  set textContent(text: string) {
    this.replaceChildren(...(text ? [text] : []))
  }
  /** The tags at the top of what is set become empty elements. */
  get innerHTML(): string {
    return this.childNodes.map((node) => (typeof node === 'string' ? node : `<${node.tag}>`)).join('')
  }
  set innerHTML(html: string) {
    this.replaceChildren(...[...html.matchAll(/<(\w+)[^>]*>/g)].map(([, tag]) => new PageElement(tag!)))
  }
  get classList() {
    const names = () => this.className.split(' ').filter(Boolean)
    const toggle = (name: string, isOn = !names().includes(name)) => {
      this.className = [...names().filter((one) => one !== name), ...(isOn ? [name] : [])].join(' ')
      return isOn
    }
    return { contains: (name: string) => names().includes(name), add: (name: string) => toggle(name, true), toggle }
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null
  }
  hasAttribute(name: string): boolean {
    return this.#attributes.has(name)
  }
  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value)
  }
  removeAttribute(name: string): void {
    this.#attributes.delete(name)
  }

  append(...nodes: (PageElement | string)[]): void {
    for (const node of nodes) {
      if (node instanceof PageElement) node.parent = this
      this.childNodes.push(node)
    }
  }
  replaceChildren(...nodes: (PageElement | string)[]): void {
    this.childNodes.length = 0
    this.append(...nodes)
  }
  replaceWith(other: PageElement): void {
    const siblings = this.parent!.childNodes
    siblings[siblings.indexOf(this)] = other
    other.parent = this.parent
  }
  contains(other: PageElement | null): boolean {
    return other !== null && (other === this || this.contains(other.parent))
  }
  closest(selector: string): PageElement | null {
    return this.#matches(selector) ? this : (this.parent?.closest(selector) ?? null)
  }
  querySelectorAll(selector: string): PageElement[] {
    return this.children.flatMap((child) => [
      ...(child.#matches(selector) ? [child] : []),
      ...child.querySelectorAll(selector),
    ])
  }
  querySelector(selector: string): PageElement | null {
    return this.querySelectorAll(selector)[0] ?? null
  }
  #matches(selector: string): boolean {
    const conditions = selector.match(/\[[^\]]*\]|[.#]?[\w-]+/g) ?? []
    if (conditions.join('') !== selector) throw new Error(`the page knows no selector ${selector}`)
    return conditions.every((condition) => meets(this, condition))
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener])
  }
  /** Tells the listeners of this element and of those around it, and returns the event as they left it. */
  fire(type: string, given: { readonly key?: string } & Record<string, unknown> = {}): PageEvent {
    const event: PageEvent = {
      ...given,
      type,
      target: this,
      defaultPrevented: false,
      preventDefault: () => {
        event.defaultPrevented = true
      },
    }
    for (let at: PageElement | null = this; at; at = at.parent) {
      for (const listener of at.#listeners.get(type) ?? []) listener(event)
    }
    return event
  }
  click(): PageEvent {
    return this.fire('click')
  }
  scrollIntoView(): void {
    this.scrolled++
  }
}

/** A page element in the eyes of a script, which is written for those of the browser. */
export const inBrowser = <T extends Element = HTMLElement>(element: PageElement): T => element as unknown as T

/** `tag` with attributes and content. */
export const make = (
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: (PageElement | string)[]
) => new PageElement(tag, attributes, ...content)
