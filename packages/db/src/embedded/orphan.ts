import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { goneWithin, isAlive, markOf } from './process-mark.ts'

/**
 * Ends the server that a killed owner left running on the cluster, and clears a lock file whose number now belongs to some
 * other program (after a reboot, or in a new container), which PostgreSQL would take for a running server.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = Number.parseInt((await readFile(file, 'utf8').catch(() => '')).split('\n')[0] ?? '', 10)
  if (!Number.isInteger(pid) || pid <= 0) return
  const orphan = await markOf(pid)
  if (!(await isServer(orphan.pid, cluster))) {
    if (process.platform === 'linux') await rm(file, { force: true })
    return
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!(await isAlive(orphan))) return
    process.kill(pid, signal)
    if (await goneWithin(orphan, 5_000)) return
  }
}

async function isServer(pid: number, cluster: string): Promise<boolean> {
  if (!(await isAlive(await markOf(pid)))) return false
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)
  return command === null ? process.platform !== 'linux' : command.split('\0').includes(cluster)
}
