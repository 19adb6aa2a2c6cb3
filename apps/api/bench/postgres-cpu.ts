import { readdir, readFile } from 'node:fs/promises'

/** Microseconds of CPU that a PostgreSQL server and its backends used so far, from /proc; NaN where there is none. */
export async function postgresCpu(serverPid: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  let ticks = Number.NaN
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    // The name in parentheses may hold anything; what follows it is numbers.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [parent, own, waited] = [Number(fields[1]), sum(fields, 11, 12), sum(fields, 13, 14)]
    if (Number(pid) === serverPid) ticks = (Number.isNaN(ticks) ? 0 : ticks) + own + waited
    else if (parent === serverPid) ticks = (Number.isNaN(ticks) ? 0 : ticks) + own
  }
  // A tick is 10 ms on every Linux that Node runs on.
  return ticks * 10_000
}

const sum = (fields: readonly string[], ...at: number[]) => at.reduce((total, i) => total + Number(fields[i]), 0)
