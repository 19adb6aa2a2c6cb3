import { preferenceCookies } from './locales.ts'

/** Keeps a preference for a year in this browser. */
export function remember(preference: keyof typeof preferenceCookies, value: string): void {
  // The Cookie Store API is missing in browsers that the portal supports.
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  document.cookie = `${preferenceCookies[preference]}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`
}
