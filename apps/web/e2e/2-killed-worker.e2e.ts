import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

import { startOwnServer } from './own-server.ts'
import { enter, pressNew } from './owner.ts'

test('a scan whose worker is killed is finished by the next one', async ({ page }) => {
  const server = await startOwnServer({ delayMilliseconds: 400 })
  try {
    await enter(page)
    await pressNew(page)
    await page.getByLabel('Address').fill(`${server.host}:${server.port}`)
    await page.getByRole('button', { name: 'Add and scan' }).click()
    await expect(page.getByText(/Trying every protocol version|Listing cipher suites/).first()).toBeVisible()

    const killed = workerPid()
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => workerPidOrNull(), { timeout: 30_000 }).not.toBe(killed)

    await expect(page.getByRole('main')).toContainText('Protocol versions', { timeout: 90_000 })
    await expect(page.getByRole('progressbar')).toHaveCount(0)
  } finally {
    await server.stop()
  }
})

function workerPid(): number {
  const pid = workerPidOrNull()
  if (pid === null) throw new Error('no worker of this product runs')
  return pid
}

/** The worker of the product under test, known by its health port. */
function workerPidOrNull(): number | null {
  const mark = `SUNDOWN_WORKER_PORT=${process.env.SUNDOWN_E2E_WORKER_PORT}`
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (!command.includes('apps/api/src/worker.ts')) continue
      if (readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark)) return Number(pid)
    } catch {
      // The process ended while it was looked at.
    }
  }
  return null
}
