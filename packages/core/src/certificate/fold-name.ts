/** Names compare without case and with runs of blanks as one (RFC 5280 section 7.1). Takes OpenSSL's rendering. */
export function foldName(name: string | undefined): string {
  return (name ?? '')
    .toLowerCase()
    .replace(/[ \t]+/g, ' ')
    .trim()
}
