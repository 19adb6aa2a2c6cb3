/** A name as an address part: `Hjørring Kommune A/S` becomes `hjoerring-kommune-a-s`; empty becomes `tenant`. */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  return slug.slice(0, 40).replace(/-+$/, '') || 'tenant'
}
