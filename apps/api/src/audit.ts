import type { Prisma, Tx } from '@sundown/db'
import { clientAddressHeader } from './auth.ts'
import type { Context } from './context.ts'
import type { Viewer } from './viewer.ts'

export type Actor = Pick<Viewer, 'userId' | 'name' | 'email'>

export interface Deed {
  readonly tenantId: string
  /** Name of the mutation. */
  readonly action: string
  /** Who acts, where that is not yet the viewer. */
  readonly actor?: Actor
  readonly subject?: { readonly kind: string; readonly id: string }
  /** The changed fields, before and after. */
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
}

/** Tells the audit log in the transaction of the write itself: without the entry there is no write. */
export async function audit(
  tx: Tx,
  ctx: Context,
  { tenantId, action, actor, subject, before, after }: Deed,
): Promise<void> {
  const viewer = actor ?? ctx.viewer
  await tx.auditEntry.createMany({
    data: {
      tenantId,
      actorKind: viewer ? 'USER' : 'SYSTEM',
      actorId: viewer?.userId ?? null,
      actorName: viewer ? `${viewer.name} <${viewer.email}>` : null,
      action,
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      ...(before ? { before: plain(before) } : {}),
      ...(after ? { after: plain(after) } : {}),
      address: ctx.headers.get(clientAddressHeader),
      requestId: ctx.requestId,
    },
  })
}

const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue
