/** What a page may load and do. Nothing from other hosts, no inline script; inline `style` attributes only. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "script-src 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ')

/** Headers of every answer that the pages give. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * For pages whose address holds a secret: what they lead to learns the host and nothing behind it. Not `no-referrer`, under
 * which browsers send a form without its origin, so that it is refused as one of another site.
 */
export const secretAddressHeaders = { 'referrer-policy': 'strict-origin' } as const
