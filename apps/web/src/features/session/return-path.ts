/** Where to go after signing in: a path of this portal, never another origin. */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || /^\/[/\\]/.test(wanted)) return '/'
  const url = new URL(wanted, 'http://portal.invalid')
  return url.host === 'portal.invalid' ? `${url.pathname}${url.search}` : '/'
}
