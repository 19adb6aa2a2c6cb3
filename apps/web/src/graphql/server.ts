import { headers } from 'next/headers'
import { apiUrl } from '../env.ts'
import type { ExecuteOptions } from './execute.ts'

/** How the portal's server reaches the API in the name of the person whose request it renders. */
export async function onBehalfOfRequest(): Promise<ExecuteOptions> {
  const incoming = await headers()
  const forwarded = ['cookie', 'user-agent', 'x-forwarded-for'] as const
  const carried = forwarded.flatMap((name) => {
    const value = incoming.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return {
    url: new URL('/graphql', apiUrl()).href,
    // What is rendered cannot set cookies; the browser's own requests prolong the session.
    headers: { ...Object.fromEntries(carried), 'x-sundown-without-cookies': '1' },
    signal: AbortSignal.timeout(10_000),
  }
}
