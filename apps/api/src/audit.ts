import type { Prisma, Tx } from '@sundown/db'
import { partnerIn, type Viewer } from './access/viewer.ts'
import type { Context } from './context.ts'
import { clientAddressHeader } from './sign-in/headers.ts'

export type Actor = Pick<Viewer, 'kind' | 'id' | 'name' | 'email'>

export interface Deed {
  readonly tenantId: string
  /** Name of the mutation. */
  readonly action: string
  /** Who acts, where that is not yet the viewer. */
  readonly actor?: Actor
  /** Partner on whose staff the actor acts, where the viewer does not reach the tenant that way. */
  readonly partnerId?: string
  readonly subject?: { readonly kind: string; readonly id: string }
  /** The changed fields, before and after. */
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
}

/** Tells the audit log in the transaction of the write itself: without the entry there is no write. */
export async function audit(tx: Tx, ctx: Context, deed: Deed): Promise<void> {
  await tx.auditEntry.createMany({ data: entryOf(ctx, deed) })
}

function entryOf(ctx: Context, { tenantId, action, actor, partnerId, subject, before, after }: Deed) {
  const viewer = actor ?? ctx.viewer
  return {
    tenantId,
    actorKind: viewer ? (viewer.kind === 'PERSON' ? 'USER' : 'KEY') : 'SYSTEM',
    actorId: viewer?.id ?? null,
    partnerId: partnerId ?? partnerIn(ctx.viewer, tenantId),
    actorName: viewer ? `${viewer.name} <${viewer.email}>` : null,
    action,
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    ...(before ? { before: plain(before) } : {}),
    ...(after ? { after: plain(after) } : {}),
    address: ctx.headers.get(clientAddressHeader),
    requestId: ctx.requestId,
  } satisfies Prisma.AuditEntryCreateManyInput
}

const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue

/** Most things that an entry names of what was looked at. */
const mostNamed = 100

/** Tells each customer that a partner looked, and at what; without the entry the answer does not leave. */
export async function auditLooks(ctx: Context, operation: string): Promise<void> {
  if (ctx.looked.size === 0) return
  // In the order of the tenants, as whoever writes to several of their logs does: each waits for one log at a time.
  const looks = [...ctx.looked].sort(([a], [b]) => a.localeCompare(b))
  const data = looks.map(([tenantId, things]) =>
    entryOf(ctx, { tenantId, action: `read ${operation}`, ...lookedAt([...things].map(thingOf)) }),
  )
  await ctx.write((tx) => tx.auditEntry.createMany({ data }))
}

const thingOf = (text: string) => {
  const [kind = '', id = ''] = text.split(' ')
  return { kind, id }
}

function lookedAt(things: readonly { readonly kind: string; readonly id: string }[]) {
  const [only, ...more] = things
  if (!only) return {}
  return more.length === 0 ? { subject: only } : { after: { seen: things.slice(0, mostNamed), count: things.length } }
}
