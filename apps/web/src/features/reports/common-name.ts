/** The part of a distinguished name (RFC 4514) that people call the certificate by: CN, else the whole. */
export function commonName(distinguishedName: string): string {
  const match = /(?:^|[,+/\s])CN\s*=\s*((?:\\.|[^,+/\\])+)/i.exec(distinguishedName)
  return match?.[1]?.replaceAll(/\\(.)/g, '$1').trim() ?? distinguishedName
}
