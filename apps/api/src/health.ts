import type { Database } from '@sundown/db'
import type { FastifyInstance } from 'fastify'
import type { Events } from './events.ts'
import type { Queue } from './jobs/queue.ts'

/** What a process needs to do its work. */
export interface Dependencies {
  readonly database: Database
  readonly queue: Queue
  readonly events: Events
}

/** `/healthz`: the process lives. `/readyz`: what it depends on answers, so that it can do its work. */
export function addHealth(fastify: FastifyInstance, { database, queue, events }: Dependencies): void {
  fastify.get('/healthz', { logLevel: 'warn' }, async () => ({ status: 'alive' }))
  fastify.get('/readyz', { logLevel: 'warn' }, async (_, reply) => {
    const checks = {
      database: await answers(() => database.prisma.$queryRaw`SELECT 1`),
      queue: await answers(() => queue.isReady()),
      events: events.isConnected(),
    }
    const ready = Object.values(checks).every(Boolean)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks })
  })
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await ask()) !== false
  } catch {
    return false
  }
}
