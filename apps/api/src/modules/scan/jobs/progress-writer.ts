import type { Scan } from '@sundown/db'
import type { Connections } from '../../../connections.ts'
import { announce } from '../../../events.ts'
import type { ScanJob } from '../../../jobs/contracts.ts'

type Stage = NonNullable<Scan['stage']>

const pause = 200

export interface ProgressWriter {
  /** Notes where the scan stands; written when the last write is done and a moment has passed. */
  readonly say: (stage: Stage, progress: number) => void
  /** Resolves when nothing more will be written. */
  readonly settled: () => Promise<void>
}

/**
 * Writes progress without holding the scan up and without a write for every step: of what is said during a write, only
 * the newest is written. A failed write is let go, since the next one brings the same.
 */
export function progressWriter(
  { database }: Connections,
  { tenantId, scanId }: ScanJob,
  attempt: number,
): ProgressWriter {
  let newest: { stage: Stage; progress: number } | null = null
  let writing: Promise<void> | null = null
  let highest = 0

  async function write(): Promise<void> {
    while (newest) {
      const { stage, progress } = newest
      newest = null
      await database
        .asTenants({ tenants: [tenantId], user: null }, async (tx) => {
          const { count } = await tx.scan.updateMany({
            where: { tenantId, id: scanId, attempt, status: 'RUNNING' },
            data: { stage, progress },
          })
          if (count > 0) await announce(tx, { kind: 'scan', tenantId, id: scanId, over: false })
        })
        .catch(() => {})
      if (newest) await new Promise((resolve) => setTimeout(resolve, pause))
    }
    writing = null
  }

  return {
    say: (stage, progress) => {
      // Several addresses move at their own pace; a bar that goes back tells nobody anything.
      highest = Math.max(highest, Math.min(progress, 99))
      newest = { stage, progress: highest }
      writing ??= write()
    },
    settled: async () => {
      await writing
    },
  }
}
