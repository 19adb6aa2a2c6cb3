import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '@sundown/db'
import { newId } from '@sundown/db'
import { z } from 'zod'

const shape = z.object({
  /** The provider, as `refOf` names it. */
  ref: z.string(),
  /** Hash of the secret in the cookie of the browser that began. */
  browser: z.string(),
  /** Path of the portal to end at. */
  next: z.string(),
  /** Who is signed in and wants to connect the two accounts. */
  userId: z.string().nullable(),
  /** What the OpenID provider must give back, or show to know. */
  nonce: z.string().optional(),
  verifier: z.string().optional(),
  /** Number of the SAML request that the answer must name. */
  requestId: z.string().optional(),
  /** What a SAML provider said, between its form and the browser that began. */
  said: z
    .object({ subject: z.string(), email: z.string().nullable(), name: z.string().nullable(), verified: z.boolean() })
    .optional(),
})

/** A visit to an identity provider that is under way. */
export type Flow = z.infer<typeof shape>

export interface Flows {
  /** Keeps a flow; answers the secret by which it is found again. */
  readonly begin: (flow: Flow) => Promise<string>
  /** Takes a flow, which works once and for ten minutes; null otherwise. */
  readonly take: (state: string) => Promise<Flow | null>
}

export const flowSeconds = 600

/** They lie among the sign-in library's short-lived secrets, under the hash of their own. */
export function createFlows(database: Database, now: () => Date): Flows {
  const rows = database.auth.verification
  return {
    begin: async (flow) => {
      const state = randomBytes(24).toString('base64url')
      const expiresAt = new Date(now().getTime() + flowSeconds * 1_000)
      await rows.create({
        data: { id: newId(now().getTime()), identifier: identifierOf(state), value: JSON.stringify(flow), expiresAt },
      })
      return state
    },
    take: async (state) => {
      const row = await rows.findFirst({ where: { identifier: identifierOf(state) } })
      // Whoever deletes it has it: two at the same time get it once.
      const { count } = await rows.deleteMany({ where: { identifier: identifierOf(state) } })
      return row && count > 0 && row.expiresAt > now() ? shape.parse(JSON.parse(row.value)) : null
    },
  }
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const identifierOf = (state: string) => `organisation ${hashOf(state)}`
