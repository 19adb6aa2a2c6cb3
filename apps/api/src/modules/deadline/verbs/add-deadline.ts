import { type ApplicableDeadline, channels, clouds, type Deadline, effects } from '@sundown/core/deadlines'
import { protocolVersions } from '@sundown/core/facts'
import { newId, type Prisma } from '@sundown/db'
import { z } from 'zod'
import { permitOperator, type Viewer } from '../../../access/viewer.ts'
import type { Context } from '../../../context.ts'
import { logOperator } from '../../../operator-log.ts'
import { parseInput, userIssue } from '../../../parse-input.ts'
import { applicable } from '../loaders.ts'

export const day = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)),
    userIssue('INVALID', 'A day is written as 2027-06-30.'),
  )

const text = (max: number) => z.string().trim().min(1).max(max)

const shape = z.object({
  service: text(100),
  clouds: z.array(z.enum(clouds)).min(1),
  channel: z.enum(channels),
  protocols: z.array(z.enum([...protocolVersions, '3DES', 'static-RSA', 'SHA-1'])).min(1),
  effect: z.enum(effects),
  date: day,
  until: day.nullish(),
  announcedOn: day.nullish(),
  source: text(500),
  note: text(1000),
  reason: z.string().trim().max(500).nullish(),
})

/** Adds a deadline for everybody; all stored facts are judged by it soon. */
export async function addDeadline({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ deadline: ApplicableDeadline }> {
  const operator = permitOperator(ctx.viewer)
  const { note, reason, until = null, announcedOn = null, ...said } = parseInput(shape, input)
  const record: Deadline = {
    ...said,
    id: `operator-${newId(ctx.app.now().getTime())}`,
    until: until ?? null,
    announcedOn: announcedOn ?? null,
    supersededBy: null,
    sureness: 'third-party',
    note: { en: note, da: note },
  }
  await writeRecord(ctx, record, { operator, action: 'deadlineAdd', reason: reason ?? null })
  return { deadline: applicable(record, Date.parse(ctx.app.now().toISOString().slice(0, 10))) }
}

interface Written {
  readonly operator: Viewer
  readonly action: string
  readonly reason: string | null
  readonly before?: Readonly<Record<string, unknown>>
}

/** Writes a record, tells the installation's log, and has everybody judged again. */
export function writeRecord(
  ctx: Context,
  { id, ...document }: Deadline & { readonly supersedes?: string },
  { operator, action, reason, before }: Written,
): Promise<void> {
  return ctx.write(async (tx) => {
    await tx.deadlineRecord.createMany({
      data: { id, document: document as unknown as Prisma.InputJsonValue, reason, createdBy: operator.id },
    })
    await logOperator(tx, ctx, operator, {
      action,
      subject: { kind: 'Deadline', id },
      ...(before ? { before } : {}),
      after: { ...document, reason },
    })
    await ctx.app.queue.enqueueRegradeAll(tx)
  })
}
