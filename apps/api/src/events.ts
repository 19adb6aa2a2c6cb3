import { setTimeout as sleep } from 'node:timers/promises'
import type { Tx } from '@sundown/db'
import pg from 'pg'
import type { Logger } from 'pino'

const channel = 'sundown'

/** Something that happened in a tenant. Ids only: whoever hears it reads the rest under its own rights. */
export interface ScanEvent {
  readonly kind: 'scan'
  readonly tenantId: string
  readonly id: string
  /** Whether the scan has ended by this. */
  readonly over: boolean
}

/** `missed`: the line to the database was down, so anything may have happened. */
export type Heard = ScanEvent | { readonly kind: 'missed' }

/** Tells every process when, and only if, the transaction commits. */
export async function announce(tx: Tx, event: ScanEvent): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${JSON.stringify(event)})`
}

export interface Events {
  /** Events of one tenant from now on, until the signal aborts. A slow reader gets the newest of each scan. */
  readonly listen: (tenantId: string, signal: AbortSignal) => AsyncIterable<Heard>
  /** Every event of every tenant; returns how to stop. */
  readonly onEvent: (hear: (event: Heard) => void) => () => void
  readonly isConnected: () => boolean
  readonly close: () => Promise<void>
}

/** Hears what other processes announce, over one connection that is opened again whenever it breaks. */
export function openEvents({ url, log }: { url: string; log: Logger }): Events {
  const hearers = new Set<(event: Heard) => void>()
  const stop = new AbortController()
  let client: pg.Client | null = null
  const tell = (event: Heard) => {
    for (const hear of hearers) hear(event)
  }

  async function connectOnce(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      options: '-c role=sundown_app',
      application_name: 'sundown_events',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    })
    const { promise: lost, resolve } = Promise.withResolvers<void>()
    next.on('error', () => resolve())
    next.on('end', () => resolve())
    next.on('notification', ({ payload }) => tell(JSON.parse(payload ?? '{}') as ScanEvent))
    try {
      await next.connect()
      await next.query(`LISTEN ${channel}`)
      client = next
      tell({ kind: 'missed' })
      await Promise.race([lost, heartbeat(next, stop.signal)])
    } finally {
      client = null
      next.end().catch(() => {})
    }
  }

  async function keepConnected(): Promise<void> {
    for (let pause = 100; !stop.signal.aborted; pause = Math.min(pause * 2, 5_000)) {
      try {
        await connectOnce()
        pause = 100
      } catch (err) {
        log.warn({ err }, 'the line for live events is down; trying again')
      }
      await sleep(pause, undefined, { signal: stop.signal }).catch(() => {})
    }
  }

  const running = keepConnected()
  return {
    listen: (tenantId, signal) => listening(hearers, tenantId, AbortSignal.any([signal, stop.signal])),
    onEvent: (hear) => {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    isConnected: () => client !== null,
    close: async () => {
      stop.abort()
      await client?.end().catch(() => {})
      await running
    },
  }
}

/** Resolves when the connection no longer answers, which a broken network does not say by itself. */
async function heartbeat(client: pg.Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(15_000, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    const answered = await Promise.race([client.query('SELECT 1').then(() => true), sleep(5_000, false)]).catch(
      () => false,
    )
    if (!answered) return
  }
}

/** An iterable that hears from the moment it is made, so that nothing falls between a first look and the first event. */
function listening(hearers: Set<(event: Heard) => void>, tenantId: string, signal: AbortSignal): AsyncIterable<Heard> {
  const waiting = new Map<string, Heard>()
  let wake = Promise.withResolvers<void>()
  const hear = (event: Heard) => {
    if (event.kind === 'scan' && event.tenantId !== tenantId) return
    waiting.set(event.kind === 'scan' ? event.id : 'missed', event)
    wake.resolve()
  }
  const end = () => {
    hearers.delete(hear)
    wake.resolve()
  }
  if (!signal.aborted) hearers.add(hear)
  signal.addEventListener('abort', end, { once: true })
  return {
    async *[Symbol.asyncIterator]() {
      try {
        while (!signal.aborted) {
          await wake.promise
          wake = Promise.withResolvers<void>()
          const batch = [...waiting.values()]
          waiting.clear()
          if (!signal.aborted) yield* batch
        }
      } finally {
        hearers.delete(hear)
        signal.removeEventListener('abort', end)
      }
    },
  }
}
