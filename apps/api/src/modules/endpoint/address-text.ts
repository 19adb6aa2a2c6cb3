import { domainToUnicode } from 'node:url'

/** Host and port as people write them: U-labels, and brackets around IPv6 (RFC 3986 section 3.2.2). */
export function addressText({ host, port }: { readonly host: string; readonly port: number }): string {
  if (host.includes(':')) return `[${host}]:${port}`
  return `${domainToUnicode(host) || host}:${port}`
}
