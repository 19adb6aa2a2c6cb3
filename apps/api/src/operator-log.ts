import type { Tx } from '@sundown/db'
import type { Viewer } from './access/viewer.ts'
import type { Context } from './context.ts'
import { clientAddressHeader } from './sign-in/headers.ts'

export interface OperatorDeed {
  /** Name of the mutation. */
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
}

/** Tells the installation's own log, for operators and for what no tenant's log can hold, in the transaction of the write: without the entry there is no write. */
export async function logOperator(
  tx: Tx,
  ctx: Context,
  operator: Viewer,
  { action, subject, before, after }: OperatorDeed,
): Promise<void> {
  await tx.operatorEntry.createMany({
    data: {
      actorId: operator.id,
      actorName: `${operator.name} <${operator.email}>`,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ...(before ? { before: plain(before) } : {}),
      ...(after ? { after: plain(after) } : {}),
      address: ctx.headers.get(clientAddressHeader),
      requestId: ctx.requestId,
    },
  })
}

const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Record<string, string>
