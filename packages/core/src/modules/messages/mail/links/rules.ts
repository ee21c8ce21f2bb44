/** `value` where it is an absolute address (http, https) in ASCII, as only those become links in a mail; throws otherwise. */
export function asLink(value: string): string {
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(value) || /[<>"{}|\\^`]/.test(value) || !URL.canParse(value))
    throw new Error('a link in a mail must be an absolute address in ASCII')
  return value
}
