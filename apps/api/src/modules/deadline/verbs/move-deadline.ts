import type { ApplicableDeadline } from '@sundown/core/deadlines'
import { z } from 'zod'
import { permitOperator } from '../../../access/viewer.ts'
import type { Context } from '../../../context.ts'
import { DomainError, notFound } from '../../../errors.ts'
import { presentDeadlines } from '../../../judging/rulings.ts'
import { parseInput } from '../../../parse-input.ts'
import { applicable } from '../loaders.ts'
import { day, writeRecord } from './add-deadline.ts'

const shape = z.object({
  id: z.string(),
  date: day,
  announcedOn: day.nullish(),
  source: z.string().trim().min(1).max(500),
  reason: z.string().trim().max(500).nullish(),
})

/** Replaces a deadline by one with another date; the old one stays as history. */
export async function moveDeadline({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ deadline: ApplicableDeadline }> {
  const operator = permitOperator(ctx.viewer)
  const { id, date, announcedOn, source, reason } = parseInput(shape, input)
  const old = (await ctx.read(presentDeadlines)).find((record) => record.id === id)
  if (!old) throw notFound('deadline', ['id'])
  if (old.supersededBy !== null)
    throw new DomainError('conflict', [
      {
        code: 'CONFLICT',
        message: 'This record was replaced already.',
        path: ['id'],
        params: { id: old.supersededBy },
      },
    ])
  const moved = {
    ...old,
    id: `${id.replace(/@\d{4}-.*$/, '')}@${date}-${ctx.app.now().getTime().toString(36)}`,
    date,
    until: null,
    announcedOn: announcedOn ?? null,
    source,
    sureness: 'third-party' as const,
  }
  await writeRecord(
    ctx,
    { ...moved, supersedes: id },
    {
      operator,
      action: 'deadlineMove',
      reason: reason ?? null,
      before: { id, date: old.date, source: old.source },
    },
  )
  return { deadline: applicable(moved, Date.parse(ctx.app.now().toISOString().slice(0, 10))) }
}
