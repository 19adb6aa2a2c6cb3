import { portalUrl } from './harness.ts'

export interface Landing {
  /** Where the browser ended, with the portal's origin where it is the portal's. */
  readonly url: URL
  readonly status: number
  readonly body: string
  /** Every address on the way, the last one included. */
  readonly way: readonly string[]
}

/** As much of a browser as signing in needs: cookies by origin, redirects, and forms that send themselves. */
export interface Browser {
  readonly go: (address: string, form?: Readonly<Record<string, string>>) => Promise<Landing>
  /** Cookies that the portal would get, as one header. */
  readonly cookies: () => string
  /** Takes over the cookies of an answer. */
  readonly keep: (response: Response) => void
}

/** `api` answers for the portal's origin; `onForm` may change what a page of a provider sends. */
export function openBrowser(
  api: string,
  onForm: (fields: Record<string, string>) => Record<string, string> = (fields) => fields,
): Browser {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (origin: string) => jars.get(origin) ?? jars.set(origin, new Map()).get(origin) ?? new Map()
  const portal = new URL(portalUrl).origin
  const store = (origin: string, response: Response) => {
    for (const one of response.headers.getSetCookie()) {
      const [pair = '', ...traits] = one.split(/;\s*/)
      const at = pair.indexOf('=')
      if (traits.some((trait) => /^max-age=0$/i.test(trait))) jarOf(origin).delete(pair.slice(0, at))
      else jarOf(origin).set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
  const headerOf = (origin: string) => [...jarOf(origin)].map(([name, value]) => `${name}=${value}`).join('; ')

  const go = async (
    address: string,
    form: Readonly<Record<string, string>> | null,
    way: string[],
  ): Promise<Landing> => {
    const url = new URL(address)
    way.push(url.href)
    const isPortal = url.origin === portal
    const isPage = isPortal && !url.pathname.startsWith('/api/')
    if (isPage || way.length > 20) return { url, status: 200, body: '', way }
    const sender = way.at(-2)
    const isForeign = sender !== undefined && new URL(sender).origin !== url.origin
    const response = await fetch(isPortal ? `${api}${url.pathname}${url.search}` : url, {
      redirect: 'manual',
      headers: {
        // Another site's form brings no SameSite=Lax cookie.
        cookie: form && isForeign ? '' : headerOf(url.origin),
        ...(form
          ? { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(sender ?? address).origin }
          : {}),
      },
      ...(form ? { method: 'POST', body: new URLSearchParams(form).toString() } : {}),
    })
    store(url.origin, response)
    const location = response.headers.get('location')
    if (location && response.status >= 300 && response.status < 400) return go(new URL(location, url).href, null, way)
    const body = await response.text()
    const action = /<form[^>]*action="([^"]+)"/.exec(body)?.[1]
    if (!action || isPortal) return { url, status: response.status, body, way }
    const fields = [...body.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      plain(value ?? ''),
    ])
    return go(plain(action), onForm(Object.fromEntries(fields)), way)
  }
  return {
    go: (address, form) => go(address, form ?? null, []),
    cookies: () => headerOf(portal),
    keep: (response) => store(portal, response),
  }
}

const plain = (html: string) =>
  html
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
