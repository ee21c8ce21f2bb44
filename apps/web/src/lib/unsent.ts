/**
 * Data that a page is made from and that stays on the server. SvelteKit writes down whatever `load` returns, for a
 * hydration that our pages do not have; for a day of five hundred sessions that takes as long as the page itself.
 */
export class Unsent<T> {
  readonly value: T

  constructor(value: T) {
    this.value = value
  }
}
