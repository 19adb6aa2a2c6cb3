import { type Client, createClient } from 'graphql-sse'

/** One stream per subscription; a lost one is taken up again for as long as the page lives. */
export function openStreamClient(): Client {
  return createClient({
    url: '/graphql/stream',
    retryAttempts: Number.POSITIVE_INFINITY,
    retry: (retries) => new Promise((resume) => setTimeout(resume, Math.min(30_000, 500 * 2 ** retries))),
  })
}
